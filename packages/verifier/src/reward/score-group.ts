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
  stepComponents,
} from "./components.ts";
import { type GateCondition, noShortcut } from "./gates.ts";
import { computeGroupStats, type GroupStats } from "./group-stats.ts";
import type { ResolvedReward } from "./profiles.ts";
import { scoreSteps } from "./score-steps.ts";

/** The reward of one rollout. Both fields are empty when its verdict is a failure. */
export interface RolloutReward {
  /** Absent, too, where it rests on steps that could not be checked. */
  readonly reward?: number;
  /** Each component by name, before weighting. */
  readonly components: Readonly<Partial<Record<ComponentName, number>>>;
}

/** Rewards of a group in the order of its rollouts, and its statistics. */
export interface ScoredGroup {
  readonly rewards: readonly RolloutReward[];
  readonly stats: GroupStats;
}

/** Scores the graded rollouts of one problem. Those whose reward rests on their steps come with a verdict on these. */
export function scoreGroup(
  rollouts: readonly GradedRollout[],
  reward: ResolvedReward,
  batch: Omit<DrawKey, "seed">,
): ScoredGroup {
  const answerCounts = countAnswers(rollouts);
  const modalKey = findModalAnswer(answerCounts)?.key;
  const key: DrawKey = { ...batch, seed: reward.seed };
  const asked = listComponents(reward).filter((name) => !isStepComponent(name));

  const rewards = rollouts.map((rollout, position): RolloutReward => {
    if (rollout.verdict.kind === "failure") return { components: {} };
    const correct = rollout.verdict.correct ? 1 : 0;
    const steps = rollout.trace?.kind === "checked" ? scoreSteps(rollout.trace.steps) : undefined;
    const measure: Record<Exclude<ComponentName, StepComponent>, () => number> = {
      answer: () => correct,
      format: () => scoreFormat(rollout),
      random: () => drawCoin(key, rollout.id, position),
      inverted: () => 1 - correct,
      majority: () => (modalKey !== undefined && readAnswerKey(rollout.verdict) === modalKey ? 1 : 0),
      shortcut: () => (rollout.tookShortcut === true ? -1 : 0),
    };
    const components: Partial<Record<ComponentName, number>> = {};
    for (const name of asked) components[name] = measure[name]();
    if (rollout.tookShortcut !== undefined) components.shortcut = measure.shortcut();
    Object.assign(components, steps);
    // Steps that could not be checked are neither right nor wrong: such a reward does not exist.
    if (steps === undefined && restsOnSteps(reward)) return { components };
    return { reward: combine(components, reward, rollout.tookShortcut === true), components };
  });
  return { rewards, stats: computeGroupStats(rollouts, rewards, answerCounts) };
}

/** Whether the components of a reward ask for a check of every rollout's steps. */
export function asksForSteps(reward: ResolvedReward): boolean {
  return listComponents(reward).some(isStepComponent);
}

type StepComponent = (typeof stepComponents)[number];

function isStepComponent(name: ComponentName): name is StepComponent {
  return stepComponents.some((known) => known === name);
}

function combine(
  components: Readonly<Partial<Record<ComponentName, number>>>,
  { weights, gates }: ResolvedReward,
  tookShortcut: boolean,
): number {
  const isOpen = (gate: GateCondition | undefined): boolean => {
    if (gate === undefined) return true;
    return gate === noShortcut ? !tookShortcut : (components[gate] ?? 0) > 0;
  };
  let total = 0;
  for (const [name, value] of Object.entries(components) as [ComponentName, number][])
    if (isOpen(gates[name])) total += value * (weights[name] ?? 0);
  return total;
}

/** Whether the value of the reward depends on the steps: by a weight, or by the gate of something that has one. */
function restsOnSteps({ weights, gates }: ResolvedReward): boolean {
  const paid = (Object.entries(weights) as [ComponentName, number][]).filter(([, weight]) => weight !== 0);
  return paid.some(([name]) => {
    const gate = gates[name];
    return isStepComponent(name) || (gate !== undefined && gate !== noShortcut && isStepComponent(gate));
  });
}

function listComponents({ weights, gates }: ResolvedReward): ComponentName[] {
  const gating = Object.values(gates).filter((gate) => gate !== noShortcut);
  const weighted = Object.keys(weights) as ComponentName[];
  return [...new Set([...reportedComponents, ...weighted, ...gating])];
}
