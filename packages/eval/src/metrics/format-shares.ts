/** Samples of one format and how many of them were correct. */
export interface FormatCount {
  readonly format: string;
  readonly count: number;
  readonly correct: number;
}

/** Share of one format among samples, and accuracy within it. */
export interface FormatShare extends FormatCount {
  /** count / all samples. */
  readonly share: number;
  /** correct / count. */
  readonly accuracy: number;
}

/**
 * Returns each format's share of samples and the accuracy within it, largest share first, ties by name.
 *
 * Accuracy within a format tells skill from format choice: a model that only moves its samples to a better format
 * gains in total while no format gains.
 */
export function shareFormats(counts: readonly FormatCount[]): FormatShare[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return counts
    .filter(({ count }) => count > 0)
    .map((count) => ({ ...count, share: count.count / total, accuracy: count.correct / count.count }))
    .sort((a, b) => b.count - a.count || (a.format < b.format ? -1 : 1));
}
