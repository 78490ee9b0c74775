/** Returns the q-quantile of ascending `sorted` by linear interpolation (type 7 of Hyndman and Fan). NaN when empty. */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  // Infinite values stand for "beyond the range" and do not interpolate.
  return low === high || position === below ? low : low + (position - below) * (high - low);
}
