import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUnigramPolicy } from "../../test/support/unigram-policy.ts";
import { chainTask } from "../tasks/chain/chain-task.ts";
import { createTaskTokenizer } from "../tokenizer/task-tokenizer.ts";
import {
  listCheckpoints,
  nameStep,
  pruneCheckpoints,
  readCheckpoint,
  readModel,
  writeCheckpoint,
} from "./manager.ts";

const tokenizer = createTaskTokenizer(chainTask);
const model = {
  vocabSize: tokenizer.vocabSize,
  hiddenSize: 4,
  layers: 1,
  heads: 2,
  kvHeads: 1,
  intermediateSize: 4,
  maxPositions: 64,
  ropeTheta: 1e4,
  normEpsilon: 1e-5,
  tieEmbeddings: true,
};

describe("checkpoints", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "touchstone-checkpoint-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = async (step: number) => {
    const policy = createUnigramPolicy({ model, seed: step });
    const sequences = [{ tokens: Int32Array.of(1, 2, 3), promptLength: 1 }];
    await policy.update(
      { kind: "sft", sequences },
      { learningRate: 0.1, optimizer: { beta1: 0, beta2: 0, epsilon: 1, weightDecay: 0, clipNorm: 0 } },
    );
    const state = await policy.exportState();
    const directory = join(folder, nameStep(step));
    const progress = { step, flops: 1.5e9, tokens: 12, counters: { examples_read: 96 } };
    await writeCheckpoint(directory, { model, tokenizer, state, stage: "base", progress });
    return { directory, state, progress };
  };

  it("come back exactly", async () => {
    const { directory, state, progress } = await write(100);
    const read = await readCheckpoint(directory);
    expect(read.state).toEqual(state);
    expect(read.progress).toEqual(progress);
    expect(read.model).toEqual(model);
    expect([...read.tokenizer.encode("^ a 3 ;")]).toEqual([...tokenizer.encode("^ a 3 ;")]);
    expect((await readModel(directory)).parameters).toEqual(state.parameters);
    expect(readdirSync(directory).sort()).toEqual([
      "config.json",
      "generation_config.json",
      "model.safetensors",
      "optimizer.safetensors",
      "run-state.json",
      "tokenizer.json",
      "tokenizer_config.json",
    ]);
  });

  it("are listed in order; half-written ones are not", async () => {
    for (const step of [1000000, 20, 3]) await write(step);
    mkdirSync(join(folder, ".step-000021.writing"));
    mkdirSync(join(folder, "step-x"));
    expect(listCheckpoints(folder).map(({ step }) => step)).toEqual([3, 20, 1000000]);
    pruneCheckpoints(folder, 2);
    expect(listCheckpoints(folder).map(({ step }) => step)).toEqual([20, 1000000]);
    expect(listCheckpoints(join(folder, "none"))).toEqual([]);
  });

  it("replace what an earlier attempt left half written, and leave finished ones alone", async () => {
    mkdirSync(join(folder, ".step-000005.writing"));
    writeFileSync(join(folder, ".step-000005.writing", "junk"), "x");
    const { directory } = await write(5);
    expect(existsSync(join(directory, "junk"))).toBe(false);
    writeFileSync(join(directory, "mark"), "x");
    await write(5);
    expect(existsSync(join(directory, "mark"))).toBe(true);
  });

  it("say what is missing or broken", async () => {
    await expect(readModel(join(folder, "none"))).rejects.toMatchObject({
      code: "CHECKPOINT_NOT_FOUND",
      message: expect.stringContaining("does not exist"),
    });
    await expect(readModel(folder)).rejects.toMatchObject({
      code: "CHECKPOINT_NOT_FOUND",
      message: expect.stringContaining("has no config.json"),
    });
    const { directory } = await write(7);
    writeFileSync(join(directory, "run-state.json"), "{}");
    await expect(readCheckpoint(directory)).rejects.toMatchObject({
      code: "CHECKPOINT_INVALID",
      message: expect.stringContaining("run-state.json"),
    });
    writeFileSync(join(directory, "config.json"), "not json");
    await expect(readModel(directory)).rejects.toMatchObject({ code: "CHECKPOINT_INVALID" });
    rmSync(join(directory, "model.safetensors"));
    writeFileSync(join(directory, "config.json"), "{}");
    await expect(readModel(directory)).rejects.toMatchObject({ code: "CHECKPOINT_INVALID" });
  });
});
