/** How the learning rate moves over a run. */
export interface LearningRateSchedule {
  readonly type: "constant" | "cosine";
  /** Highest learning rate, reached at the end of the warm-up. */
  readonly peak: number;
  /** Updates over which the rate rises linearly from peak / warmupUpdates; 0 starts at the peak. */
  readonly warmupUpdates: number;
  /** cosine: updates of the whole run, warm-up included. */
  readonly totalUpdates: number;
  /** cosine: lowest learning rate as a share of the peak. */
  readonly floorShare: number;
}

/** Returns the learning rate of update `index`, counted from 0. Past the end of a cosine it stays at the floor. */
export function learningRateAt(schedule: LearningRateSchedule, index: number): number {
  const { type, peak, warmupUpdates, totalUpdates, floorShare } = schedule;
  if (index < warmupUpdates) return (peak * (index + 1)) / warmupUpdates;
  if (type === "constant") return peak;
  const span = Math.max(1, totalUpdates - 1 - warmupUpdates);
  const progress = Math.min(1, (index - warmupUpdates) / span);
  const floor = peak * floorShare;
  return floor + (peak - floor) * 0.5 * (1 + Math.cos(Math.PI * progress));
}
