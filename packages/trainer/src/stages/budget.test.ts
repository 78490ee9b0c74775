import { describe, expect, it } from "vitest";
import { computeLearningRate, measureProgress } from "./budget.ts";
import { countRuleSteps } from "./stop-rule.ts";

const at = (step: number, flops = 0) => ({ step, flops, tokens: 0, counters: {} });
const schedule = { type: "cosine" as const, warmupSteps: 10, floor: 0.1 };

describe("measureProgress", () => {
  it("counts steps or FLOPs", () => {
    expect(measureProgress({ steps: 10 }, at(5))).toBe(0.5);
    expect(measureProgress({ flops: 1e6 }, at(5, 2.5e5))).toBe(0.25);
    expect(measureProgress({ flops: 1e6 }, at(5, 2e6))).toBe(1);
  });
});

describe("computeLearningRate", () => {
  it("warms up, peaks and ends at the floor", () => {
    const config = { steps: 110, learningRate: 1, schedule };
    expect(computeLearningRate(config, at(0))).toBeCloseTo(0.1, 10);
    expect(computeLearningRate(config, at(9))).toBeCloseTo(1, 10);
    expect(computeLearningRate(config, at(10))).toBeCloseTo(1, 10);
    expect(computeLearningRate(config, at(109))).toBeCloseTo(0.1, 10);
  });

  it("follows the share of a FLOPs budget", () => {
    const config = { flops: 1000, learningRate: 1, schedule };
    expect(computeLearningRate(config, at(4, 900))).toBeCloseTo(0.5, 10);
    expect(computeLearningRate(config, at(10, 0))).toBeCloseTo(1, 10);
    expect(computeLearningRate(config, at(20, 500))).toBeCloseTo(0.55, 10);
    expect(computeLearningRate(config, at(20, 1000))).toBeCloseTo(0.1, 10);
  });

  it("stays constant without a cosine", () => {
    const config = {
      flops: 1000,
      learningRate: 2,
      schedule: { ...schedule, type: "constant" as const, warmupSteps: 0 },
    };
    for (const flops of [0, 500, 999]) expect(computeLearningRate(config, at(3, flops))).toBe(2);
  });
});

describe("countRuleSteps", () => {
  it("counts steps in a row and starts again when the bound is not passed or the metric is missing", () => {
    const rule = { metric: "x", above: 0.9, forSteps: 3 };
    expect(countRuleSteps(rule, { x: 0.95 }, 2)).toBe(3);
    expect(countRuleSteps(rule, { x: 0.9 }, 2)).toBe(0);
    expect(countRuleSteps(rule, {}, 2)).toBe(0);
    expect(countRuleSteps({ metric: "x", below: 0.1, forSteps: 3 }, { x: 0 }, 0)).toBe(1);
  });
});
