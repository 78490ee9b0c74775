import { checkCounts, type ProblemCounts, type SampleCounts } from "./counts.ts";
import { mcNemarExact } from "./mcnemar.ts";
import { passAtK } from "./pass-at-k.ts";

/** Which problems at least one sample solved, before and after training, by problem id. */
export interface SolveSets {
  /** Solved by the baseline only. */
  readonly lost: readonly string[];
  /** Solved by the trained model only. */
  readonly gained: readonly string[];
  readonly kept: readonly string[];
  /** Solved by neither. */
  readonly never: readonly string[];
  /** Exact McNemar p value of lost against gained. */
  readonly pValue: number;
  /** Smallest and largest number of samples a problem had, over both models. */
  readonly smallestN: number;
  readonly largestN: number;
}

/** One problem under both models. */
export interface CountsPair {
  readonly baseline: ProblemCounts;
  readonly trained: ProblemCounts;
}

/**
 * Sorts problems into lost, gained, kept and never by whether any of a model's samples is correct (c >= 1).
 *
 * The sets are those of the samples at hand. They compare fairly only where both models have the same n: more samples
 * solve more. {@link expectSolveSets} removes that dependence. A single lucky sample moves a problem, so training may
 * look as if it lost problems that either model solves once in n draws; the McNemar p value is the guard.
 */
export function compareSolveSets(pairs: readonly CountsPair[]): SolveSets {
  const sets = { lost: [] as string[], gained: [] as string[], kept: [] as string[], never: [] as string[] };
  let smallestN = Number.POSITIVE_INFINITY;
  let largestN = 0;
  for (const { baseline, trained } of pairs) {
    checkCounts(baseline);
    checkCounts(trained);
    const before = baseline.c > 0;
    const after = trained.c > 0;
    const set = before ? (after ? sets.kept : sets.lost) : after ? sets.gained : sets.never;
    set.push(baseline.problemId);
    smallestN = Math.min(smallestN, baseline.n, trained.n);
    largestN = Math.max(largestN, baseline.n, trained.n);
  }
  return { ...sets, pValue: mcNemarExact(sets.lost.length, sets.gained.length), smallestN, largestN };
}

/** Expected sizes of the four sets when each model draws k samples a problem; they add up to the number of problems. */
export interface ExpectedSolveSets {
  readonly lost: number;
  readonly gained: number;
  readonly kept: number;
  readonly never: number;
}

/**
 * Returns the expected sizes of the solve-sets at k samples from each model. The two models draw independently, so the
 * probability that a problem is lost is pass@k of the baseline times 1 - pass@k of the trained model, and so on.
 * Throws an `EvaluationError` (K_TOO_LARGE) when k exceeds the samples of a problem.
 */
export function expectSolveSets(
  pairs: readonly { readonly baseline: SampleCounts; readonly trained: SampleCounts }[],
  k: number,
): ExpectedSolveSets {
  const expected = { lost: 0, gained: 0, kept: 0, never: 0 };
  for (const { baseline, trained } of pairs) {
    const before = passAtK(baseline.n, baseline.c, k);
    const after = passAtK(trained.n, trained.c, k);
    expected.lost += before * (1 - after);
    expected.gained += (1 - before) * after;
    expected.kept += before * after;
    expected.never += (1 - before) * (1 - after);
  }
  return expected;
}
