import { describe, expect, it } from "vitest";
import { createTestContext } from "../../test/support/stage-context.ts";
import { createUnigramPolicy } from "../../test/support/unigram-policy.ts";
import type { RlvrConfig } from "../config.ts";
import type { Policy, RlvrBatch } from "../policy/policy.ts";
import type { RolloutGroup } from "../rollout/rollout.ts";
import { splitEvenly, updateOnRollouts } from "./update-on-rollouts.ts";

const model = {
  vocabSize: 30,
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

const createConfig = (change: object = {}) => {
  const stage = {
    type: "rlvr",
    name: "rl",
    from: "base",
    prompts: {},
    steps: 1,
    max_new_tokens: 9,
    learning_rate: 0.1,
    ...change,
  };
  const base = { type: "pretrain", name: "base", mix: [{ formats: { D: 1 } }], steps: 1, learning_rate: 1 };
  return createTestContext({ stages: [base, stage] }).config.stages[1] as RlvrConfig;
};

// Rollout i of a group has completion [group, i], so that every row can be told apart.
const createGroups = (sizes: readonly number[]): RolloutGroup[] =>
  sizes.map((size, g) => ({
    decision: { action: "keep" as const, reason: "admitted", weight: 1 },
    problem: { id: `p${g}`, prompt: "", golds: ["1"], stratum: "all", hash: `${g}` },
    rollouts: Array.from({ length: size }, (_, i) => ({
      promptTokens: Int32Array.of(29, 28),
      completion: {
        tokens: Int32Array.of(g, i),
        logprobs: Float32Array.of(-1, -2),
        stopReason: "stop" as const,
      },
      text: "",
      verdict: { kind: "failed" as const, failure: "", message: "" },
    })),
  }));

const run = async (advantages: (number | undefined)[][], change: object = {}, beta = 0) => {
  const batches: RlvrBatch[] = [];
  const inner = createUnigramPolicy({ model, seed: 1 });
  const policy: Policy = {
    ...inner,
    update: async (batch, options) => {
      batches.push(batch as RlvrBatch);
      return inner.update(batch, options);
    },
  };
  const result = await updateOnRollouts({
    policy,
    reference: beta > 0 ? inner : undefined,
    config: createConfig({ ...change, loss: { beta } }),
    groups: createGroups(advantages.map((group) => group.length)),
    advantages,
    learningRate: 0.1,
    seedPath: [1],
    now: () => 0,
  });
  const rows = batches.map((batch) =>
    batch.sequences.map((sequence, i) => [...sequence.tokens.slice(2), batch.advantages[i]].join(",")).sort(),
  );
  return { result, batches, rows };
};

describe("updateOnRollouts", () => {
  it("leaves out rollouts without a verdict and groups without an advantage", async () => {
    const { rows, result } = await run([
      [1, -1, undefined],
      [0, 0, 0],
      [undefined, undefined, undefined],
    ]);
    expect(rows).toEqual([["0,0,1", "0,1,-1"]]);
    expect(result).toMatchObject({
      trainedTokens: 8,
      referenceTokens: 0,
      metrics: { updates: 1, trained_rollouts: 2 },
    });
  });

  it("keeps silent groups when told to, but never updates on nothing", async () => {
    const kept = await run(
      [
        [1, -1],
        [0, 0],
      ],
      { silent_groups: "keep" },
    );
    expect(kept.rows[0]).toHaveLength(4);
    const silent = await run([[0, 0]], { silent_groups: "keep" });
    expect(silent.rows).toEqual([]);
    expect(silent.result.metrics).toEqual({ grad_norm: 0, updates: 0, trained_rollouts: 0 });
  });

  it("asks the reference only when there is a KL term", async () => {
    const { batches, result } = await run([[1, -1]], {}, 0.1);
    expect(batches[0]?.refLogprobs).toHaveLength(2);
    expect(batches[0]?.loss).toMatchObject({
      beta: 0.1,
      epsilonLow: 0.2,
      epsilonHigh: 0.28,
      lossType: "dapo",
      maxCompletionTokens: 9,
    });
    expect(result.referenceTokens).toBe(8);
    expect((await run([[1, -1]])).batches[0]).not.toHaveProperty("refLogprobs");
  });

  it("covers every rollout once in each pass, in a new order", async () => {
    const advantages = [
      [1, 2, 3, -6],
      [4, -1, -1, -2],
      [1, -1, 2, -2],
    ];
    const { rows, batches } = await run(advantages, { updates_per_batch: 2, minibatches: 5 });
    expect(batches.map((batch) => batch.sequences.length)).toEqual([2, 2, 3, 2, 3, 2, 2, 3, 2, 3]);
    const [first, second] = [rows.slice(0, 5).flat(), rows.slice(5).flat()];
    expect([...first].sort()).toEqual([...second].sort());
    expect(new Set(first).size).toBe(12);
    expect(rows.slice(0, 5)).not.toEqual(rows.slice(5));
  });
});

describe("splitEvenly", () => {
  it("never makes an empty part", () => {
    expect(splitEvenly([1, 2, 3], 5)).toEqual([[1], [2], [3]]);
    expect(splitEvenly([], 3)).toEqual([]);
    expect(splitEvenly([1, 2, 3, 4, 5], 2)).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });
});
