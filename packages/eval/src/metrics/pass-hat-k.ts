import { checkCounts, checkK } from "./counts.ts";

/**
 * Returns pass^k of one problem: the probability that ALL of k samples, drawn without replacement, are correct.
 *
 *     pass^k = C(c, k) / C(n, k) = prod_{i=0}^{k-1} (c-i) / (n-i)
 *
 * Unbiased for p^k (Yao et al. 2024, https://arxiv.org/abs/2406.12045). Reliability where pass@k is reach.
 * Throws an `EvaluationError`: K_TOO_LARGE when k > n, ARGUMENT_INVALID on impossible counts.
 */
export function passHatK(n: number, c: number, k: number): number {
  checkCounts({ n, c });
  checkK(k, n);
  let allPass = 1;
  for (let i = 0; i < k && allPass > 0; i++) allPass *= Math.max(0, c - i) / (n - i);
  return allPass;
}
