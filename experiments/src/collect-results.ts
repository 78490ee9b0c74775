import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type MetricRow, meanOf, readHistory } from "@touchstone/trainer";
import { ExperimentError } from "./errors.ts";
import type { SeedResults, SilentRates } from "./measure.ts";
import { locateJob } from "./plan-jobs.ts";
import { parseReference, type Suite } from "./suite.ts";
import { type ModelTally, tallySamples } from "./tally.ts";

/** All that a suite's runs left on disk. */
export interface SuiteResults {
  readonly seeds: readonly SeedResults[];
  /** model → one history a seed, of the stage that made the model. */
  readonly histories: ReadonlyMap<string, readonly (readonly MetricRow[])[]>;
  /** model → counted training FLOPs since the job's start, averaged over seeds. */
  readonly flops: ReadonlyMap<string, number>;
}

/** Reads samples and metrics of the given seeds. Throws an `ExperimentError` (NO_RESULTS) when a model has none. */
export async function collectResults(
  suite: Suite,
  directory: string,
  seeds: readonly number[],
): Promise<SuiteResults> {
  const collected: SeedResults[] = [];
  const histories = new Map<string, MetricRow[][]>();
  const flops = new Map<string, number>();
  for (const seed of seeds) {
    const tallies = await readTallies(suite, directory, seed);
    const silent = new Map<string, SilentRates>();
    for (const [model, { checkpoint }] of Object.entries(suite.models)) {
      const { job, stage } = parseReference(checkpoint);
      const history = await readHistory(
        join(locateJob(directory, seed, job), "stages", stage, "metrics.jsonl"),
      );
      histories.set(model, [...(histories.get(model) ?? []), history]);
      if (history.some((row) => "frac_reward_zero_std" in row)) silent.set(model, measureSilence(history));
      flops.set(
        model,
        (flops.get(model) ?? 0) + (await countJobFlops(suite, directory, seed, checkpoint)) / seeds.length,
      );
    }
    collected.push({ seed, tallies, silent });
  }
  return { seeds: collected, histories, flops };
}

function measureSilence(history: readonly MetricRow[]): SilentRates {
  return {
    first: meanOf(history.slice(0, 10), "frac_reward_zero_std"),
    all: meanOf(history, "frac_reward_zero_std"),
  };
}

async function readTallies(suite: Suite, directory: string, seed: number): Promise<Map<string, ModelTally>> {
  const byDirectory = new Map<string, ModelTally>();
  for (const [jobId, job] of Object.entries(suite.jobs)) {
    for (const stage of job.stages.filter(({ type }) => type === "sample")) {
      const file = join(locateJob(directory, seed, jobId), "stages", stage.name, "samples.jsonl");
      for (const [name, tally] of await tallySamples(file)) byDirectory.set(`${jobId}:${name}`, tally);
    }
  }
  const tallies = new Map<string, ModelTally>();
  for (const [model, { checkpoint }] of Object.entries(suite.models)) {
    const { job, stage } = parseReference(checkpoint);
    const tally = byDirectory.get(`${job}:${stage}`);
    if (tally === undefined) {
      throw new ExperimentError(
        "NO_RESULTS",
        `${directory} holds no samples of ${model} (${checkpoint}) at seed ${seed}. Run the suite first.`,
      );
    }
    tallies.set(model, tally);
  }
  return tallies;
}

/** FLOPs of the stages of a checkpoint's own job, up to and including the stage that made it. */
async function countJobFlops(
  suite: Suite,
  directory: string,
  seed: number,
  checkpoint: string,
): Promise<number> {
  const { job, stage } = parseReference(checkpoint);
  let total = 0;
  for (const candidate of suite.jobs[job]?.stages ?? []) {
    if (candidate.type !== "sample") {
      const history = await readHistory(
        join(locateJob(directory, seed, job), "stages", candidate.name, "metrics.jsonl"),
      );
      total += history.at(-1)?.["flops"] ?? 0;
    }
    if (candidate.name === stage) break;
  }
  return total;
}

/** Seeds that have a directory, ascending. */
export async function findSeeds(directory: string): Promise<number[]> {
  const entries = await readdir(directory).catch(() => []);
  return entries
    .map((name) => /^seed-(\d+)$/.exec(name)?.[1])
    .filter((seed) => seed !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}
