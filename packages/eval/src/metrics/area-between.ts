/**
 * Returns the area between two curves over log k, divided by the length of the axis: the mean difference trained -
 * baseline when every octave of k counts the same. Trapezoids between ascending `ks`.
 *
 *     (1 / ln(K/k_1)) * integral of d(k) d(ln k)
 *
 * With a single k it is the difference there.
 */
export function areaBetween(ks: readonly number[], differences: ArrayLike<number>): number {
  const span = Math.log(ks[ks.length - 1]! / ks[0]!);
  if (span === 0) return differences[0]!;
  let area = 0;
  for (let i = 1; i < ks.length; i++) {
    area += ((differences[i]! + differences[i - 1]!) / 2) * Math.log(ks[i]! / ks[i - 1]!);
  }
  return area / span;
}
