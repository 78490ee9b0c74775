import { join } from "node:path";
import { findPrerequisites, listReferences, parseReference, type Suite } from "./suite.ts";

/** One trainer pipeline to run: a job of the suite at one seed. */
export interface PlannedJob {
  /** Unique: "seed-0/weak". */
  readonly id: string;
  readonly jobId: string;
  readonly title: string;
  readonly seed: number;
  readonly directory: string;
  /** Ids of planned jobs that must be done before. */
  readonly after: readonly string[];
  /** The trainer configuration as written in YAML, with references resolved to directories. */
  readonly config: Record<string, unknown>;
}

export interface PlanOptions {
  readonly seeds: readonly number[];
  readonly directory: string;
  /** host:port of the running verifier. */
  readonly verifierAddress: string;
}

/** Expands a suite into its jobs at every seed, in an order in which each job follows what it needs. */
export function planJobs(suite: Suite, options: PlanOptions): PlannedJob[] {
  return options.seeds.flatMap((seed) =>
    orderJobs(suite).map((jobId) => planJob(suite, jobId, seed, options)),
  );
}

/** Where a job of a seed keeps its run. */
export function locateJob(directory: string, seed: number, jobId: string): string {
  return join(directory, `seed-${seed}`, jobId);
}

function planJob(suite: Suite, jobId: string, seed: number, options: PlanOptions): PlannedJob {
  const job = suite.jobs[jobId] as Suite["jobs"][string];
  const directory = locateJob(options.directory, seed, jobId);
  const resolve = (reference: string): string => {
    const target = parseReference(reference);
    if (target.job === jobId) return target.stage;
    return join(locateJob(options.directory, seed, target.job), "stages", target.stage);
  };
  const stages = job.stages.map((stage) => {
    const references = listReferences(stage["from"]);
    if (references.length === 0) return stage;
    const resolved = references.map(resolve);
    return { ...stage, from: Array.isArray(stage["from"]) ? resolved : resolved[0] };
  });
  const { verifier, ...shared } = suite.pipeline as { verifier?: Record<string, unknown> };
  return {
    id: `seed-${seed}/${jobId}`,
    jobId,
    title: job.title,
    seed,
    directory,
    after: findPrerequisites(suite, jobId).map((needed) => `seed-${seed}/${needed}`),
    config: {
      ...shared,
      run: { name: `${suite.name}-${jobId}`, seed, out: directory },
      verifier: { ...verifier, address: options.verifierAddress },
      stages,
    },
  };
}

function orderJobs(suite: Suite): string[] {
  const ordered: string[] = [];
  const visit = (jobId: string): void => {
    if (ordered.includes(jobId)) return;
    for (const needed of findPrerequisites(suite, jobId)) visit(needed);
    ordered.push(jobId);
  };
  for (const jobId of Object.keys(suite.jobs)) visit(jobId);
  return ordered;
}
