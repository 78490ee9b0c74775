import { checkCounts, findLargestK, type SampleCounts } from "./counts.ts";

/**
 * Returns avg@n: the mean over problems of c/n, every problem with equal weight. Equals pass@1.
 * Throws an `EvaluationError`: NO_SAMPLES on an empty list, ARGUMENT_INVALID on impossible counts.
 */
export function averageAtN(problems: readonly SampleCounts[]): number {
  findLargestK(problems);
  let sum = 0;
  for (const problem of problems) {
    checkCounts(problem);
    sum += problem.c / problem.n;
  }
  return sum / problems.length;
}
