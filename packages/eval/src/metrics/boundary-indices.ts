import { findLargestK, type SampleCounts } from "./counts.ts";
import { computeMeanPassCurve } from "./pass-at-k.ts";

/**
 * Returns the sampling-efficiency gap pass@K(baseline) - pass@1(trained): how far one sample of the trained model stays
 * behind what K samples of the baseline reach (Yue et al. 2025, https://arxiv.org/abs/2504.13837, section 4.3).
 * Small or negative: training turned the baseline's reach into single tries.
 * Throws an `EvaluationError` (K_TOO_LARGE) when K exceeds the baseline's smallest n.
 */
export function samplingEfficiencyGap(
  baseline: readonly SampleCounts[],
  trained: readonly SampleCounts[],
  k: number,
): number {
  return computeMeanPassCurve(baseline, k)[k - 1]! - computeMeanPassCurve(trained, 1)[0]!;
}

/**
 * Returns the boundary change pass@K(trained) - pass@K(baseline). Give it process-verified counts where there are any:
 * then guesses at large K do not count. Negative: the boundary narrowed.
 * Throws an `EvaluationError` (K_TOO_LARGE) when K exceeds the smallest n of either model.
 */
export function boundaryChange(
  baseline: readonly SampleCounts[],
  trained: readonly SampleCounts[],
  k: number = Math.min(findLargestK(baseline), findLargestK(trained)),
): number {
  return computeMeanPassCurve(trained, k)[k - 1]! - computeMeanPassCurve(baseline, k)[k - 1]!;
}
