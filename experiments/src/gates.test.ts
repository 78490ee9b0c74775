import { expect, it } from "vitest";
import type { SuiteResults } from "./collect-results.ts";
import { type Gate, measureGates } from "./gates.ts";

const gate: Gate = {
  of: "trained",
  measure: { kind: "silent_rate", window: "first" },
  low: 0,
  high: 0.5,
  unmet: "nothing to learn from",
};
const resultsOf = (...rates: number[]): SuiteResults => ({
  seeds: rates.map((first, seed) => ({
    seed,
    tallies: new Map(),
    silent: new Map([["trained", { first, all: 1 }]]),
  })),
  histories: new Map(),
  flops: new Map(),
});

it("is met when the mean over seeds lies inside, ends included", () => {
  const isMet = (...rates: number[]) => measureGates([gate], resultsOf(...rates))[0]?.isMet;
  expect(isMet(0.5)).toBe(true);
  expect(isMet(0.51)).toBe(false);
  expect(isMet(0.3, 0.6)).toBe(true);
  expect(isMet(0.5, 0.6)).toBe(false);
});

it("carries the interval, kept inside 0 to 1", () => {
  const [outcome] = measureGates([gate], resultsOf(0.01, 0.4));
  expect(outcome?.estimate.value).toBeCloseTo(0.205);
  expect(outcome?.estimate.low).toBe(0);
  expect(outcome?.estimate.high).toBe(1);
});
