import { logBinomial } from "./log-gamma.ts";

/**
 * Returns the exact two-sided p value of `ups` rises against `downs` falls when both are equally likely:
 *
 *     p = min(1, 2 * sum_{i=0}^{min(u,d)} C(u+d, i) / 2^(u+d))
 *
 * Ties are to be left out. 1 when there is nothing to compare.
 */
export function signTest(ups: number, downs: number): number {
  const total = ups + downs;
  // The two tails then cover everything.
  if (Math.abs(ups - downs) <= 1) return 1;
  let tail = 0;
  for (let i = Math.min(ups, downs); i >= 0; i--) {
    const term = Math.exp(logBinomial(total, i) - total * Math.LN2);
    tail += term;
    // Terms fall off geometrically below the middle, so the rest cannot move the sum.
    if (term < tail * 1e-18) break;
  }
  return Math.min(1, 2 * tail);
}
