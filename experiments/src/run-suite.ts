import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describeEvent, type RunEvent } from "@touchstone/trainer";
import { startVerifierProcess } from "@touchstone/verifier";
import { ExperimentError } from "./errors.ts";
import { type PlannedJob, planJobs } from "./plan-jobs.ts";
import type { ProgressDisplay } from "./progress.ts";
import { runJobs } from "./run-jobs.ts";
import type { Suite } from "./suite.ts";

/** What to run and where. */
export interface RunSuiteOptions {
  readonly seeds: readonly number[];
  readonly directory: string;
  readonly concurrency: number;
  /** host:port of a running verifier; by default one is started for the run. */
  readonly verifierAddress?: string;
  readonly signal?: AbortSignal;
  readonly createProgress: (jobs: number) => ProgressDisplay;
  /** Milliseconds on any steady clock. */
  readonly now: () => number;
}

/**
 * Runs every job of a suite at every seed against a live verifier. Finished jobs are kept, so that the same call
 * continues an interrupted run; more seeds may be added later.
 * Throws an `ExperimentError`: CHANGED_SUITE when the directory holds runs of other settings, JOB_FAILED.
 */
export async function runSuite(suite: Suite, options: RunSuiteOptions): Promise<void> {
  await claimDirectory(suite, options.directory);
  const verifier = options.verifierAddress === undefined ? await startVerifierProcess() : undefined;
  const address = options.verifierAddress ?? (verifier?.address as string);
  const jobs = planJobs(suite, {
    seeds: options.seeds,
    directory: options.directory,
    verifierAddress: address,
  });
  const progress = options.createProgress(jobs.length);
  progress.say(
    `Verifier at ${address}; ${jobs.length} jobs, ${options.concurrency} at a time, in ${options.directory}`,
  );
  try {
    await runJobs(jobs, {
      concurrency: options.concurrency,
      now: options.now,
      ...(options.signal ? { signal: options.signal } : {}),
      onStart: (job) => progress.start(job),
      onEvent: (job, event) => report(progress, job, event as RunEvent),
      onDone: (job, milliseconds) => progress.finish(job, milliseconds),
    });
  } finally {
    progress.close();
    await verifier?.stop();
  }
}

function report(progress: ProgressDisplay, job: PlannedJob, event: RunEvent): void {
  progress.update(job, event);
  if (event.type === "verifier_away" || event.type === "verifier_back" || event.type === "notice") {
    progress.say(`${job.id}: ${describeEvent(event)}`);
  }
}

async function claimDirectory(suite: Suite, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, "suite.json");
  const {
    claims: _claims,
    gates: _gates,
    report: _report,
    title: _title,
    description: _description,
    ...settings
  } = suite;
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept === undefined) {
    await writeFile(file, `${JSON.stringify(settings, null, 2)}\n`);
    return;
  }
  if (!isDeepStrictEqual(JSON.parse(kept), JSON.parse(JSON.stringify(settings)))) {
    throw new ExperimentError(
      "CHANGED_SUITE",
      `${directory} holds runs of other settings (suite.json). Choose another directory with --out.`,
    );
  }
}
