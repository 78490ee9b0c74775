import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Everything a stage leaves behind that must be equal in equal runs. */
export interface StageTraces {
  /** Lines of metrics.jsonl without durations and rates. */
  readonly metrics: readonly string[];
  /** Weights, optimiser and progress of the last checkpoint, as hex. */
  readonly checkpoint: Readonly<Record<string, string>>;
  readonly rollouts: Readonly<Record<string, string>>;
  readonly samples: string;
}

const checkpointFiles = ["model.safetensors", "optimizer.safetensors", "run-state.json"];

/** Reads the traces of one stage. */
export function readStageTraces(runDirectory: string, stage: string): StageTraces {
  const directory = join(runDirectory, "stages", stage);
  const list = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);
  const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
  const checkpoints = join(directory, "checkpoints");
  const last = list(checkpoints)
    .filter((name) => name.startsWith("step-"))
    .at(-1);
  const rollouts = join(directory, "rollouts");
  return {
    metrics: read(join(directory, "metrics.jsonl")).split("\n").slice(0, -1).map(dropTiming),
    checkpoint: Object.fromEntries(
      last === undefined
        ? []
        : checkpointFiles.map((name) => [name, readFileSync(join(checkpoints, last, name)).toString("hex")]),
    ),
    rollouts: Object.fromEntries(list(rollouts).map((name) => [name, read(join(rollouts, name))])),
    samples: read(join(directory, "samples.jsonl")),
  };
}

function dropTiming(line: string): string {
  const row = JSON.parse(line) as Record<string, unknown>;
  return JSON.stringify(
    Object.fromEntries(Object.entries(row).filter(([key]) => !/^(time|perf)\//.test(key))),
  );
}
