import { createDrawInt } from "../metrics/random.ts";

/** A problem with its accepted answers. */
export interface GoldProblem {
  readonly problemId: string;
  readonly stratum: string | null;
  readonly golds: readonly string[];
}

/**
 * Returns for each problem the gold answers of another one, against which its samples are scored for the null curve.
 *
 * Problems are shuffled by `seed` within their stratum, so that the borrowed answers are of the same kind, and each
 * borrows from the next one whose answers differ from its own. A problem whose whole stratum shares its answer
 * borrows from nobody and is missing from the result.
 */
export function pickNullGolds(
  problems: readonly GoldProblem[],
  seed: number,
): Map<string, readonly string[]> {
  const drawInt = createDrawInt(seed);
  const strata = new Map<string | null, GoldProblem[]>();
  for (const problem of problems) {
    const group = strata.get(problem.stratum);
    if (group === undefined) strata.set(problem.stratum, [problem]);
    else group.push(problem);
  }
  const borrowed = new Map<string, readonly string[]>();
  for (const group of strata.values()) {
    for (let i = group.length - 1; i > 0; i--) {
      const j = drawInt(i + 1);
      const kept = group[i]!;
      group[i] = group[j]!;
      group[j] = kept;
    }
    group.forEach((problem, i) => {
      const lender = findLender(group, i);
      if (lender !== null) borrowed.set(problem.problemId, lender.golds);
    });
  }
  return borrowed;
}

/** At most this many neighbours are tried, so that many equal answers cost linear time. */
const TRIED_NEIGHBOURS = 1000;

function findLender(group: readonly GoldProblem[], own: number): GoldProblem | null {
  const golds = new Set(group[own]!.golds.map((gold) => gold.trim()));
  for (let step = 1; step < group.length && step <= TRIED_NEIGHBOURS; step++) {
    const other = group[(own + step) % group.length]!;
    if (other.golds.every((gold) => !golds.has(gold.trim()))) return other;
  }
  return null;
}
