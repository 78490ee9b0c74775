import type { TraceItem } from "../steps/index.ts";
import type { Grader, GradeTask, RolloutTask } from "./grader.ts";
import { cutIntoJobs } from "./pool/cut-into-jobs.ts";
import { type Job, sizeOf as jobSize, type Result } from "./pool/job.ts";
import type { WorkerPool } from "./pool/worker-pool.ts";
import { runForCaller } from "./run-for-caller.ts";
import type { OnSlow } from "./slow-item.ts";

/** Most items and UTF-16 units of a job: enough to make the trip worth it, few enough that callers take turns. */
const bounds = { maxItems: 32, maxSize: 256 * 1024 };

/** A kind of work: how large its items are, and how it goes to a worker and comes back. */
interface Work<Item, Verdict> {
  readonly charsOf: (item: Item) => number;
  readonly toJob: (items: readonly Item[]) => Job;
  readonly verdictsOf: (result: Result) => readonly Verdict[];
}

/** A grader whose work is done by the processes of a pool. */
export function createPoolGrader(pool: WorkerPool): Grader {
  const run =
    <Item, Verdict>({ charsOf, toJob, verdictsOf }: Work<Item, Verdict>) =>
    async (items: readonly Item[], signal?: AbortSignal, onSlow?: OnSlow): Promise<Verdict[]> => {
      const jobs = cutIntoJobs(items, charsOf, bounds).map(toJob);
      const results = await runForCaller(pool, jobs, signal);
      let before = 0;
      for (const [at, { slow = [] }] of results.entries()) {
        for (const item of slow) onSlow?.({ ...item, index: before + item.index });
        before += jobSize(jobs[at]!);
      }
      return results.flatMap(verdictsOf);
    };
  return {
    grade: run({
      charsOf: ({ item }: GradeTask) =>
        sum([...Object.values(item.candidate), ...item.golds, item.problem ?? ""]),
      toJob: (tasks) => ({ kind: "answers", tasks }),
      verdictsOf: (result) => (result.kind === "answers" ? result.verdicts : refuseResult(result)),
    }),
    judge: run({
      // What a group shares is counted again for each rollout: it is small, or few of them go together.
      charsOf: ({ prompt, response }: RolloutTask) =>
        prompt.problem.length + response.length + sum(prompt.golds),
      toJob: (rollouts) => ({ kind: "rollouts", rollouts }),
      verdictsOf: (result) => (result.kind === "rollouts" ? result.judged : refuseResult(result)),
    }),
    check: run({
      charsOf: ({ problem, trace }: TraceItem) => problem.length + sum([trace].flat()),
      toJob: (traces) => ({ kind: "traces", traces }),
      verdictsOf: (result) => (result.kind === "traces" ? result.verdicts : refuseResult(result)),
    }),
    close: () => pool.close(),
  };
}

function sum(texts: readonly string[]): number {
  return texts.reduce((total, text) => total + text.length, 0);
}

/** A result of another kind than its job is a defect: verdicts must not go to other items. */
function refuseResult(result: Result): never {
  throw new Error(`A worker answered a job with a result of kind ${result.kind}.`);
}
