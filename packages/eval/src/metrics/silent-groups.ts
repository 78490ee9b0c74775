import { findLargestK, type SampleCounts } from "./counts.ts";
import { passAtK } from "./pass-at-k.ts";
import { passHatK } from "./pass-hat-k.ts";

/**
 * Returns the expected share of silent groups: groups of `groupSize` samples of one problem that are all correct or
 * all wrong, and so carry no gradient under a group-relative advantage. One group a problem.
 *
 *     silent = [C(c, G) + C(n-c, G)] / C(n, G), the unbiased estimate of p^G + (1-p)^G
 *
 * Throws an `EvaluationError`: K_TOO_LARGE when groupSize exceeds the smallest n, NO_SAMPLES on an empty list.
 */
export function estimateSilentGroupRate(problems: readonly SampleCounts[], groupSize: number): number {
  findLargestK(problems);
  let sum = 0;
  for (const { n, c } of problems) sum += passHatK(n, c, groupSize) + 1 - passAtK(n, c, groupSize);
  return sum / problems.length;
}

/** Returns the observed share of groups whose rewards are all equal. NaN when there are no groups. */
export function measureSilentGroupRate(groups: readonly (readonly number[])[]): number {
  let silent = 0;
  for (const group of groups) if (group.every((reward) => reward === group[0])) silent++;
  return groups.length === 0 ? Number.NaN : silent / groups.length;
}
