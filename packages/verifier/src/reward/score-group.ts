import {
  type ComponentName,
  countAnswers,
  type DrawKey,
  drawCoin,
  findModalAnswer,
  type GradedRollout,
  readAnswerKey,
  reportedComponents,
  scoreFormat,
} from "./components.ts";
import { type GateCondition, noShortcut } from "./gates.ts";
import { computeGroupStats, type GroupStats } from "./group-stats.ts";
import type { ResolvedReward } from "./profiles.ts";

/** The reward of one rollout. Both fields are empty when its verdict is a failure. */
export interface RolloutReward {
  readonly reward?: number;
  /** Each component by name, before weighting. */
  readonly components: Readonly<Partial<Record<ComponentName, number>>>;
}

/** Rewards of a group in the order of its rollouts, and its statistics. */
export interface ScoredGroup {
  readonly rewards: readonly RolloutReward[];
  readonly stats: GroupStats;
}

/** Scores the graded rollouts of one problem. */
export function scoreGroup(
  rollouts: readonly GradedRollout[],
  reward: ResolvedReward,
  batch: Omit<DrawKey, "seed">,
): ScoredGroup {
  const answerCounts = countAnswers(rollouts);
  const modalKey = findModalAnswer(answerCounts)?.key;
  const wanted = listComponents(reward);
  const withShortcut = [...new Set<ComponentName>([...wanted, "shortcut"])];
  const key: DrawKey = { ...batch, seed: reward.seed };

  const rewards = rollouts.map((rollout, position): RolloutReward => {
    if (rollout.verdict.kind === "failure") return { components: {} };
    const correct = rollout.verdict.correct ? 1 : 0;
    const measure: Record<ComponentName, () => number> = {
      answer: () => correct,
      format: () => scoreFormat(rollout),
      random: () => drawCoin(key, rollout.id, position),
      inverted: () => 1 - correct,
      majority: () => (modalKey !== undefined && readAnswerKey(rollout.verdict) === modalKey ? 1 : 0),
      shortcut: () => (rollout.tookShortcut === true ? -1 : 0),
    };
    const components: Partial<Record<ComponentName, number>> = {};
    for (const name of rollout.tookShortcut === undefined ? wanted : withShortcut)
      components[name] = measure[name]();
    const isOpen = (gate: GateCondition | undefined): boolean => {
      if (gate === undefined) return true;
      return gate === noShortcut ? rollout.tookShortcut !== true : (components[gate] ?? 0) > 0;
    };
    let total = 0;
    for (const [name, value] of Object.entries(components) as [ComponentName, number][])
      if (isOpen(reward.gates[name])) total += value * (reward.weights[name] ?? 0);
    return { reward: total, components };
  });
  return { rewards, stats: computeGroupStats(rollouts, rewards, answerCounts) };
}

function listComponents(reward: ResolvedReward): ComponentName[] {
  const gating = Object.values(reward.gates).filter((gate) => gate !== noShortcut);
  const weighted = Object.keys(reward.weights) as ComponentName[];
  return [...new Set([...reportedComponents, ...weighted, ...gating])];
}
