import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { suggestWord } from "../closest-word.ts";
import type { PipelineConfig, StageConfig } from "../config.ts";
import { TrainerError } from "../errors.ts";
import type { StageContext } from "./stage-context.ts";
import { StageDirectory } from "./stage-directory.ts";

/** Inputs of a stage as written in `from`. */
export function listInputs(stage: StageConfig): readonly string[] {
  if (stage.type === "sample") return stage.from;
  return stage.from === undefined ? [] : [stage.from];
}

/** Checks that every input that is no stage is a checkpoint on disk. Throws CHECKPOINT_NOT_FOUND with a suggestion. */
export function checkInputs(config: PipelineConfig, stages: readonly StageConfig[]): void {
  const names = config.stages.map((stage) => stage.name);
  for (const from of stages.flatMap(listInputs)) {
    if (!names.includes(from)) resolveInput({ config, runDirectory: "" }, from);
  }
}

/**
 * Returns the checkpoint directory that `from` names: the result of an earlier stage, a checkpoint on disk,
 * or the last checkpoint of a finished stage's directory (`<run>/stages/<name>`).
 * Throws CHECKPOINT_NOT_FOUND with a suggestion.
 */
export function resolveInput(context: Pick<StageContext, "config" | "runDirectory">, from: string): string {
  const stages = context.config.stages.map((stage) => stage.name);
  if (stages.includes(from)) {
    const checkpoint = new StageDirectory(context.runDirectory, from).readResult()?.checkpoint;
    if (checkpoint !== undefined) return checkpoint;
    throw new TrainerError(
      "CHECKPOINT_NOT_FOUND",
      `Stage "${from}" has no finished checkpoint in ${context.runDirectory}; run it first.`,
    );
  }
  if (existsSync(join(from, "config.json"))) return from;
  const finished = new StageDirectory(join(from, "..", ".."), basename(from)).readResult()?.checkpoint;
  if (finished !== undefined) return finished;
  const what = existsSync(from)
    ? `"${from}" has no config.json, so it is not a checkpoint in the Hugging Face layout`
    : `there is no stage and no directory "${from}"`;
  throw new TrainerError(
    "CHECKPOINT_NOT_FOUND",
    `Cannot start from "${from}": ${what}${suggestWord(from, stages)}`,
  );
}
