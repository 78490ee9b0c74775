import { caller } from "./caller.ts";
import type { Grader } from "./grader.ts";
import type { Job, Result } from "./pool/job.ts";
import type { WorkerPool } from "./pool/worker-pool.ts";

/** Most items of a job. */
const maxJobItems = 32;

/** A grader whose work is done by the processes of a pool. */
export function createPoolGrader(pool: WorkerPool): Grader {
  const run = async <Item, Verdict>(
    items: readonly Item[],
    toJob: (items: readonly Item[]) => Job,
    verdictsOf: (result: Result) => readonly Verdict[],
    signal: AbortSignal | undefined,
  ): Promise<Verdict[]> => {
    const jobs: Job[] = [];
    for (let at = 0; at < items.length; at += maxJobItems)
      jobs.push(toJob(items.slice(at, at + maxJobItems)));
    const results = await pool.run(jobs, caller.getStore() ?? "", signal);
    return results.flatMap(verdictsOf);
  };
  return {
    grade: (tasks, signal) =>
      run(
        tasks,
        (part) => ({ kind: "answers", tasks: part }),
        (result) => (result.kind === "answers" ? result.verdicts : refuseResult(result)),
        signal,
      ),
    check: (traces, signal) =>
      run(
        traces,
        (part) => ({ kind: "traces", traces: part }),
        (result) => (result.kind === "traces" ? result.verdicts : refuseResult(result)),
        signal,
      ),
    close: () => pool.close(),
  };
}

/** A result of another kind than its job is a defect: verdicts must not go to other items. */
function refuseResult(result: Result): never {
  throw new Error(`A worker answered a job with a result of kind ${result.kind}.`);
}
