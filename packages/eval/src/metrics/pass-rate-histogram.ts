import { checkCounts, findLargestK, type SampleCounts } from "./counts.ts";

/** Names of the bands of c/n, in order. The ends hold exactly 0 and exactly 1. */
export const PASS_RATE_BANDS = ["0", "(0, 0.25]", "(0.25, 0.5]", "(0.5, 0.75]", "(0.75, 1)", "1"] as const;

/**
 * Returns the share of problems in each band of {@link PASS_RATE_BANDS} of their pass rate c/n. Training that sharpens
 * without widening moves mass to 1 and leaves the mass at 0.
 * Throws an `EvaluationError`: NO_SAMPLES on an empty list, ARGUMENT_INVALID on impossible counts.
 */
export function bandPassRates(problems: readonly SampleCounts[]): number[] {
  findLargestK(problems);
  const shares = PASS_RATE_BANDS.map(() => 0);
  for (const problem of problems) {
    checkCounts(problem);
    const { n, c } = problem;
    const band = c === 0 ? 0 : c === n ? 5 : Math.ceil((4 * c) / n);
    shares[band]! += 1 / problems.length;
  }
  return shares;
}
