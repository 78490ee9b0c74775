import { verifierService } from "@touchstone/proto";
import { defaultPolicy, type Verdict } from "../answer/index.ts";
import type { GraderFacts } from "../graders/choose-grader.ts";
import type { Job, Result } from "../grading/pool/job.ts";
import type { JobRules } from "../grading/pool/worker-pool.ts";
import { chooseRules } from "./choose-rules.ts";
import { encodeVerdicts } from "./encode-verdicts.ts";
import { takeApart } from "./encoded-answers.ts";
import { applyPolicy, overlayPolicy } from "./wire-policy.ts";

/** What a worker may use. */
export interface WorkerBounds {
  readonly timeoutMs: number;
  readonly memoryMib: number;
}

/** The verdict of an item that cannot be worked on. */
type Lost = Extract<Verdict, { kind: "failure" }> & { readonly failure: "internal" };

function createLost({ timeoutMs, memoryMib }: WorkerBounds): Lost {
  const message =
    `The worker process died on this item or was stuck, twice, within ${memoryMib} MiB (--worker-memory-mib) and ` +
    `${timeoutMs} ms (--worker-timeout-ms). Leave the item out of training and report it.`;
  return { kind: "failure", failure: "internal", message, fuelUsed: 0 };
}

/** How jobs are taken apart when their worker is lost; `graders` are those that a request may name. */
export function createJobRules(graders: readonly GraderFacts[], bounds: WorkerBounds): JobRules {
  const lost = createLost(bounds);
  return { split: splitJob, fail: (job) => failJob(job, graders, lost) };
}

function splitJob(job: Job): readonly Job[] {
  if (job.kind === "answers") return job.tasks.map((task): Job => ({ kind: "answers", tasks: [task] }));
  if (job.kind === "rollouts")
    return job.rollouts.map((rollout): Job => ({ kind: "rollouts", rollouts: [rollout] }));
  if (job.kind === "traces") return job.traces.map((trace): Job => ({ kind: "traces", traces: [trace] }));
  const { items, shared } = takeApart(toBuffer(job.bytes), job.items);
  return items.map(
    ({ field }): Job => ({ kind: "request", bytes: Buffer.concat([field, ...shared]), items: 1 }),
  );
}

function failJob(job: Job, graders: readonly GraderFacts[], lost: Lost): Result {
  if (job.kind === "answers") return { kind: "answers", verdicts: job.tasks.map(() => lost) };
  if (job.kind === "rollouts")
    return { kind: "rollouts", judged: job.rollouts.map(() => ({ verdict: lost })) };
  if (job.kind === "traces") return { kind: "traces", verdicts: job.traces.map(() => lost) };
  const { items, policy } = verifierService.GradeAnswers.requestDeserialize(toBuffer(job.bytes));
  const shared = overlayPolicy(applyPolicy(defaultPolicy), policy);
  const verdicts = items.map((item) => {
    const { applied } = chooseRules(item, shared, undefined, graders);
    return { id: item.id, verdict: lost, policy: applied };
  });
  return { kind: "request", bytes: encodeVerdicts(verdicts) };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
