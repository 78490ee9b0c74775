import type { AnswerPolicy } from "../policy.ts";

/**
 * Tells whether the policy's tolerance accepts a pair of real numbers (gold, answer). The numbers are computed only
 * when a tolerance is set; NaN is never close to anything.
 */
export function isWithinTolerance(numbers: () => readonly [number, number], policy: AnswerPolicy): boolean {
  if (policy.absoluteTolerance <= 0 && policy.relativeTolerance <= 0) return false;
  const [gold, answer] = numbers();
  const difference = Math.abs(gold - answer);
  return difference <= policy.absoluteTolerance || difference <= policy.relativeTolerance * Math.abs(gold);
}
