import { EvaluationError } from "../errors.ts";
import type { Estimate } from "./interval.ts";
import { quantileOfSorted } from "./quantile.ts";
import { createDrawInt } from "./random.ts";

/** Values of several quantities for each problem, row by row: values[row * columns + column]. */
export interface ProblemTable {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array; // [rows, columns]
}

/** How a bootstrap is drawn. */
export interface BootstrapOptions {
  /** Number of resamples. Default 10,000. */
  readonly resamples?: number;
  /** Seed of the draws. Default 0. */
  readonly seed?: number;
  /** Called now and then with the number of resamples done and wanted. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Means of every column in every resample: means[resample * columns + column]. */
export interface BootstrapMeans {
  readonly resamples: number;
  readonly columns: number;
  readonly means: Float64Array; // [resamples, columns]
}

export const DEFAULT_RESAMPLES = 10_000;
const PROGRESS_EVERY = 250;

/**
 * Resamples problems (rows) with replacement and returns the mean of every column in every resample.
 *
 * One resample uses the same problems for all columns, so any statistic of several columns of a resample (a
 * difference of two models, a crossing of two curves) is a paired one. Problems are the unit because samples of one
 * problem are not independent of each other (Miller 2024, https://arxiv.org/abs/2411.00640, section 3).
 * Equal rows are drawn as one weighted row, so cost grows with distinct rows.
 *
 * Throws an `EvaluationError`: NO_SAMPLES when there are no rows, ARGUMENT_INVALID when resamples is no positive integer.
 */
export function bootstrapMeans(table: ProblemTable, options: BootstrapOptions = {}): BootstrapMeans {
  const { resamples = DEFAULT_RESAMPLES, seed = 0, onProgress } = options;
  const { rows, columns } = table;
  if (rows === 0) throw new EvaluationError("NO_SAMPLES", "A bootstrap needs at least one problem.");
  if (!Number.isInteger(resamples) || resamples < 1) {
    throw new EvaluationError(
      "ARGUMENT_INVALID",
      `The number of resamples must be a positive integer, got ${resamples}.`,
    );
  }
  const { groupOf, distinct } = mergeEqualRows(table);
  const groups = distinct.length / Math.max(columns, 1);
  const weights = new Uint32Array(groups);
  const means = new Float64Array(resamples * columns);
  const drawInt = createDrawInt(seed);
  for (let r = 0; r < resamples; r++) {
    weights.fill(0);
    for (let i = 0; i < rows; i++) weights[groupOf[drawInt(rows)]!]!++;
    addWeightedRows(means.subarray(r * columns, (r + 1) * columns), weights, distinct);
    if (onProgress && (r + 1) % PROGRESS_EVERY === 0) onProgress(r + 1, resamples);
  }
  for (let i = 0; i < means.length; i++) means[i]! /= rows;
  onProgress?.(resamples, resamples);
  return { resamples, columns, means };
}

function mergeEqualRows({ rows, columns, values }: ProblemTable): {
  groupOf: Uint32Array;
  distinct: Float64Array;
} {
  const groupOf = new Uint32Array(rows);
  const firstRows: number[] = [];
  const seen = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const key = values.subarray(row * columns, (row + 1) * columns).join();
    let group = seen.get(key);
    if (group === undefined) {
      group = firstRows.length;
      seen.set(key, group);
      firstRows.push(row);
    }
    groupOf[row] = group;
  }
  const distinct = new Float64Array(firstRows.length * columns);
  firstRows.forEach((row, group) => {
    distinct.set(values.subarray(row * columns, (row + 1) * columns), group * columns);
  });
  return { groupOf, distinct };
}

function addWeightedRows(sum: Float64Array, weights: Uint32Array, distinct: Float64Array): void {
  const columns = sum.length;
  for (let group = 0; group < weights.length; group++) {
    const weight = weights[group]!;
    if (weight === 0) continue;
    const start = group * columns;
    for (let column = 0; column < columns; column++) sum[column]! += weight * distinct[start + column]!;
  }
}

/** Returns the statistic in every resample; `statistic` is given the column means of one resample. */
export function mapResamples(
  bootstrap: BootstrapMeans,
  statistic: (means: Float64Array) => number,
): Float64Array {
  const { resamples, columns, means } = bootstrap;
  const values = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) values[r] = statistic(means.subarray(r * columns, (r + 1) * columns));
  return values;
}

/**
 * Returns the percentile interval of bootstrap values at `confidence` (default 0.95) around the point estimate
 * `value`. Undefined (NaN) values are left out.
 */
export function percentileInterval(value: number, replicates: Float64Array, confidence = 0.95): Estimate {
  const sorted = replicates.filter((replicate) => !Number.isNaN(replicate)).sort();
  const tail = (1 - confidence) / 2;
  return { value, low: quantileOfSorted(sorted, tail), high: quantileOfSorted(sorted, 1 - tail) };
}

/** Returns the mean of `values`, one a problem, with its percentile bootstrap interval over problems. */
export function bootstrapMean(
  values: readonly number[],
  options: BootstrapOptions & { readonly confidence?: number } = {},
): Estimate {
  const table = { rows: values.length, columns: 1, values: Float64Array.from(values) };
  const replicates = mapResamples(bootstrapMeans(table, options), (means) => means[0]!);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return percentileInterval(mean, replicates, options.confidence);
}
