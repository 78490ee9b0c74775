import { computeMean, isSilentGroup, listScored, type RewardGroup } from "./reward-group.ts";

/**
 * Reward minus the group's mean, as in GRPO (https://arxiv.org/abs/2402.03300, eq. 3 before scaling).
 * Rollouts that could not be judged stay undefined and are left out of the mean; a silent group gives exact zeros.
 */
export function centreOnGroupMean(group: RewardGroup): (number | undefined)[] {
  if (isSilentGroup(group)) return zeroScored(group);
  const mean = computeMean(listScored(group));
  return group.map((reward) => (reward === undefined ? undefined : reward - mean));
}

/** Zero for every judged rollout, undefined for the others. */
export function zeroScored(group: RewardGroup): (number | undefined)[] {
  return group.map((reward) => (reward === undefined ? undefined : 0));
}
