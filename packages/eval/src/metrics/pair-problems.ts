/** Problems that both models have, in the baseline's order, and the ids only one of them has. */
export interface PairedProblems<T> {
  readonly pairs: readonly { readonly baseline: T; readonly trained: T }[];
  readonly baselineOnly: readonly string[];
  readonly trainedOnly: readonly string[];
}

/** Matches the problems of two models by id. Only pairs enter a comparison; what is left out is named. */
export function pairProblems<T extends { readonly problemId: string }>(
  baseline: readonly T[],
  trained: readonly T[],
): PairedProblems<T> {
  const byId = new Map(trained.map((problem) => [problem.problemId, problem]));
  const pairs: { baseline: T; trained: T }[] = [];
  const baselineOnly: string[] = [];
  for (const problem of baseline) {
    const match = byId.get(problem.problemId);
    if (match === undefined) baselineOnly.push(problem.problemId);
    else pairs.push({ baseline: problem, trained: match });
    byId.delete(problem.problemId);
  }
  return { pairs, baselineOnly, trainedOnly: [...byId.keys()] };
}
