import { tf } from "@touchstone/engine";
import { describe, expect, it } from "vitest";
import type { NamedArrays } from "../../src/checkpoint/named-arrays.ts";
import type { Policy, PolicyState, UpdateBatch, UpdateResult } from "../../src/policy/policy.ts";
import {
  createRollouts,
  createSequences,
  createTinyPolicy,
  maxDifference,
  OPTIMIZER,
} from "../support/tiny-policy.ts";

const OPTIONS = { learningRate: 1e-2, optimizer: OPTIMIZER };

function largestDifference(a: NamedArrays, b: NamedArrays): number {
  return Math.max(...Object.keys(a).map((name) => maxDifference(a[name]?.data ?? [], b[name]?.data ?? [])));
}

async function updateOnce(
  policy: Policy,
  batch: UpdateBatch,
): Promise<{ result: UpdateResult; state: PolicyState }> {
  const result = await policy.update(batch, OPTIONS);
  const state = await policy.exportState();
  await policy.close();
  return { result, state };
}

describe("update", () => {
  it("agrees between the jit and the eager engine in loss, metrics, gradient norm and optimiser state", async () => {
    const policies = await Promise.all([
      createTinyPolicy({ kind: "jit" }),
      createTinyPolicy({ kind: "eager" }),
    ]);
    const [jit, eager] = policies as [Policy, Policy];
    for (let step = 0; step < 3; step++) {
      const sft: UpdateBatch = { kind: "sft", sequences: createSequences(step, 6) };
      const rlvr = await createRollouts(eager, step, 6, 0.3);
      for (const batch of [sft, rlvr]) {
        const [a, b] = (await Promise.all(policies.map((policy) => policy.update(batch, OPTIONS)))) as [
          UpdateResult,
          UpdateResult,
        ];
        expect(a.loss).toBeCloseTo(b.loss, 5);
        expect(Math.abs(a.gradNorm / b.gradNorm - 1)).toBeLessThan(1e-4);
        for (const [name, value] of Object.entries(a.metrics))
          expect(value).toBeCloseTo(b.metrics[name] as number, 4);
      }
    }
    const [a, b] = [await jit.exportState(), await eager.exportState()];
    expect(largestDifference(a.firstMoments, b.firstMoments)).toBeLessThan(1e-5);
    expect(largestDifference(a.secondMoments, b.secondMoments)).toBeLessThan(1e-6);
    expect(largestDifference(a.parameters, b.parameters)).toBeLessThan(1e-3);
    for (const policy of policies) await policy.close();
  });

  it("gives the same step for one micro-batch and for many", async () => {
    for (const kind of ["sft", "rlvr"] as const) {
      const outcomes = [];
      for (const microBatchTokens of [4096, 64, 16]) {
        const policy = await createTinyPolicy({ microBatchTokens });
        const batch = kind === "rlvr" ? await createRollouts(policy, 2, 12, 0.3) : undefined;
        outcomes.push(await updateOnce(policy, batch ?? { kind: "sft", sequences: createSequences(2, 12) }));
      }
      const [whole, ...parts] = outcomes as [(typeof outcomes)[0], ...typeof outcomes];
      for (const part of parts) {
        expect(part.result.loss).toBeCloseTo(whole.result.loss, 6);
        expect(part.result.gradNorm).toBeCloseTo(whole.result.gradNorm, 5);
        for (const [name, value] of Object.entries(whole.result.metrics)) {
          expect(part.result.metrics[name]).toBeCloseTo(value, 5);
        }
        expect(largestDifference(part.state.firstMoments, whole.state.firstMoments)).toBeLessThan(1e-6);
      }
    }
  });

  it("does not depend on the order of rows, for any loss type", async () => {
    for (const lossType of ["dapo", "grpo", "dr_grpo"] as const) {
      const [first, second] = [await createTinyPolicy(), await createTinyPolicy()];
      const rollouts = await createRollouts(first, 4, 8, 0.3);
      const batch = { ...rollouts, loss: { ...rollouts.loss, lossType } };
      const order = [5, 2, 7, 0, 3, 6, 1, 4];
      const permute = <T>(list: ArrayLike<T>): T[] => order.map((row) => list[row] as T);
      const permuted = {
        ...batch,
        sequences: permute(batch.sequences),
        advantages: Float32Array.from(permute(batch.advantages)),
        samplerLogprobs: permute(batch.samplerLogprobs),
        refLogprobs: permute(batch.refLogprobs ?? []),
      };
      const [a, b] = [await updateOnce(first, batch), await updateOnce(second, permuted)];
      expect(a.result.loss).toBeCloseTo(b.result.loss, 6);
      expect(largestDifference(a.state.firstMoments, b.state.firstMoments)).toBeLessThan(1e-6);
    }
  });

  it("is on policy right after sampling: ratio 1, nothing clipped, no drift", async () => {
    const policy = await createTinyPolicy();
    const batch = await createRollouts(policy, 1, 8, 0);
    const { result } = await updateOnce(policy, batch);
    expect(result.metrics["ratio/max"]).toBeCloseTo(1, 5);
    expect(result.metrics["clip_ratio/region_mean"]).toBe(0);
    expect(result.metrics["sampling/sampling_logp_difference/max"]).toBeLessThan(1e-5);
    expect(result.metrics["kl"]).toBeCloseTo(0, 6);
  });

  it("counts tokens without padding and reports sft accuracy", async () => {
    const policy = await createTinyPolicy();
    const sequences = createSequences(9, 5);
    const { result } = await updateOnce(policy, { kind: "sft", sequences });
    expect(result.tokens).toBe(sequences.reduce((sum, { tokens }) => sum + tokens.length, 0));
    expect(result.metrics["accuracy"]).toBeGreaterThanOrEqual(0);
    expect(result.metrics["accuracy"]).toBeLessThanOrEqual(1);
  });

  it("repeats bit by bit from the same seed", async () => {
    const run = async () => {
      const policy = await createTinyPolicy({ microBatchTokens: 64 });
      for (let step = 0; step < 3; step++)
        await policy.update({ kind: "sft", sequences: createSequences(step, 9) }, OPTIONS);
      return updateOnce(policy, { kind: "sft", sequences: createSequences(7, 9) });
    };
    expect(await run()).toEqual(await run());
  });

  it("continues bit by bit after export and import", async () => {
    const [first, second] = [await createTinyPolicy(), await createTinyPolicy({ seed: 2 })];
    for (let step = 0; step < 2; step++)
      await first.update({ kind: "sft", sequences: createSequences(step, 4) }, OPTIONS);
    await second.importState(await first.exportState());
    const batch: UpdateBatch = { kind: "sft", sequences: createSequences(8, 4) };
    expect(await updateOnce(second, batch)).toEqual(await updateOnce(first, batch));
  });

  it("starts a fresh optimiser when only parameters are imported", async () => {
    const [first, second] = [await createTinyPolicy(), await createTinyPolicy()];
    await first.update({ kind: "sft", sequences: createSequences(0, 4) }, OPTIONS);
    await second.importState({ parameters: (await first.exportState()).parameters });
    const state = await second.exportState();
    expect(state.updates).toBe(0);
    expect(Object.values(state.firstMoments).every(({ data }) => data.every((value) => value === 0))).toBe(
      true,
    );
    await Promise.all([first.close(), second.close()]);
  });

  it("rejects an update that is not finite, changes nothing and goes on", async () => {
    const policy = await createTinyPolicy();
    const rollouts = await createRollouts(policy, 3, 4, 0.1);
    const before = await policy.exportState();
    const explosive = { ...rollouts, advantages: new Float32Array(4).fill(3e38) };
    await expect(policy.update(explosive, OPTIONS)).rejects.toMatchObject({ code: "NOT_FINITE" });
    expect(await policy.exportState()).toEqual(before);
    expect((await policy.update(rollouts, OPTIONS)).gradNorm).toBeGreaterThan(0);
    await policy.close();
  });

  it("applies weight decay to matrices only", async () => {
    const policy = await createTinyPolicy();
    const before = await policy.exportState();
    const rollouts = await createRollouts(policy, 3, 4, 0);
    const still = { ...rollouts, advantages: new Float32Array(4), loss: { ...rollouts.loss, beta: 0 } };
    const { state, result } = await updateOnce(policy, still);
    expect(result.gradNorm).toBe(0);
    for (const [name, { data, shape }] of Object.entries(state.parameters)) {
      const factor = shape.length > 1 ? 1 - OPTIONS.learningRate * OPTIMIZER.weightDecay : 1;
      const expected = before.parameters[name]?.data.map((value) => value * factor) ?? [];
      expect(maxDifference(data, expected), name).toBeLessThan(3e-7);
    }
  });

  it("leaves no tensors behind on the eager engine", async () => {
    const policy = await createTinyPolicy({ kind: "eager" });
    const batch = await createRollouts(policy, 3, 2, 0.1);
    await policy.update(batch, OPTIONS);
    const before = tf.memory().numTensors;
    await policy.update(batch, OPTIONS);
    await policy.update({ kind: "sft", sequences: batch.sequences }, OPTIONS);
    expect(tf.memory().numTensors).toBe(before);
    await policy.close();
  });

  it("names what is wrong with a batch", async () => {
    const policy = await createTinyPolicy();
    const tokens = Int32Array.of(1, 2, 3);
    const sft = (sequence: { tokens: Int32Array; promptLength: number }) =>
      policy.update({ kind: "sft", sequences: [sequence] }, OPTIONS);
    await expect(sft({ tokens, promptLength: 3 })).rejects.toThrow(/no completion/);
    await expect(sft({ tokens, promptLength: 4 })).rejects.toThrow(/promptLength/);
    await expect(sft({ tokens: Int32Array.of(1, 99), promptLength: 1 })).rejects.toThrow(/token 99/);
    await expect(sft({ tokens: new Int32Array(41), promptLength: 1 })).rejects.toThrow(/41 tokens/);
    const rollouts = await createRollouts(policy, 3, 2, 0);
    const { refLogprobs: _, ...withoutReference } = rollouts;
    await expect(policy.update(withoutReference, OPTIONS)).rejects.toThrow(/refLogprobs/);
    const advantages = Float32Array.of(Number.NaN, 0);
    await expect(policy.update({ ...rollouts, advantages }, OPTIONS)).rejects.toThrow(/advantage/);
    await policy.close();
    await expect(sft({ tokens, promptLength: 1 })).rejects.toMatchObject({ code: "POLICY_CLOSED" });
  });
});
