import { checkCounts, type SampleCounts } from "./counts.ts";
import type { Estimate } from "./interval.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * Returns the share c/n with its Wilson score interval (Wilson 1927, https://doi.org/10.2307/2276774), which stays
 * inside [0, 1] and keeps its coverage near the ends, where c/n +- z * sqrt(p(1-p)/n) collapses.
 * For independent trials only: a set of problems, not samples of the same few problems.
 * Throws an `EvaluationError` (ARGUMENT_INVALID) on impossible counts.
 */
export function wilsonInterval(counts: SampleCounts, confidence = 0.95): Estimate {
  checkCounts(counts);
  const { n, c } = counts;
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const p = c / n;
  const denominator = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / denominator;
  const half = (z / denominator) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { value: p, low: c === 0 ? 0 : centre - half, high: c === n ? 1 : centre + half };
}
