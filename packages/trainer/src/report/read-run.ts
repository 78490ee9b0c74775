import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { collectModels, DEFAULT_SETTINGS, loadSamples, type ModelData } from "@touchstone/eval";
import { z } from "zod";
import { TrainerError } from "../errors.ts";
import type { StageResult } from "../run/events.ts";
import { StageDirectory } from "../run/stage-directory.ts";
import { type MetricRow, readHistory } from "./training-history.ts";

const configSchema = z.looseObject({
  version: z.string(),
  git_revision: z.string().nullable(),
  config: z.looseObject({
    run: z.looseObject({ name: z.string(), seed: z.number() }),
    stages: z.array(z.looseObject({ name: z.string(), type: z.string(), steps: z.number().optional() })),
  }),
});

/** One stage as its directory shows it. */
export interface RunStage {
  readonly name: string;
  readonly type: string;
  /** Steps that its config asks for; absent for a budget in FLOPs and for samples. */
  readonly steps?: number;
  readonly history: readonly MetricRow[];
  /** Absent while it is not finished. */
  readonly result?: StageResult;
  /** Samples of a sample stage, judged ones, by model. */
  readonly models: readonly ModelData[];
}

/** A run directory as read at one moment; the run may be going on. */
export interface RunState {
  readonly directory: string;
  readonly name: string;
  readonly seed: number;
  readonly version: string;
  readonly gitRevision: string | null;
  /** The resolved config, in the file's spelling. */
  readonly config: unknown;
  readonly stages: readonly RunStage[];
}

/** Reads a run directory. Throws NO_RUN where there is none, CHECKPOINT_INVALID for a broken file. */
export async function readRun(directory: string): Promise<RunState> {
  const { version, git_revision: gitRevision, config } = readConfig(directory);
  const stages: RunStage[] = [];
  for (const { name, type, steps } of config.stages) {
    const files = new StageDirectory(directory, name);
    const result = files.readResult();
    stages.push({
      name,
      type,
      history: await readHistory(files.metricsFile),
      models: existsSync(files.samplesFile) ? await readModels(files.samplesFile) : [],
      ...(steps === undefined ? {} : { steps }),
      ...(result === undefined ? {} : { result }),
    });
  }
  const { name, seed } = config.run;
  return { directory, name, seed, version, gitRevision, config, stages };
}

function readConfig(directory: string): z.output<typeof configSchema> {
  const file = join(directory, "config.json");
  if (!existsSync(file))
    throw new TrainerError("NO_RUN", `There is no run in ${directory}: it holds no config.json.`);
  try {
    return configSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new TrainerError("CHECKPOINT_INVALID", `${file} is not the config of a run.`, { cause });
  }
}

/** Samples whose correctness is known; a line that is still being written is left out. */
async function readModels(file: string): Promise<ModelData[]> {
  const { tally } = await loadSamples([file]);
  return [...collectModels(tally, { minN: 1 })].filter(({ problems }) => problems.length > 0);
}

/** Resamples for the intervals of evaluations in a run report. */
export const reportSettings = { ...DEFAULT_SETTINGS, resamples: 1000 };
