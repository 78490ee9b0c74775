import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AdvantageConfig, computeAdvantages } from "./compute-advantages.ts";
import type { RewardGroup } from "./reward-group.ts";

const grpo: AdvantageConfig = { type: "group_relative", scale: "group", std: "sample", epsilon: 1e-6 };
const compute = (group: RewardGroup, change: Partial<AdvantageConfig> = {}) =>
  computeAdvantages([group], { ...grpo, ...change })[0] ?? [];

const group = fc.array(fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined }), {
  minLength: 1,
  maxLength: 20,
});
const anyConfig = fc.record({
  type: fc.constantFrom("group_relative" as const, "leave_one_out" as const),
  scale: fc.constantFrom("group" as const, "batch" as const, "none" as const),
  std: fc.constantFrom("sample" as const, "population" as const),
  epsilon: fc.constantFrom(1e-6, 1e-4),
});

describe("computeAdvantages", () => {
  it("gives one success in a group of n the advantage (n - 1) / sqrt(n) under the sample deviation", () => {
    for (const n of [2, 8, 16, 32]) {
      const rewards = Array.from({ length: n }, (_, i) => (i === 0 ? 1 : 0));
      expect(compute(rewards)[0]).toBeCloseTo((n - 1) / Math.sqrt(n), 4);
      expect(compute(rewards, { std: "population" })[0]).toBeCloseTo(Math.sqrt(n - 1), 4);
      expect(compute(rewards, { scale: "none" })[0]).toBeCloseTo(1 - 1 / n, 12);
    }
  });

  it("matches a hand-computed group", () => {
    expect(compute([1, 0, 0, 1], { epsilon: 1e-4, std: "population" })).toEqual(
      [1, -1, -1, 1].map((s) => (s * 0.5) / 0.5001),
    );
    expect(compute([3, 1, 2], { type: "leave_one_out", scale: "none" })).toEqual([1.5, -1.5, 0]);
  });

  it("leave-one-out is n / (n - 1) times group-relative", () => {
    const rewards = [1, 0, 0.5, 0.25];
    const loo = compute(rewards, { type: "leave_one_out", scale: "none" });
    const relative = compute(rewards, { scale: "none" });
    for (const [i, value] of loo.entries()) expect(value).toBeCloseTo(((relative[i] as number) * 4) / 3, 12);
  });

  it("gives exact zeros when all judged rollouts earned the same, whatever the rounding", () => {
    for (const rewards of [[0.1, 0.1, 0.1], [1, undefined, 1], [0.3], [undefined, 0.7]])
      for (const type of ["group_relative", "leave_one_out"] as const)
        expect(compute(rewards, { type })).toEqual(
          rewards.map((reward) => (reward === undefined ? undefined : 0)),
        );
  });

  it("divides by the deviation of the whole batch", () => {
    const groups = [
      [0, 1],
      [2, 2],
    ];
    const batchStd = Math.sqrt((1.25 ** 2 + 0.25 ** 2 + 2 * 0.75 ** 2) / 4);
    const [first, second] = computeAdvantages(groups, {
      ...grpo,
      scale: "batch",
      std: "population",
      epsilon: 1e-6,
    });
    expect(first).toEqual([-0.5 / (batchStd + 1e-6), 0.5 / (batchStd + 1e-6)]);
    expect(second).toEqual([0, 0]);
  });

  it("leaves rollouts that could not be judged out of everything", () => {
    fc.assert(
      fc.property(group, anyConfig, (rewards, config) => {
        const masked = compute(rewards, config);
        const judged = compute(
          rewards.filter((reward) => reward !== undefined),
          config,
        );
        expect(masked.map((value) => value === undefined)).toEqual(
          rewards.map((reward) => reward === undefined),
        );
        expect(masked.filter((value) => value !== undefined)).toEqual(judged);
      }),
    );
  });

  it("sums to zero in every group and ignores a shift of all rewards", () => {
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 4 }),
        anyConfig,
        fc.integer({ min: -3, max: 3 }),
        (groups, config, shift) => {
          const advantages = computeAdvantages(groups, config);
          const shifted = computeAdvantages(
            groups.map((rewards) =>
              rewards.map((reward) => (reward === undefined ? undefined : reward + shift)),
            ),
            config,
          );
          for (const [g, values] of advantages.entries()) {
            const scored = values.filter((value) => value !== undefined);
            expect(scored.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 8);
            values.forEach((value, i) => {
              if (value !== undefined) expect(shifted[g]?.[i]).toBeCloseTo(value, 8);
            });
          }
        },
      ),
    );
  });
});
