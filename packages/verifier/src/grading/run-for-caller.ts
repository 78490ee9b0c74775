import { caller } from "./caller.ts";
import type { Job, Result } from "./pool/job.ts";
import type { WorkerPool } from "./pool/worker-pool.ts";

/**
 * Does jobs for the call under way and notes how long they waited; results in their order.
 *
 * @throws OverloadedError where too much waits; the signal's reason once it is aborted
 */
export function runForCaller(
  pool: WorkerPool,
  jobs: readonly Job[],
  signal?: AbortSignal,
): Promise<Result[]> {
  const call = caller.getStore();
  const onTaken = (waitedMs: number) => {
    if (call !== undefined) call.queueWaitMs += waitedMs;
  };
  return pool.run(jobs, call?.peer ?? "", signal, onTaken);
}
