// A worker process of the pool: takes jobs over the IPC channel, one at a time, and ends with its parent.
import { verifierService } from "@touchstone/proto";
import { defaultPolicy, type GradeLimits } from "../../answer/index.ts";
import { InvalidRequestError } from "../../errors.ts";
import { builtInGraders } from "../../graders/built-in.ts";
import { loadPlugIns } from "../../graders/load-plug-ins.ts";
import type { PlugIn } from "../../graders/plug-in.ts";
import { describeDefect } from "../../log/describe-defect.ts";
import { encodeVerdicts } from "../../service/encode-verdicts.ts";
import { gradeAnswers } from "../../service/grade-answers.ts";
import { applyPolicy } from "../../service/wire-policy.ts";
import type { StepLimits } from "../../steps/index.ts";
import { createGradeOne } from "../grade-task.ts";
import { createInProcessGrader } from "../in-process-grader.ts";
import type { SlowItem } from "../slow-item.ts";
import { VerdictTally } from "../tally.ts";
import type { Job, Result } from "./job.ts";

/** What a worker is told at its start, as JSON. */
export interface WorkerSettings {
  readonly limits: Partial<GradeLimits>;
  readonly stepLimits: StepLimits;
  /** Graders beside the built-in ones. */
  readonly plugIns: readonly PlugIn[];
  /** Whether the last words of a worker may quote a request. */
  readonly logRequestText: boolean;
  /** Items that take longer are told of, in ms; 0: none. */
  readonly slowItemMs: number;
}

/** A message to a worker, and its reply. */
export interface JobMessage {
  readonly id: number;
  readonly job: Job;
}
export interface ResultMessage {
  readonly id: number;
  readonly result: Result;
  /** Resident memory of the worker, in bytes. */
  readonly rss: number;
}

const { limits, stepLimits, plugIns, logRequestText, slowItemMs }: WorkerSettings = JSON.parse(
  process.argv[2] ?? "null",
);
// The runtime's own last words would quote what it choked on, and they go to the server's log.
process.on("uncaughtException", (error) => {
  const time = Date.now();
  const line = {
    level: 60,
    time,
    pid: process.pid,
    err: describeDefect(error, logRequestText),
    msg: "worker ended by a defect",
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
  process.exit(1);
});
process.once("disconnect", () => process.exit(0));
// Stopping is the parent's business: Ctrl-C reaches the whole process group.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});

// Out of reach of graders that are loaded: what they send is no result.
const sendToServer = process.send?.bind(process);
Reflect.deleteProperty(process, "send");

const loaded = await loadPlugIns(plugIns, ({ message }) => process.stderr.write(`${message}\n`));
const graders = [...builtInGraders, ...loaded];
const gradeOne = createGradeOne(limits, graders);
const context = {
  // Nothing else waits in this process: no slices.
  grader: createInProcessGrader(gradeOne, {
    sliceMs: Number.POSITIVE_INFINITY,
    stepLimits,
    slowMs: slowItemMs,
  }),
  graders,
  defaultPolicy: applyPolicy(defaultPolicy),
  maxItems: Number.POSITIVE_INFINITY,
};
const never = new AbortController().signal;

async function run(job: Job): Promise<Result> {
  const { grader } = context;
  const slow: SlowItem[] = [];
  const onSlow = (item: SlowItem) => slow.push(item);
  if (job.kind === "answers")
    return { kind: "answers", verdicts: await grader.grade(job.tasks, never, onSlow), slow };
  if (job.kind === "rollouts")
    return { kind: "rollouts", judged: await grader.judge(job.rollouts, never, onSlow), slow };
  if (job.kind === "traces")
    return { kind: "traces", verdicts: await grader.check(job.traces, never, onSlow), slow };
  try {
    const tally = new VerdictTally();
    const graded = await gradeAnswers(decode(job.bytes), context, tally, never);
    return { kind: "request", bytes: encodeVerdicts(graded), slow: tally.slow };
  } catch (error) {
    if (error instanceof InvalidRequestError) return { kind: "refused", message: error.message };
    throw error;
  }
}

function decode(bytes: Uint8Array): Parameters<typeof gradeAnswers>[0] {
  try {
    return verifierService.GradeAnswers.requestDeserialize(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    );
  } catch {
    throw new InvalidRequestError("The request is no GradeAnswersRequest: an item cannot be decoded.");
  }
}

/** Sends to the server. Where that is gone nobody waits for the message, and nothing is left to do. */
function send(message: ResultMessage | "ready"): void {
  sendToServer?.(message, undefined, undefined, (error) => {
    if (error !== null) process.exit(0);
  });
}

process.on("message", ({ id, job }: JobMessage) => {
  // A defect ends the worker: the pool tries each item of the job once more in another one.
  void run(job).then((result) => {
    const message: ResultMessage = { id, result, rss: process.memoryUsage.rss() };
    send(message);
  });
});
send("ready");
