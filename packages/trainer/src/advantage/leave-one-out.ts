import { zeroScored } from "./group-relative.ts";
import { isSilentGroup, listScored, type RewardGroup } from "./reward-group.ts";

/**
 * Reward minus the mean of the others in the group (RLOO, https://arxiv.org/abs/2402.14740, eq. 8).
 * Rollouts that could not be judged stay undefined and count for nobody; a silent group gives exact zeros.
 */
export function leaveOneOut(group: RewardGroup): (number | undefined)[] {
  if (isSilentGroup(group)) return zeroScored(group);
  const scored = listScored(group);
  const sum = scored.reduce((total, reward) => total + reward, 0);
  return group.map((reward) =>
    reward === undefined ? undefined : reward - (sum - reward) / (scored.length - 1),
  );
}
