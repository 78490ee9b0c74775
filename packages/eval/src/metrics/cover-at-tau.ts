import { checkCounts, findLargestK, type SampleCounts } from "./counts.ts";

/**
 * Returns Cover@tau: the share of problems solved in at least a share `tau` of their samples, c/n >= tau. Breadth at
 * a demanded depth: unlike pass@k at a large k, a lucky guess does not move it.
 * Throws an `EvaluationError`: NO_SAMPLES on an empty list, ARGUMENT_INVALID on impossible counts.
 */
export function coverAtTau(problems: readonly SampleCounts[], tau: number): number {
  findLargestK(problems);
  let covered = 0;
  for (const problem of problems) {
    checkCounts(problem);
    // c >= tau * n, with room for the rounding of tau * n (0.1 * 30 is a little over 3).
    if (problem.c >= tau * problem.n - 1e-9) covered++;
  }
  return covered / problems.length;
}
