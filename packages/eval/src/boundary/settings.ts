/** How uncertainty is computed; the same for every number of a report. */
export interface MeasureSettings {
  readonly resamples: number;
  /** Seed of the resampling. */
  readonly seed: number;
  /** Coverage of intervals, for example 0.95. */
  readonly confidence: number;
  /** Group sizes for the expected share of silent groups. */
  readonly groupSizes: readonly number[];
  /** Pass rates for Cover@tau. */
  readonly taus: readonly number[];
  /** Told how far the current bootstrap is. */
  readonly onProgress?: (label: string, done: number, total: number) => void;
}

/** 10,000 resamples, seed 0, 95 % intervals. */
export const DEFAULT_SETTINGS: MeasureSettings = {
  resamples: 10_000,
  seed: 0,
  confidence: 0.95,
  groupSizes: [4, 8, 16, 32],
  taus: [0.1, 0.25, 0.5, 0.75, 0.9, 1],
};
