import { describe, expect, it } from "vitest";
import type { Check, Claim } from "./claim.ts";
import { judgeClaims } from "./judge-claims.ts";
import type { SeedResults } from "./measure.ts";
import type { ModelTally } from "./tally.ts";

const N = 16;

function createTally(correctCounts: readonly number[]): ModelTally {
  const problems = correctCounts.map((correct, index) => {
    const problemId = `p${index}`;
    return [
      problemId,
      { problemId, stratum: "n4", n: N, correct, processValid: correct, nullCorrect: 0, failed: 0 },
    ] as const;
  });
  return {
    problems: new Map(problems),
    formats: new Map(),
    samples: N * correctCounts.length,
    truncated: 0,
    traces: new Map(),
    answers: new Map(),
    lengthSum: 0,
  };
}

const createSeed = (
  seed: number,
  before: readonly number[],
  after: readonly number[],
  silentRate = 0.9,
): SeedResults => ({
  seed,
  tallies: new Map([
    ["before", createTally(before)],
    ["after", createTally(after)],
  ]),
  silent: new Map([["after", { first: silentRate, all: silentRate }]]),
});

const difference: Check = {
  id: "up",
  role: "primary",
  measure: { kind: "answer_pass", k: 1, strata: ["n4"] },
  of: "after",
  against: "before",
  direction: "above",
  threshold: 0.05,
  shown: "yes",
  failure: "no",
};
const level: Check = {
  id: "silent",
  role: "primary",
  measure: { kind: "silent_rate", window: "all" },
  of: "after",
  direction: "above",
  threshold: 0.8,
  shown: "yes",
  failure: "no",
};
const claim = (...checks: Check[]): Claim => ({ id: "T", title: "t", statement: "s", sources: [], checks });
const judgeOne = (check: Check, seeds: readonly SeedResults[]) =>
  judgeClaims([claim(check)], seeds)[0]?.checks[0];

describe("judgeClaims", () => {
  const low = [2, 3, 2, 3, 2, 3, 2, 3];
  const high = [8, 9, 8, 9, 8, 9, 8, 9];

  it("shows a difference that reaches its threshold with an interval clear of zero", () => {
    const outcome = judgeOne(difference, [
      createSeed(0, low, high),
      createSeed(1, low, [9, 9, 9, 9, 9, 9, 9, 8]),
    ]);
    expect(outcome?.interval).toBe("seeds");
    expect(outcome?.estimate.value).toBeCloseTo((6 / 16 + 51 / 128) / 2, 2);
    expect(outcome?.verdict).toBe("shown");
  });

  it("does not show a difference below its threshold, however sure", () => {
    const slightly = [2, 3, 2, 3, 2, 3, 2, 4];
    const outcome = judgeOne(difference, [createSeed(0, low, slightly), createSeed(1, low, slightly)]);
    expect(outcome?.estimate.low).toBeGreaterThan(0);
    expect(outcome?.verdict).toBe("refuted");
  });

  it("does not show a difference in the wrong direction or one that changes sign between seeds", () => {
    expect(judgeOne(difference, [createSeed(0, high, low), createSeed(1, high, low)])?.verdict).not.toBe(
      "shown",
    );
    expect(judgeOne(difference, [createSeed(0, low, high), createSeed(1, high, low)])?.verdict).not.toBe(
      "shown",
    );
  });

  it("takes the interval over problems at one seed", () => {
    const outcome = judgeOne(difference, [createSeed(0, low, high)]);
    expect(outcome?.interval).toBe("problems");
    expect(outcome?.verdict).toBe("shown");
  });

  it("wants the whole interval of a level on the right side", () => {
    const judgeRates = (...rates: number[]) =>
      judgeOne(
        level,
        rates.map((rate, seed) => createSeed(seed, low, high, rate)),
      )?.verdict;
    expect(judgeRates(0.9, 0.91, 0.92, 0.91)).toBe("shown");
    expect(judgeRates(0.81, 0.99, 0.81, 0.99)).toBe("open");
    expect(judgeRates(0.5, 0.51, 0.52, 0.51)).toBe("refuted");
    expect(judgeOne(level, [createSeed(0, low, high, 0.7)])?.verdict).toBe("refuted");
  });

  it("shows a claim only when all its primary checks show", () => {
    const seeds = [createSeed(0, low, high, 0.5), createSeed(1, low, high, 0.5)];
    const [both] = judgeClaims([claim(difference, level)], seeds);
    expect(both?.checks.map(({ verdict }) => verdict)).toEqual(["shown", "refuted"]);
    expect(both?.shown).toBe(false);
    const [secondary] = judgeClaims([claim(difference, { ...level, role: "secondary" })], seeds);
    expect(secondary?.shown).toBe(true);
  });
});
