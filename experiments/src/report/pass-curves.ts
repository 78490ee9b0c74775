import {
  bootstrapMeans,
  type Estimate,
  mapResamples,
  percentileInterval,
  seedInterval,
  selectTableKs,
  tabulatePass,
} from "@touchstone/eval/metrics";
import { countOf, type SeedResults, selectProblems } from "../measure.ts";

export type PassKind = keyof typeof countOf;

/** pass@k at one k with its 95 % interval. */
export interface CurvePoint extends Estimate {
  readonly k: number;
}

/**
 * The pass@k curve of a model over some strata up to `kMax` (at most half of the samples of a problem, since the
 * estimator's variance grows towards n). With several seeds the interval is a t interval over seeds, with one seed a
 * bootstrap over problems.
 */
export function computeCurve(
  kind: PassKind,
  model: string,
  strata: readonly string[],
  seeds: readonly SeedResults[],
  kMax: number,
): CurvePoint[] {
  const ks = selectTableKs(kMax);
  const bySeed = seeds.map(({ tallies }) => {
    const tally = tallies.get(model);
    const problems = tally === undefined ? [] : selectProblems(tally, strata);
    return tabulatePass(
      problems.map((problem) => [{ n: problem.n, c: countOf[kind](problem) }]),
      ks,
    );
  });
  const meanAt = (table: (typeof bySeed)[number], column: number): number => {
    let sum = 0;
    for (let row = 0; row < table.rows; row++) sum += table.values[row * table.columns + column] ?? 0;
    return sum / table.rows;
  };
  const [first] = bySeed;
  if (first !== undefined && bySeed.length === 1) {
    const resampled = bootstrapMeans(first, { resamples: 2000 });
    return ks.map((k, column) => ({
      k,
      ...percentileInterval(
        meanAt(first, column),
        mapResamples(resampled, (means) => means[column] as number),
      ),
    }));
  }
  return ks.map((k, column) => {
    const { value, low, high } = seedInterval(bySeed.map((table) => meanAt(table, column)));
    return { k, value, low: Math.max(0, low), high: Math.min(1, high) };
  });
}
