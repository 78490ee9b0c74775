import { existsSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createDirectoryDurably, writeAndSync } from "../durable-files.ts";
import { TrainerError } from "../errors.ts";
import type { ModelConfig } from "../model/model-config.ts";
import type { PolicyState } from "../policy/policy.ts";
import { loadTokenizer } from "../tokenizer/load-tokenizer.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";
import {
  fromHuggingFaceConfig,
  selectParameters,
  toGenerationConfig,
  toHuggingFaceConfig,
} from "./hugging-face.ts";
import type { NamedArrays } from "./named-arrays.ts";
import { decodeOptimizer, encodeOptimizer } from "./optimizer-arrays.ts";
import { decodeRunState, encodeRunState, type TrainingProgress } from "./run-state.ts";
import { readSafetensors, writeSafetensors } from "./safetensors.ts";

/** What a checkpoint holds. */
export interface CheckpointContent {
  readonly model: ModelConfig;
  readonly tokenizer: Tokenizer;
  readonly state: PolicyState;
  readonly stage: string;
  readonly progress: TrainingProgress;
}

/** A checkpoint read for its weights. */
export interface LoadedModel {
  readonly directory: string;
  readonly model: ModelConfig;
  readonly tokenizer: Tokenizer;
  readonly parameters: NamedArrays;
}

/** A checkpoint of a running stage, in its directory. */
export interface StageCheckpoint {
  readonly step: number;
  readonly directory: string;
}

const stepPattern = /^step-(\d{6,})$/;

/** Name of the checkpoint folder of a step, for example `step-000100`. */
export function nameStep(step: number): string {
  return `step-${String(step).padStart(6, "0")}`;
}

/**
 * Writes a checkpoint in the Hugging Face layout, with optimiser and run state beside the weights. It appears
 * complete or not at all, and is left alone when it exists.
 */
export async function writeCheckpoint(directory: string, content: CheckpointContent): Promise<void> {
  if (existsSync(directory)) return;
  const { model, tokenizer, state } = content;
  await createDirectoryDurably(directory, async (temporary) => {
    const writeText = (name: string, text: string) => writeAndSync(join(temporary, name), text);
    const writeJson = (name: string, value: unknown) =>
      writeText(name, `${JSON.stringify(value, null, 2)}\n`);
    await writeSafetensors(join(temporary, "model.safetensors"), state.parameters, { format: "pt" });
    const optimizer = encodeOptimizer(state);
    await writeSafetensors(join(temporary, "optimizer.safetensors"), optimizer.tensors, optimizer.metadata);
    writeJson("config.json", toHuggingFaceConfig(model, tokenizer));
    writeJson("generation_config.json", toGenerationConfig(tokenizer));
    for (const [name, text] of Object.entries(tokenizer.files())) writeText(name, text);
    writeText("run-state.json", encodeRunState(content.stage, content.progress));
  });
}

/** Reads the weights and tokenizer of a checkpoint. Throws CHECKPOINT_NOT_FOUND or CHECKPOINT_INVALID. */
export async function readModel(directory: string): Promise<LoadedModel> {
  const configFile = join(directory, "config.json");
  if (!existsSync(configFile)) {
    const what = existsSync(directory) ? "has no config.json" : "does not exist";
    throw new TrainerError(
      "CHECKPOINT_NOT_FOUND",
      `The checkpoint ${directory} ${what}; give a directory in the Hugging Face layout.`,
    );
  }
  const model = fromHuggingFaceConfig(await readJson(configFile));
  const weights = join(directory, "model.safetensors");
  if (!existsSync(weights)) {
    throw new TrainerError(
      "CHECKPOINT_NOT_FOUND",
      `The checkpoint ${directory} has no model.safetensors; sharded checkpoints must be merged into one file first.`,
    );
  }
  const { tensors } = await readSafetensors(weights);
  return {
    directory,
    model,
    tokenizer: await loadTokenizer(directory),
    parameters: selectParameters(model, tensors),
  };
}

/** Reads everything needed to continue a stage from one of its own checkpoints. */
export async function readCheckpoint(
  directory: string,
): Promise<LoadedModel & { state: PolicyState; progress: TrainingProgress }> {
  const loaded = await readModel(directory);
  const optimizer = decodeOptimizer(
    await readSafetensors(join(directory, "optimizer.safetensors")),
    directory,
  );
  const progress = decodeRunState(await readFile(join(directory, "run-state.json"), "utf8"));
  if (progress === undefined) {
    throw new TrainerError(
      "CHECKPOINT_INVALID",
      `${join(directory, "run-state.json")} cannot be read; remove this checkpoint to continue from the one before.`,
    );
  }
  return { ...loaded, state: { parameters: loaded.parameters, ...optimizer }, progress };
}

/** Lists the checkpoints in a folder, earliest first. */
export function listCheckpoints(folder: string): StageCheckpoint[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const match = stepPattern.exec(name);
      return match === null ? [] : [{ step: Number(match[1]), directory: join(folder, name) }];
    })
    .sort((a, b) => a.step - b.step);
}

/** Removes all but the last `keep` checkpoints of a folder. */
export function pruneCheckpoints(folder: string, keep: number): void {
  const checkpoints = listCheckpoints(folder);
  for (const { directory } of checkpoints.slice(0, Math.max(0, checkpoints.length - keep))) {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new TrainerError("CHECKPOINT_INVALID", `${file} is not valid JSON.`, { cause });
  }
}
