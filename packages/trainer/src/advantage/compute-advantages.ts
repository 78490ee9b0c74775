import { centreOnGroupMean } from "./group-relative.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { computeStd, listScored, type RewardGroup, type StdKind } from "./reward-group.ts";

/** How rewards become advantages. */
export interface AdvantageConfig {
  readonly type: "group_relative" | "leave_one_out";
  /** What the centred rewards are divided by: the group's standard deviation, the batch's, or nothing. */
  readonly scale: "group" | "batch" | "none";
  readonly std: StdKind;
  /** Added to the standard deviation. */
  readonly epsilon: number;
}

/**
 * Returns an advantage per rollout, group by group; undefined where the rollout could not be judged: such a rollout
 * must be left out of the update. The scale of GRPO divides by the group's standard deviation
 * (https://arxiv.org/abs/2402.03300), Dr. GRPO's `none` does not (https://arxiv.org/abs/2503.20783).
 */
export function computeAdvantages(
  groups: readonly RewardGroup[],
  config: AdvantageConfig,
): (number | undefined)[][] {
  const centre = config.type === "group_relative" ? centreOnGroupMean : leaveOneOut;
  const batchStd = config.scale === "batch" ? computeStd(groups.flatMap(listScored), config.std) : 0;
  return groups.map((group) => {
    const centred = centre(group);
    if (config.scale === "none") return centred;
    const std = config.scale === "batch" ? batchStd : computeStd(listScored(group), config.std);
    return centred.map((value) => (value === undefined ? undefined : value / (std + config.epsilon)));
  });
}
