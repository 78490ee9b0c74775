import fc from "fast-check";
import { expect, test } from "vitest";
import { admitGroup } from "./admit-group.ts";
import { assessProblem, computeWeight } from "./decide-problem.ts";
import { difficultyFields, resolveDifficultyConfig } from "./difficulty-config.ts";
import { importCounts, type Observation, observeGroup } from "./observe.ts";
import { computePosterior } from "./posterior.ts";
import { decodeProblemState, encodeProblemState, type ProblemState } from "./problem-state.ts";

const config = resolveDifficultyConfig();

const group = (step: number, correct: number, size = 8): Observation => ({
  step,
  correct,
  wrong: size - correct,
});

const observeAll = (groups: readonly Observation[], settings = config) =>
  groups.reduce<ProblemState | undefined>((state, seen) => observeGroup(state, seen, settings), undefined)!;

const decisionOf = (groups: readonly Observation[], step?: number, settings = config) => {
  const state = observeAll(groups, settings);
  return assessProblem(state, step ?? state.step, settings).decision;
};

const impossible = [0, 1, 2, 3].map((step) => group(step, 0));
const solved = [0, 1, 2, 3].map((step) => group(step, 8));

test("the belief of a problem never seen is the prior", () => {
  expect(computePosterior(undefined, 7, config)).toMatchObject({ alpha: 1, beta: 1, mean: 0.5, evidence: 0 });
  expect(assessProblem(undefined, 7, config).decision).toMatchObject({ action: "explore", reason: "unseen" });
});

test("without forgetting the belief is the conjugate one, and its interval is exact", () => {
  const settings = resolveDifficultyConfig({ half_life_steps: 0 });
  const posterior = computePosterior(observeAll([group(0, 0), group(900, 0)], settings), 5000, settings);
  expect(posterior).toMatchObject({ alpha: 1, beta: 17 });
  expect(posterior.upper).toBeCloseTo(1 - 0.05 ** (1 / 17), 12);
  expect(posterior.lower).toBeCloseTo(1 - 0.95 ** (1 / 17), 12);
});

test("one visit a step is the discounted update of MoPPS", () => {
  const settings = resolveDifficultyConfig({ half_life_steps: 1 });
  let [alpha, beta] = [1, 1];
  const groups = [3, 0, 8, 5].map((correct, step) => group(step, correct));
  for (const { correct, wrong } of groups) {
    alpha = 0.5 * alpha + 0.5 * 1 + correct;
    beta = 0.5 * beta + 0.5 * 1 + wrong;
  }
  const posterior = computePosterior(observeAll(groups, settings), 3, settings);
  expect(posterior.alpha).toBeCloseTo(alpha, 12);
  expect(posterior.beta).toBeCloseTo(beta, 12);
});

test("evidence counts half after a half-life, and the interval widens", () => {
  const state = observeAll(solved);
  const now = computePosterior(state, 3, config);
  const later = computePosterior(state, 103, config);
  expect(later.evidence).toBeCloseTo(now.evidence / 2, 12);
  expect(later.upper - later.lower).toBeGreaterThan(now.upper - now.lower);
});

test("a few failures are unknown, many are near-impossible, and successes turn solved", () => {
  expect(decisionOf(impossible.slice(0, 1))).toMatchObject({ action: "explore", reason: "few_rollouts" });
  expect(decisionOf(impossible)).toMatchObject({ action: "drop", reason: "near_impossible", weight: 0 });
  expect(decisionOf(solved)).toMatchObject({ action: "drop", reason: "solved", weight: 0 });
  expect(decisionOf([group(0, 4), group(1, 3)])).toMatchObject({ action: "keep", reason: "learnable" });
});

test("a dropped problem comes back after its cool-down, later each time", () => {
  const { returnsAtStep } = decisionOf(impossible);
  expect(returnsAtStep).toBe(53);
  expect(decisionOf(impossible, 52)).toMatchObject({ action: "drop" });
  expect(decisionOf(impossible, 53)).toMatchObject({ action: "explore", reason: "cooled_down" });
  const again = [...impossible, group(53, 0), group(54, 0)];
  expect(decisionOf(again)).toMatchObject({ action: "drop", returnsAtStep: 53 + 100 });
  const thrice = [...again, group(160, 0), group(161, 0), group(162, 0), group(163, 0)];
  expect(decisionOf(thrice).returnsAtStep! - 163).toBeGreaterThan(150);
  // A problem that was learnt in between starts over.
  const learnt = [
    ...impossible,
    group(60, 6),
    group(61, 7),
    ...[800, 801, 802, 803].map((step) => group(step, 0)),
  ];
  expect(decisionOf(learnt)).toMatchObject({ action: "drop", returnsAtStep: 803 + 50 });
});

test("a visit during the cool-down neither ends nor prolongs it while the belief stands", () => {
  expect(decisionOf([...impossible, group(20, 0)])).toMatchObject({ action: "drop", returnsAtStep: 53 });
  expect(decisionOf([...impossible, group(20, 6)])).toMatchObject({ action: "keep" });
});

test("a rare success on a near-impossible problem is guarded", () => {
  expect(decisionOf([...impossible, group(4, 1)])).toMatchObject({ action: "guard", reason: "rare_success" });
  expect(decisionOf([...impossible, group(4, 4)])).toMatchObject({ action: "keep" });
  expect(decisionOf([...impossible, group(4, 1), group(5, 0)]).action).not.toBe("guard");
  const state = observeAll([...impossible, group(4, 1)]);
  const counts = { scored: 8, correct: 1, silent: false };
  expect(admitGroup("posterior", counts, assessProblem(state, 4, config), config)).toMatchObject({
    action: "guard",
    advantageCap: config.guardAdvantageCap,
  });
});

test("imports inform the belief within their limit and count no visit", () => {
  const state = importCounts(undefined, { step: 0, correct: 16, wrong: 48 }, config);
  expect(state).toMatchObject({ visits: 0, rollouts: 0, lastVisits: [] });
  expect(computePosterior(state, 0, config)).toMatchObject({ alpha: 1 + 4, beta: 1 + 12 });
  expect(importCounts(undefined, { step: 0, correct: 1, wrong: 2 }, config).older).toEqual({
    correct: 1,
    wrong: 2,
  });
});

test("the weight is the expected chance of a mixed group", () => {
  const weightOf = (alpha: number, beta: number) =>
    computeWeight({ alpha, beta, mean: 0, lower: 0, upper: 0, evidence: 0 }, config);
  expect(weightOf(1, 1)).toBeCloseTo(1 - 2 / 9, 12);
  // A certain rate p: 1 - p^8 - (1 - p)^8.
  expect(weightOf(1e8, 1e8)).toBeCloseTo(1 - 2 / 2 ** 8, 6);
  expect(weightOf(1e8, 9e8)).toBeCloseTo(1 - 0.1 ** 8 - 0.9 ** 8, 6);
});

const successes = (valid: number, invalid: number, unverifiable: number) => ({
  scored: 8,
  correct: 1,
  silent: false,
  successes: { valid, invalid, unverifiable },
});

test.each([
  ["none", { scored: 8, correct: 0, silent: true }, "keep", "admitted"],
  ["none", { scored: 0, correct: 0, silent: true }, "drop", "nothing_scored"],
  ["zero_variance", { scored: 8, correct: 0, silent: true }, "drop", "zero_variance"],
  ["zero_variance", { scored: 8, correct: 1, silent: false }, "keep", "varied"],
  ["band", { scored: 8, correct: 1, silent: false }, "drop", "below_band"],
  ["band", { scored: 8, correct: 7, silent: false }, "drop", "above_band"],
  ["band", { scored: 8, correct: 2, silent: false }, "keep", "in_band"],
  ["pool", { scored: 8, correct: 0, silent: true }, "keep", "pool_hard"],
  ["pool", { scored: 8, correct: 8, silent: true }, "keep", "pool_easy"],
  ["pool", { scored: 8, correct: 4, silent: false }, "keep", "pool_normal"],
  ["verified_success", { scored: 8, correct: 0, silent: true }, "drop", "zero_variance"],
  ["verified_success", { scored: 8, correct: 2, silent: false }, "keep", "varied"],
  ["verified_success", { scored: 8, correct: 1, silent: false }, "guard", "unverified_success"],
  ["verified_success", successes(1, 0, 0), "keep", "verified_success"],
  ["verified_success", successes(0, 1, 0), "drop", "invalid_success"],
  ["verified_success", successes(0, 0, 1), "guard", "unverified_success"],
] as const)("rule %s on %j: %s (%s)", (rule, counts, action, reason) => {
  const after = assessProblem(undefined, 0, config);
  expect(admitGroup(rule, counts, after, config)).toMatchObject({ rule, action, reason });
});

const anyGroup = fc
  .record({ step: fc.nat(60), correct: fc.nat(8), size: fc.constantFrom(8, 16) })
  .map(({ step, correct, size }) => group(step, correct, size));

test("the order of updates within a step changes nothing, not even in the last digit", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyGroup, fc.nat(1000)), { maxLength: 30 }), (drawn) => {
      const byStep = (left: Observation, right: Observation) => left.step - right.step;
      const given = drawn.map(([seen]) => seen).sort(byStep);
      const shuffled = [...drawn]
        .sort(([, left], [, right]) => left - right)
        .map(([seen]) => seen)
        .sort(byStep);
      if (given.length > 0) expect(observeAll(shuffled)).toEqual(observeAll(given));
    }),
  );
});

test("late groups leave the belief that groups in order leave", () => {
  fc.assert(
    fc.property(fc.array(anyGroup, { minLength: 1, maxLength: 20 }), (groups) => {
      const ordered = observeAll([...groups].sort((left, right) => left.step - right.step));
      const asGiven = observeAll(groups);
      const at = ordered.step;
      const [a, b] = [computePosterior(ordered, at, config), computePosterior(asGiven, at, config)];
      expect(b.alpha).toBeCloseTo(a.alpha, 9);
      expect(b.beta).toBeCloseTo(a.beta, 9);
      expect([asGiven.visits, asGiven.rollouts, asGiven.correct]).toEqual([
        ordered.visits,
        ordered.rollouts,
        ordered.correct,
      ]);
    }),
  );
});

test("states survive their encoding", () => {
  fc.assert(
    fc.property(fc.array(anyGroup, { minLength: 1, maxLength: 20 }), (groups) => {
      const state = observeAll(groups);
      expect(decodeProblemState(encodeProblemState(state))).toEqual(state);
    }),
  );
});

test("settings: every wrong one is named, with the word that was meant", () => {
  expect(() => resolveDifficultyConfig({ half_live_steps: 3 })).toThrow(/Did you mean "half_life_steps"\?/);
  expect(() => resolveDifficultyConfig({ impossible_below: 2, min_rollouts: -1 })).toThrow(
    /min_rollouts.*impossible_below/,
  );
  expect(() => resolveDifficultyConfig({ band_low: 0.9, band_high: 0.1 })).toThrow(/band_low.*band_high/);
  expect(difficultyFields.every(({ description }) => description.length > 5)).toBe(true);
});
