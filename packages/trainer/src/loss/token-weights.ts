import type { LossType } from "../policy/policy.ts";

/**
 * Returns the weight of each completion token in the batch loss, one number per sequence; the loss is the weighted sum.
 *
 * dapo: 1 / all completion tokens. grpo: 1 / (sequences * own completion tokens). dr_grpo:
 * 1 / (sequences * maxCompletionTokens) (https://arxiv.org/abs/2503.20783). Because the weights depend on the whole
 * batch only, the loss does not change with the order of rows, padding, or the cut into micro-batches.
 */
export function tokenWeights(
  completionLengths: readonly number[],
  lossType: LossType,
  maxCompletionTokens: number,
): number[] {
  const sequences = completionLengths.length;
  const tokens = completionLengths.reduce((sum, length) => sum + length, 0);
  switch (lossType) {
    case "dapo":
      return completionLengths.map(() => 1 / tokens);
    case "grpo":
      return completionLengths.map((length) => 1 / (sequences * length));
    case "dr_grpo":
      return completionLengths.map(() => 1 / (sequences * maxCompletionTokens));
  }
}
