import { givenConnectionFlags } from "@touchstone/proto/connection-flags";
import { collectModels, type ModelData } from "../boundary/model-data.ts";
import { DEFAULT_SETTINGS, type MeasureSettings } from "../boundary/settings.ts";
import { EvaluationError } from "../errors.ts";
import { createJudge } from "../grade/create-judge.ts";
import { type FileSummary, type LoadOptions, loadSamples } from "../samples/load-samples.ts";
import { createProgress } from "./progress.ts";
import type { SharedOptions } from "./shared-options.ts";

/** Malformed lines printed one by one; the rest are counted. */
const PRINTED_MALFORMED = 20;

/** Models of the files and what the files held. */
export interface LoadedModels {
  readonly models: readonly ModelData[];
  readonly files: readonly FileSummary[];
  readonly malformed: number;
}

/** Reads, grades and counts the files of a command. Malformed lines go to standard error. */
export async function loadModels(files: readonly string[], options: SharedOptions): Promise<LoadedModels> {
  const repeated = files.find((file, i) => files.indexOf(file) !== i);
  if (repeated !== undefined) {
    throw new EvaluationError(
      "ARGUMENT_INVALID",
      `${repeated} is named twice; its samples would count double.`,
    );
  }
  if (options.regrade && options.verifier === undefined) {
    throw new EvaluationError("ARGUMENT_INVALID", "--regrade needs a --verifier to grade with.");
  }
  const [unused] = options.verifier === undefined ? givenConnectionFlags(options) : [];
  if (unused !== undefined) {
    throw new EvaluationError("ARGUMENT_INVALID", `${unused} needs a --verifier to reach.`);
  }
  const report = createMalformedReport();
  const base: LoadOptions = {
    stratumField: options.stratumField,
    poolSeeds: options.poolSeeds,
    maxLineBytes: options.maxLineBytes,
    regrade: options.regrade,
    onMalformed: report.add,
  };
  const loaded = await (options.verifier === undefined
    ? loadSamples(files, base)
    : loadGraded(files, base, options.verifier, options));
  report.finish();
  const models = collectModels(loaded.tally, { minN: options.minN });
  return { models, files: loaded.files, malformed: report.count() };
}

async function loadGraded(
  files: readonly string[],
  base: LoadOptions,
  address: string,
  options: SharedOptions,
): ReturnType<typeof loadSamples> {
  // gRPC takes longer to load than most tables take to compute, so only grading pays for it.
  const { policyToWire } = await import("@touchstone/proto");
  const { connectGrader, readGraderConnection } = await import("../grade/connect-grader.ts");
  const policy = policyToWire(options.place === undefined ? {} : { place: options.place });
  const progress = createProgress(options.quiet);
  const grader = await connectGrader({ address, policy, ...readGraderConnection(options, process.env) });
  try {
    const judge = createJudge({
      grade: grader.grade,
      withNull: options.null,
      seed: options.seed,
      onProgress: (done, total) => progress.update("grading", done, total),
    });
    return await loadSamples(files, { ...base, judge });
  } finally {
    progress.stop();
    grader.close();
  }
}

function createMalformedReport(): {
  add: (message: string) => void;
  finish: () => void;
  count: () => number;
} {
  let count = 0;
  return {
    add(message) {
      count++;
      if (count <= PRINTED_MALFORMED) console.error(message);
    },
    finish() {
      if (count > PRINTED_MALFORMED)
        console.error(`… and ${count - PRINTED_MALFORMED} more lines that cannot be used`);
    },
    count: () => count,
  };
}

/** Runs `work` with the settings of a command and a progress bar. */
export function withSettings<T>(options: SharedOptions, work: (settings: MeasureSettings) => T): T {
  const progress = createProgress(options.quiet);
  const { resamples, seed, confidence, groupSizes } = options;
  try {
    return work({
      ...DEFAULT_SETTINGS,
      resamples,
      seed,
      confidence,
      groupSizes,
      onProgress: progress.update,
    });
  } finally {
    progress.stop();
  }
}

/** Returns the exit code: 1 when lines were left out and that was not allowed. */
export function judgeExit({ malformed }: LoadedModels, options: SharedOptions): number {
  if (malformed === 0 || options.allowMalformed) return 0;
  console.error(
    `${malformed} lines could not be used and are left out. Correct them, or pass --allow-malformed.`,
  );
  return 1;
}
