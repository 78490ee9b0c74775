import fc from "fast-check";
import { expect, test } from "vitest";
import type { Verdict } from "../answer/index.ts";
import { checkSteps } from "../steps/index.ts";
import type { GradedRollout } from "./components.ts";
import { resolveReward } from "./profiles.ts";
import { asksForSteps, scoreGroup } from "./score-group.ts";

const place = { batchId: "b1", problemId: "p1", occurrence: 0 };
const fromProfile = (profile: string, weights: Record<string, number> = {}, seed = 0) =>
  resolveReward({ profile, weights, seed });

function rollout(id: string, correct: boolean, answer?: string, truncated = false): GradedRollout {
  const verdict: Verdict = {
    kind: "score",
    correct,
    reason: answer === undefined ? "no_answer" : correct ? "equal" : "different",
    fuelUsed: 1,
    ...(answer === undefined
      ? {}
      : { answerForm: answer, extracted: { start: 0, end: answer.length, text: answer, source: "box" } }),
  };
  return { id, truncated, verdict };
}

const failed: GradedRollout = {
  id: "f",
  truncated: false,
  verdict: { kind: "failure", failure: "undecided", message: "m", fuelUsed: 1 },
};

const group = [
  rollout("a", true, "2"),
  rollout("b", false, "3"),
  rollout("c", false, "3"),
  rollout("d", false, "3", true),
  rollout("e", false),
  failed,
];

const rewardsOf = (profile: string, weights?: Record<string, number>) =>
  scoreGroup(group, fromProfile(profile, weights), place).rewards.map(({ reward }) => reward);

test("each profile pays for its own thing, and a failure is never paid or punished", () => {
  expect(rewardsOf("truth")).toEqual([1, 0, 0, 0, 0, undefined]);
  expect(rewardsOf("inverted")).toEqual([0, 1, 1, 1, 1, undefined]);
  expect(rewardsOf("format")).toEqual([1, 1, 1, 0, 0, undefined]);
  expect(rewardsOf("majority")).toEqual([0, 1, 1, 1, 0, undefined]);
});

test("weights replace those of the profile, and components are reported before weighting", () => {
  expect(rewardsOf("truth", { answer: 1, format: 0.25 })).toEqual([1.25, 0.25, 0.25, 0, 0, undefined]);
  const { rewards } = scoreGroup(group, fromProfile("truth", { format: 2 }), place);
  expect(rewards[0]).toEqual({ reward: 2, components: { answer: 1, format: 1 } });
  expect(rewards[5]).toEqual({ components: {} });
});

test.each([
  // Group: right; wrong; wrong; wrong and cut off; no answer.
  [{ format: "answer" }, [1.5, 0, 0, 0, 0]],
  [{ answer: "format" }, [1.5, 0.5, 0.5, 0, 0]],
  [{ format: "majority" }, [1, 0.5, 0.5, 0, 0]],
] as const)("gates %j let a component count only under their condition", (gates, expected) => {
  const reward = resolveReward({ profile: "truth", weights: { answer: 1, format: 0.5 }, gates, seed: 0 });
  const { rewards } = scoreGroup(group, reward, place);
  expect(rewards.map((scored) => scored.reward)).toEqual([...expected, undefined]);
  // What is reported does not depend on gates.
  expect(rewards.slice(0, 5).map(({ components }) => components.format)).toEqual([1, 1, 1, 0, 0]);
});

test("under no_shortcut a flagged rollout is not paid, though its components are reported", () => {
  const weights = { answer: 1, format: 0.5 };
  const reward = resolveReward({ profile: "truth", weights, gates: { answer: "no_shortcut" }, seed: 0 });
  const flagged = { ...rollout("a", true, "2"), tookShortcut: true };
  const honest = { ...rollout("b", true, "2"), tookShortcut: false };
  const { rewards } = scoreGroup([flagged, honest], reward, place);
  expect(rewards).toEqual([
    { reward: 0.5, components: { answer: 1, format: 1, shortcut: -1 } },
    { reward: 1.5, components: { answer: 1, format: 1, shortcut: 0 } },
  ]);
});

test("statistics of a mixed group", () => {
  const { stats } = scoreGroup(group, fromProfile("truth"), place);
  expect(stats).toMatchObject({ size: 6, scored: 5, correct: 1, noAnswer: 1, failed: 1, silent: false });
  expect(stats.passRate).toBeCloseTo(0.2, 12);
  expect(stats.rewardMean).toBeCloseTo(0.2, 12);
  expect(stats.rewardStd).toBeCloseTo(0.4, 12);
  expect(stats.distinctAnswers).toBe(2);
  expect(stats.modalAnswerShare).toBeCloseTo(0.75, 12);
});

test("a group without scores has no averages and carries no gradient", () => {
  for (const rollouts of [[], [failed]]) {
    const { stats } = scoreGroup(rollouts, fromProfile("truth"), place);
    expect(stats).toEqual({
      size: rollouts.length,
      scored: 0,
      correct: 0,
      noAnswer: 0,
      failed: rollouts.length,
      silent: true,
      distinctAnswers: 0,
    });
  }
});

test("equal rewards are silent with a spread of exactly 0", () => {
  const rollouts = Array.from({ length: 10 }, (_, index) => rollout(String(index), true, "2"));
  const { stats } = scoreGroup(rollouts, fromProfile("truth", { answer: 0.1 }), place);
  expect(stats).toMatchObject({ silent: true, rewardMean: 0.1, rewardStd: 0 });
});

test("a tie for the majority goes to the answer seen first; nobody's answer wins nothing", () => {
  const tied = [
    rollout("a", false, "5"),
    rollout("b", true, "2"),
    rollout("c", true, "2"),
    rollout("d", false, "5"),
  ];
  const majority = (rollouts: GradedRollout[]) =>
    scoreGroup(rollouts, fromProfile("majority"), place).rewards.map(({ reward }) => reward);
  expect(majority(tied)).toEqual([1, 0, 0, 1]);
  expect(majority([rollout("a", false), rollout("b", false)])).toEqual([0, 0]);
});

test("random draws are fixed by seed, batch, problem and rollout, whatever the order", () => {
  const ids = Array.from({ length: 64 }, (_, index) => `r${index}`);
  const draw = (order: readonly string[], seed: number, where = place) => {
    const rollouts = order.map((id) => rollout(id, false, "1"));
    const { rewards } = scoreGroup(rollouts, fromProfile("random", {}, seed), where);
    return new Map(order.map((id, index) => [id, rewards[index]?.reward]));
  };
  const base = draw(ids, 1);
  expect(draw([...ids].reverse(), 1)).toEqual(new Map([...base].reverse()));
  expect([...draw([...ids].reverse(), 1)].sort()).toEqual([...base].sort());
  for (const other of [
    draw(ids, 2),
    draw(ids, 1, { ...place, batchId: "b2" }),
    draw(ids, 1, { ...place, problemId: "p2" }),
    draw(ids, 1, { ...place, occurrence: 1 }),
  ]) {
    expect(other).not.toEqual(base);
  }
});

test("random draws are a fair coin, also where ids are empty", () => {
  const rollouts = Array.from({ length: 20_000 }, () => rollout("", false, "1"));
  const { stats } = scoreGroup(rollouts, fromProfile("random", {}, 3), place);
  // Five standard deviations of the mean of 20,000 fair coins.
  expect(Math.abs(stats.rewardMean! - 0.5)).toBeLessThan((5 * 0.5) / Math.sqrt(20_000));
});

test("any group: counts add up, and truth and inverted rewards of a scored rollout sum to 1", () => {
  const anyRollout = fc.oneof(
    fc.constant(failed),
    fc
      .record({
        correct: fc.boolean(),
        answer: fc.option(fc.constantFrom("1", "2", "3"), { nil: undefined }),
      })
      .map(({ correct, answer }) => rollout("x", correct && answer !== undefined, answer)),
  );
  fc.assert(
    fc.property(fc.array(anyRollout, { maxLength: 12 }), (rollouts) => {
      const truth = scoreGroup(rollouts, fromProfile("truth"), place);
      const inverted = scoreGroup(rollouts, fromProfile("inverted"), place);
      const { size, scored, failed: failures, correct } = truth.stats;
      expect(scored + failures).toBe(size);
      expect(truth.rewards.reduce((sum, { reward }) => sum + (reward ?? 0), 0)).toBe(correct);
      rollouts.forEach((_, index) => {
        const [up, down] = [truth.rewards[index]!.reward, inverted.rewards[index]!.reward];
        expect(up === undefined ? down : up + down!).toBe(up === undefined ? undefined : 1);
      });
    }),
  );
});

const checked = (id: string, ...trace: string[]): GradedRollout => ({
  ...rollout(id, true, "2"),
  trace: checkSteps({ problem: "", trace }),
});
const unchecked: GradedRollout = {
  ...rollout("u", true, "2"),
  trace: { kind: "failure", failure: "limit_exceeded", message: "too long", fuelUsed: 0 },
};
const withSteps = [
  checked("ok", "1 + 1 = 2"),
  checked("half", "1 + 1 = 2", "2 * 3 = 5", "So it goes.", "And so on."),
  checked("mute", "It is 2."),
  unchecked,
];

test.each([
  // Rollouts: all steps hold; one of two does, of four; nothing to check; could not be checked.
  [{ answer: 1, coherence: 0.5 }, {}, [1.5, 1.25, 1, undefined]],
  [{ coherence: 1, coverage: 1 }, {}, [2, 1, 0, undefined]],
  [{ answer: 1 }, { answer: "coherence" }, [1, 1, 0, undefined]],
  // A weight of 0 reports, and a rollout that could not be checked keeps its reward.
  [{ answer: 1, coherence: 0 }, {}, [1, 1, 1, 1]],
  [{ answer: 1, format: 0 }, { format: "coherence" }, [1, 1, 1, 1]],
] as const)("steps pay under weights %j and gates %j", (weights, gates, expected) => {
  const reward = resolveReward({ profile: "truth", weights, gates, seed: 0 });
  expect(asksForSteps(reward)).toBe(true);
  const { rewards } = scoreGroup(withSteps, reward, place);
  expect(rewards.map((scored) => scored.reward)).toEqual(expected);
  expect(rewards.map(({ components: { coherence, coverage } }) => [coherence, coverage])).toEqual([
    [1, 1],
    [0.5, 0.5],
    [0, 0],
    [undefined, undefined],
  ]);
});

test("steps that were checked are reported though nothing is paid for them, and others are not asked for", () => {
  const reward = fromProfile("truth");
  expect(asksForSteps(reward)).toBe(false);
  const { rewards } = scoreGroup([checked("a", "1 + 1 = 2"), rollout("b", true, "2")], reward, place);
  expect(rewards).toEqual([
    { reward: 1, components: { answer: 1, format: 1, coherence: 1, coverage: 1 } },
    { reward: 1, components: { answer: 1, format: 1 } },
  ]);
});

test("a group of which no reward can be told has none in its statistics", () => {
  const { stats } = scoreGroup([unchecked], fromProfile("truth", { coherence: 1 }), place);
  expect(stats).toMatchObject({ scored: 1, correct: 1, passRate: 1, silent: true });
  expect(stats).not.toHaveProperty("rewardMean");
});
