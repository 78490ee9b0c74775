import { type GuardMode, isAdmitted } from "../advantage/admit-groups.ts";
import {
  computeMean,
  computeStd,
  isSilentGroup,
  listScored,
  type RewardGroup,
} from "../advantage/reward-group.ts";
import type { RlvrConfig } from "../config.ts";
import type { GroupDecision } from "../reward/reward-source.ts";
import type { Rollout, RolloutGroup } from "../rollout/rollout.ts";
import type { Task } from "../tasks/task.ts";
import type { Metrics } from "../tracking/sink.ts";

/** Rewards of a group; undefined where the verifier could not judge. */
export function rewardsOf({ rollouts }: RolloutGroup): RewardGroup {
  return rollouts.map(({ verdict }) => (verdict.kind === "scored" ? verdict.reward : undefined));
}

/**
 * Metrics of a batch of rollouts under TRL's names. Rewards are over judged rollouts; `reward_std` is the mean of the
 * groups' standard deviations.
 */
export function describeRollouts(
  groups: readonly RolloutGroup[],
  config: RlvrConfig,
  task: Task | undefined,
): Metrics {
  const rewards = groups.map(rewardsOf);
  const rollouts = groups.flatMap((group) => group.rollouts);
  const scored = rewards.flatMap(listScored);
  return {
    // Without a single verdict there is no reward to report; 0 would be a claim.
    ...(scored.length === 0 ? {} : { reward: computeMean(scored) }),
    reward_std: computeMean(rewards.map((group) => computeStd(listScored(group), config.advantage.std))),
    frac_reward_zero_std: computeMean(rewards.map((group) => Number(isSilentGroup(group)))),
    ...describeComponents(rollouts),
    ...describeVerdicts(groups),
    ...describeDecisions(groups, config.reward.guard),
    ...describeShortcuts(rollouts),
    ...describeLengths(rollouts),
    ...(task === undefined ? {} : describeFormats(rollouts, task)),
    ...(task === undefined || config.prompts.dataFile !== undefined ? {} : describeTraces(groups, task)),
  };
}

function describeComponents(rollouts: readonly Rollout[]): Metrics {
  const scored = rollouts.flatMap(({ verdict }) => (verdict.kind === "scored" ? [verdict.components] : []));
  const names = [...new Set(scored.flatMap((components) => Object.keys(components)))].sort();
  return Object.fromEntries(
    names.map((name) => {
      // Some components are reported of some rollouts only, for example those whose steps were checked.
      const reported = scored.flatMap(({ [name]: value }) => (value === undefined ? [] : [value]));
      return [`rewards/${name}/mean`, computeMean(reported)];
    }),
  );
}

function describeVerdicts(groups: readonly RolloutGroup[]): Metrics {
  const correctness = groups.map(({ rollouts }) =>
    rollouts.flatMap(({ verdict }) => (verdict.kind === "scored" ? [verdict.isCorrect] : [])),
  );
  const verdicts = groups.flatMap(({ rollouts }) => rollouts.map(({ verdict }) => verdict));
  const shareOf = (holds: (group: boolean[]) => boolean) =>
    computeMean(correctness.map((group) => Number(group.length > 0 && holds(group))));
  return {
    "groups/all_correct": shareOf((group) => group.every(Boolean)),
    "groups/all_wrong": shareOf((group) => !group.some(Boolean)),
    ...(correctness.flat().length === 0
      ? {}
      : { "verdict/correct_rate": computeMean(correctness.flat().map(Number)) }),
    "verdict/error_rate": computeMean(verdicts.map(({ kind }) => Number(kind === "failed"))),
    "verdict/no_answer_rate": computeMean(
      verdicts.map((verdict) => Number(verdict.kind === "scored" && verdict.reason === "no_answer")),
    ),
  };
}

// Shares of groups by action, and for each reason the number of groups it decided.
function describeDecisions(groups: readonly RolloutGroup[], guard: GuardMode): Metrics {
  const shareOf = (holds: (decision: GroupDecision) => boolean) =>
    computeMean(groups.map(({ decision }) => Number(holds(decision))));
  const reasons = groups.map(({ decision }) => `decisions/${decision.action}/${decision.reason}`).sort();
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return {
    "groups/admitted": shareOf((decision) => isAdmitted(decision, guard)),
    "groups/dropped": shareOf(({ action }) => action === "drop"),
    "groups/guarded": shareOf(({ action }) => action === "guard"),
    "groups/explored": shareOf(({ action }) => action === "explore"),
    ...Object.fromEntries(counts),
  };
}

function describeShortcuts(rollouts: readonly Rollout[]): Metrics {
  const found = rollouts.flatMap(({ verdict }) => (verdict.kind === "scored" ? [verdict.shortcuts] : []));
  if (found.length === 0) return {};
  const names = [...new Set(found.flat())].sort();
  const shareOf = (holds: (shortcuts: readonly string[]) => boolean) =>
    computeMean(found.map((shortcuts) => Number(holds(shortcuts))));
  return {
    "shortcuts/any_rate": shareOf((shortcuts) => shortcuts.length > 0),
    ...Object.fromEntries(
      names.map((name) => [`shortcuts/${name}_rate`, shareOf((shortcuts) => shortcuts.includes(name))]),
    ),
  };
}

function describeLengths(rollouts: readonly Rollout[]): Metrics {
  const lengths = rollouts.map(({ completion }) => completion.tokens.length);
  return {
    "completions/mean_length": computeMean(lengths),
    "completions/max_length": Math.max(...lengths),
    "completions/clipped_ratio": computeMean(
      rollouts.map(({ completion }) => Number(completion.stopReason === "length")),
    ),
  };
}

function describeFormats(rollouts: readonly Rollout[], task: Task): Metrics {
  const formats = rollouts.map(({ text }) => task.formatOf(text));
  const shareOf = (format: string | undefined) =>
    computeMean(formats.map((found) => Number(found === format)));
  const shares = task.formats.map((format) => [`formats/${format}`, shareOf(format)]);
  return { ...Object.fromEntries(shares), "formats/none": shareOf(undefined) };
}

function describeTraces(groups: readonly RolloutGroup[], task: Task): Metrics {
  const checks = groups.flatMap(({ problem, rollouts }) =>
    rollouts.map(({ text }) => task.checkTrace(problem, text)),
  );
  return {
    "process/valid_rate": computeMean(checks.map(({ valid }) => Number(valid))),
    "process/coherent_rate": computeMean(checks.map(({ coherent }) => Number(coherent))),
  };
}
