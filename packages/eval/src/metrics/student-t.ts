import { EvaluationError } from "../errors.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import type { Estimate } from "./interval.ts";

/** Returns P(T <= t) of Student's t with `df` degrees of freedom, df > 0. */
export function studentCdf(t: number, df: number): number {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t >= 0 ? 1 - tail : tail;
}

/** Returns the p-quantile of Student's t with `df` degrees of freedom, 0 < p < 1, by bisection to 1e-12. */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1) || !(df > 0)) {
    throw new EvaluationError(
      "ARGUMENT_INVALID",
      `A t quantile needs 0 < p < 1 and df > 0, got p = ${p}, df = ${df}.`,
    );
  }
  let low = -1;
  let high = 1;
  while (studentCdf(low, df) > p) low *= 2;
  while (studentCdf(high, df) < p) high *= 2;
  while (high - low > 1e-12 * Math.max(1, Math.abs(low))) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentCdf(middle, df) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A t interval over seeds, with the two-sided p value of a mean of zero. */
export interface SeedInterval extends Estimate {
  readonly seeds: number;
  readonly sd: number;
  readonly pValue: number;
}

/**
 * Returns the mean of `values`, one a seed, with the t interval over seeds: mean +- t * sd / sqrt(S), df = S - 1.
 * Give it paired differences (trained minus baseline of the same seed) to compare two models. Each seed is one
 * independent repetition of training, which resampling problems alone says nothing about. With all values equal the
 * interval has no width and p is 0, or 1 at a mean of zero.
 *
 * Throws an `EvaluationError` (ARGUMENT_INVALID) with fewer than two values.
 */
export function seedInterval(values: readonly number[], confidence = 0.95): SeedInterval {
  const seeds = values.length;
  if (seeds < 2) {
    throw new EvaluationError(
      "ARGUMENT_INVALID",
      `An interval over seeds needs at least two seeds, got ${seeds}.`,
    );
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / seeds;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (seeds - 1));
  const error = sd / Math.sqrt(seeds);
  const half = studentQuantile(1 - (1 - confidence) / 2, seeds - 1) * error;
  const pValue = error === 0 ? Number(mean === 0) : 2 * studentCdf(-Math.abs(mean / error), seeds - 1);
  return { value: mean, low: mean - half, high: mean + half, seeds, sd, pValue };
}
