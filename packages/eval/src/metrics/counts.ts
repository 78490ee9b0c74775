import { EvaluationError } from "../errors.ts";

/** n judged samples of one problem and how many of them, c, succeeded. 0 <= c <= n, n >= 1, both integers. */
export interface SampleCounts {
  readonly n: number;
  readonly c: number;
}

/** Counts of one problem for one model. */
export interface ProblemCounts extends SampleCounts {
  readonly problemId: string;
  readonly stratum?: string;
}

/** Throws an `EvaluationError` (ARGUMENT_INVALID) unless 0 <= c <= n, n >= 1, both integers. */
export function checkCounts(counts: SampleCounts): void {
  const { n, c } = counts;
  if (!Number.isInteger(n) || !Number.isInteger(c) || n < 1 || c < 0 || c > n) {
    throw new EvaluationError(
      "ARGUMENT_INVALID",
      `Counts must be integers with 0 <= c <= n and n >= 1, got n = ${n}, c = ${c}.`,
    );
  }
}

/** Throws an `EvaluationError` unless 1 <= k <= n: ARGUMENT_INVALID when k is no positive integer, K_TOO_LARGE when k > n. */
export function checkK(k: number, n: number): void {
  if (!Number.isInteger(k) || k < 1) {
    throw new EvaluationError("ARGUMENT_INVALID", `k must be a positive integer, got ${k}.`);
  }
  if (k > n) {
    throw new EvaluationError(
      "K_TOO_LARGE",
      `k = ${k} needs at least ${k} samples a problem, but there are ${n}. Lower k or draw more samples.`,
    );
  }
}

/** The largest k every problem supports: the smallest n. Throws an `EvaluationError` (NO_SAMPLES) on an empty list. */
export function findLargestK(problems: readonly SampleCounts[]): number {
  if (problems.length === 0)
    throw new EvaluationError("NO_SAMPLES", "There are no judged samples to measure.");
  let smallest = Number.POSITIVE_INFINITY;
  for (const problem of problems) smallest = Math.min(smallest, problem.n);
  return smallest;
}
