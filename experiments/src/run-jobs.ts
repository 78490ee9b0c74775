import { type ChildProcess, fork } from "node:child_process";
import { ExperimentError } from "./errors.ts";
import type { PlannedJob } from "./plan-jobs.ts";

/** What a job child sends. `event` is an event of the trainer. */
export type JobMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "event"; readonly event: unknown }
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "failed"; readonly message: string; readonly stack?: string };

/** How jobs are run. */
export interface RunJobsOptions {
  /** Jobs at a time; one core each. */
  readonly concurrency: number;
  /** Stops every job after its current step, with a checkpoint. */
  readonly signal?: AbortSignal;
  readonly onStart?: (job: PlannedJob) => void;
  readonly onEvent?: (job: PlannedJob, event: unknown) => void;
  readonly onDone?: (job: PlannedJob, milliseconds: number) => void;
  /** Milliseconds on any steady clock. */
  readonly now: () => number;
}

const WORKER = new URL("./job-worker.js", import.meta.url);

/**
 * Runs jobs in child processes, as many at a time as asked, each as soon as the jobs it needs are done. The first
 * failure stops the rest and is thrown as an `ExperimentError` (JOB_FAILED). Finished work stays on disk: running the
 * same plan again continues where it stopped.
 */
export async function runJobs(jobs: readonly PlannedJob[], options: RunJobsOptions): Promise<void> {
  const done = new Set<string>();
  const waiting = [...jobs];
  const running = new Map<string, Promise<string>>();
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  try {
    while (waiting.length > 0 || running.size > 0) {
      startReadyJobs(waiting, running, done, { ...options, signal });
      if (running.size === 0) {
        if (signal.aborted) throw new ExperimentError("JOB_FAILED", "The run was stopped.");
        throw new ExperimentError(
          "JOB_FAILED",
          `No job can start: ${waiting.map((job) => job.id).join(", ")} wait for each other.`,
        );
      }
      const finished = await Promise.race(running.values());
      running.delete(finished);
      done.add(finished);
    }
  } catch (error) {
    stop.abort();
    await Promise.allSettled(running.values());
    throw error;
  }
}

function startReadyJobs(
  waiting: PlannedJob[],
  running: Map<string, Promise<string>>,
  done: ReadonlySet<string>,
  options: RunJobsOptions & { readonly signal: AbortSignal },
): void {
  while (running.size < options.concurrency && !options.signal.aborted) {
    const index = waiting.findIndex((job) => job.after.every((id) => done.has(id)));
    const job = waiting[index];
    if (job === undefined) return;
    waiting.splice(index, 1);
    running.set(job.id, runJob(job, options));
  }
}

async function runJob(
  job: PlannedJob,
  options: RunJobsOptions & { readonly signal: AbortSignal },
): Promise<string> {
  const started = options.now();
  options.onStart?.(job);
  const child = fork(WORKER, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  const onAbort = (): void => void (child.connected && child.send("stop"));
  options.signal.addEventListener("abort", onAbort);
  try {
    await followChild(child, job, options);
  } finally {
    options.signal.removeEventListener("abort", onAbort);
  }
  options.onDone?.(job, options.now() - started);
  return job.id;
}

function followChild(child: ChildProcess, job: PlannedJob, options: RunJobsOptions): Promise<void> {
  let errorTail = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errorTail = (errorTail + text).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    let outcome: JobMessage | undefined;
    child.on("message", (message: JobMessage) => {
      if (message.kind === "ready") child.send(job.config);
      else if (message.kind === "event") options.onEvent?.(job, message.event);
      else outcome = message;
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (outcome?.kind === "done") return resolve();
      const detail =
        outcome?.kind === "failed"
          ? outcome.message
          : `it ended with ${signal ?? `exit code ${code}`}.\n${errorTail}`;
      reject(
        new ExperimentError(
          "JOB_FAILED",
          `Job ${job.id} failed: ${detail}\nIts run directory is ${job.directory}; the same command continues from there.`,
        ),
      );
    });
  });
}
