import { describe, expect, it } from "vitest";
import { createMarkerRewards, type MarkerOptions } from "../../test/support/marker-rewards.ts";
import { createUnigramPolicy } from "../../test/support/unigram-policy.ts";
import { createProblemSet } from "../data/problem-set.ts";
import { chainTask } from "../tasks/chain/chain-task.ts";
import { createTaskTokenizer } from "../tokenizer/task-tokenizer.ts";
import { type CollectRequest, collectRollouts } from "./collect-rollouts.ts";

const tokenizer = createTaskTokenizer(chainTask);
const settings = chainTask.settingsSchema.parse({ n: [2, 3], q: [1] });
const model = {
  vocabSize: tokenizer.vocabSize,
  hiddenSize: 4,
  layers: 1,
  heads: 1,
  kvHeads: 1,
  intermediateSize: 4,
  maxPositions: 64,
  ropeTheta: 1e4,
  normEpsilon: 1e-5,
  tieEmbeddings: true,
};

const collect = async (
  options: {
    chunkRows?: number;
    beforeChunk?: (offset: number) => Promise<void>;
    rewards?: MarkerOptions;
  } & Partial<Omit<CollectRequest, "rewards">>,
) => {
  const { chunkRows = 4, beforeChunk, rewards: marker, ...request } = options;
  const rewards = createMarkerRewards(marker);
  let time = 0;
  const collected = await collectRollouts({
    policy: createUnigramPolicy({
      model,
      seed: 3,
      chunkRows,
      ...(beforeChunk === undefined ? {} : { beforeChunk }),
    }),
    tokenizer,
    problems: createProblemSet(chainTask, settings, 10, [1]),
    groupSize: 20,
    maxNewTokens: 12,
    temperature: 1,
    seedPath: [0, "rollout", 1],
    batchId: "run/stage/1",
    policyStep: 0,
    signal: new AbortController().signal,
    now: () => time++,
    ...request,
    rewards,
  });
  return { ...collected, batches: rewards.batches };
};

describe("collectRollouts", () => {
  it("does not depend on how generation is chunked, nor on the order in which verdicts arrive", async () => {
    const reference = await collect({});
    for (const chunkRows of [1, 7, 64, 1000]) {
      let pending = 4;
      const slow = { beforeAnswer: () => new Promise<void>((resolve) => setTimeout(resolve, 4 * pending--)) };
      const other = await collect({ chunkRows, rewards: slow });
      expect(other.groups).toEqual(reference.groups);
      expect(other.batches).toEqual(reference.batches);
    }
  });

  it("names batches by position and covers every group once, within the judge's limit", async () => {
    const { batches, groups } = await collect({});
    expect(batches.map(({ batchId }) => batchId)).toEqual([
      "run/stage/1/0",
      "run/stage/1/1",
      "run/stage/1/2",
      "run/stage/1/3",
    ]);
    expect(batches.flatMap((batch) => batch.groups.map(({ problemId }) => problemId))).toEqual(
      groups.map(({ problem }) => problem.id),
    );
    const ids = batches.flatMap((batch) =>
      batch.groups.flatMap(({ rollouts }) => rollouts.map(({ id }) => id)),
    );
    expect(new Set(ids).size).toBe(200);
    const small = await collect({ rewards: { maxBatchItems: 20 } });
    expect(small.batches).toHaveLength(10);
    expect(small.groups).toEqual(groups);
  });

  it("scores early groups while later ones are generated", async () => {
    const order: string[] = [];
    await collect({
      beforeChunk: async (offset) => {
        order.push(`chunk ${offset}`);
        await new Promise((resolve) => setTimeout(resolve, 1));
      },
      chunkRows: 60,
      rewards: { beforeAnswer: async ({ batchId }) => void order.push(batchId) },
    });
    expect(order.indexOf("run/stage/1/0")).toBeLessThan(order.indexOf("chunk 180"));
  });

  it("gives each rollout its own draws, and the same ones again", async () => {
    const { groups } = await collect({});
    const texts = groups.flatMap(({ rollouts }) => rollouts.map(({ text }) => text));
    expect(new Set(texts).size).toBeGreaterThan(150);
    expect((await collect({})).groups).toEqual(groups);
    expect((await collect({ seedPath: [0, "rollout", 2] })).groups).not.toEqual(groups);
  });

  it("marks cut-off completions and decodes without the end token", async () => {
    const { batches, groups } = await collect({});
    const sent = batches.flatMap((batch) => batch.groups.flatMap(({ rollouts }) => rollouts));
    groups
      .flatMap(({ rollouts }) => rollouts)
      .forEach(({ completion, text }, i) => {
        expect(sent[i]).toMatchObject({
          text,
          isTruncated: completion.stopReason === "length",
          tokenCount: completion.tokens.length,
        });
        if (completion.stopReason === "length") expect(completion.tokens).toHaveLength(12);
      });
  });

  it("fails when scoring fails, after generation has ended", async () => {
    const failing = { beforeAnswer: () => Promise.reject(new Error("refused")) };
    await expect(collect({ rewards: failing })).rejects.toThrow("refused");
  });

  it("refuses prompts that leave too little room", async () => {
    await expect(collect({ maxNewTokens: 60 })).rejects.toThrow(
      /Problem chain-.* has a prompt of \d+ tokens; with max_new_tokens 60 that is more than the model's 64 positions/,
    );
  });
});
