import { checkCounts, checkK, findLargestK, type SampleCounts } from "./counts.ts";

/**
 * Returns pass@k of one problem for every k = 1..kMax (index k - 1): the probability that at least one of k samples,
 * drawn without replacement from the n at hand, is correct.
 *
 *     pass@k = 1 - C(n-c, k) / C(n, k) = 1 - prod_{i=0}^{k-1} (n-c-i) / (n-i)
 *
 * The product is extended by one factor per k, so the whole curve costs one pass and no binomial is ever formed.
 * It is the unbiased estimator of 1 - (1-p)^k (Chen et al. 2021, https://arxiv.org/abs/2107.03374, section 2.1).
 *
 * Throws an `EvaluationError`: K_TOO_LARGE when kMax > n, ARGUMENT_INVALID on impossible counts.
 */
export function computePassCurve(counts: SampleCounts, kMax: number = counts.n): Float64Array {
  checkCounts(counts);
  checkK(kMax, counts.n);
  const { n, c } = counts;
  const curve = new Float64Array(kMax);
  let allFail = 1;
  for (let i = 0; i < kMax; i++) {
    allFail *= Math.max(0, n - c - i) / (n - i);
    curve[i] = 1 - allFail;
  }
  return curve;
}

/** Returns pass@k of one problem. Formula and errors as in {@link computePassCurve}. */
export function passAtK(n: number, c: number, k: number): number {
  checkCounts({ n, c });
  checkK(k, n);
  let allFail = 1;
  for (let i = 0; i < k && allFail > 0; i++) allFail *= Math.max(0, n - c - i) / (n - i);
  return 1 - allFail;
}

/**
 * Returns the mean of pass@k over problems for every k = 1..kMax (index k - 1). `kMax` defaults to the smallest n,
 * since a problem with fewer than k samples has no pass@k; dropping such problems would change the set with k.
 *
 * Throws an `EvaluationError`: NO_SAMPLES on an empty list, K_TOO_LARGE when kMax exceeds the smallest n.
 */
export function computeMeanPassCurve(
  problems: readonly SampleCounts[],
  kMax: number = findLargestK(problems),
): Float64Array {
  checkK(kMax, findLargestK(problems));
  const mean = new Float64Array(kMax);
  for (const problem of problems) {
    const curve = computePassCurve(problem, kMax);
    for (let i = 0; i < kMax; i++) mean[i]! += curve[i]!;
  }
  return mean.map((sum) => sum / problems.length);
}
