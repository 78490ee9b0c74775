import { findModalAnswer, type GradedRollout } from "./components.ts";

/** Statistics of one group; optional fields are absent where there is nothing to average. */
export interface GroupStats {
  readonly size: number;
  /** Rollouts with a score. */
  readonly scored: number;
  readonly correct: number;
  /** Scored rollouts in which no answer was found. */
  readonly noAnswer: number;
  readonly failed: number;
  /** correct / scored. */
  readonly passRate?: number;
  readonly rewardMean?: number;
  /** Population standard deviation of the rewards. */
  readonly rewardStd?: number;
  /** All scored rollouts earned the same reward: the group carries no gradient. True when nothing was scored. */
  readonly silent: boolean;
  readonly distinctAnswers: number;
  /** Share of the most frequent answer among the rollouts that gave one. */
  readonly modalAnswerShare?: number;
}

/** Computes the statistics from graded rollouts, their rewards and the counts of their answers. */
export function computeGroupStats(
  rollouts: readonly GradedRollout[],
  rewards: readonly { readonly reward?: number }[],
  answerCounts: ReadonlyMap<string, number>,
): GroupStats {
  const verdicts = rollouts.map((rollout) => rollout.verdict).filter((verdict) => verdict.kind === "score");
  const scored = verdicts.length;
  const correct = verdicts.filter((verdict) => verdict.correct).length;
  const values = rewards.flatMap(({ reward }) => (reward === undefined ? [] : [reward]));
  const silent = values.every((value) => value === values[0]);
  const answered = [...answerCounts.values()].reduce((sum, count) => sum + count, 0);
  const modal = findModalAnswer(answerCounts);
  return {
    size: rollouts.length,
    scored,
    correct,
    noAnswer: verdicts.filter((verdict) => verdict.extracted === undefined).length,
    failed: rollouts.length - scored,
    silent,
    distinctAnswers: answerCounts.size,
    ...(scored === 0 ? {} : { passRate: correct / scored }),
    ...(values.length === 0 ? {} : describeRewards(values, silent)),
    ...(modal === undefined ? {} : { modalAnswerShare: modal.count / answered }),
  };
}

function describeRewards(
  values: readonly number[],
  silent: boolean,
): { rewardMean: number; rewardStd: number } {
  // Equal rewards have no spread; summing them could leave a rounding error that looks like one.
  if (silent) return { rewardMean: values[0]!, rewardStd: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { rewardMean: mean, rewardStd: Math.sqrt(variance) };
}
