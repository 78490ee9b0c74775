import { areaBetween } from "../metrics/area-between.ts";
import { type BootstrapMeans, mapResamples, percentileInterval } from "../metrics/bootstrap.ts";
import {
  type Crossing,
  type CrossingInterval,
  findCrossing,
  listSideChanges,
  type SideChange,
  summarizeCrossings,
} from "../metrics/crossing.ts";
import type { Estimate } from "../metrics/interval.ts";
import { selectCurveKs } from "../metrics/k-grid.ts";
import { columnMeans, joinTables, tabulatePass } from "../metrics/pass-table.ts";
import { type SeedInterval, seedInterval } from "../metrics/student-t.ts";
import type { Form } from "../samples/tally.ts";
import { findFormLargestK, listForm, resample } from "./measure-curves.ts";
import type { PairedModels } from "./pair-models.ts";
import type { MeasureSettings } from "./settings.ts";

/** Both models at one k: pass@k of each and trained - baseline, with paired bootstrap intervals over problems. */
export interface ComparedPoint {
  readonly k: number;
  readonly baseline: Estimate;
  readonly trained: Estimate;
  readonly difference: Estimate;
  /** The same difference with a t interval over seeds; null with fewer than two common seeds. */
  readonly overSeeds: SeedInterval | null;
}

/** Two curves of one form on the same problems. */
export interface ComparedCurves {
  readonly form: Form;
  readonly kMax: number;
  readonly points: readonly ComparedPoint[];
  readonly crossing: Crossing;
  readonly crossingInterval: CrossingInterval;
  /** Every change of sides of the point estimates, the crossing among them. */
  readonly sideChanges: readonly SideChange[];
  /** Mean difference over log k from 1 to kMax. */
  readonly area: Estimate;
  /** pass@kMax(baseline) - pass@1(trained). */
  readonly efficiencyGap: Estimate;
  /** pass@kMax(trained) - pass@kMax(baseline). */
  readonly boundaryChange: Estimate;
}

/** Compares the curves of two models in one form. All statistics come from the same resamples of problems. */
export function compareCurves(paired: PairedModels, form: Form, settings: MeasureSettings): ComparedCurves {
  const before = paired.pairs.map((pair) => pair.baseline);
  const after = paired.pairs.map((pair) => pair.trained);
  const kMax = Math.min(findFormLargestK(before, form), findFormLargestK(after, form));
  const ks = selectCurveKs(kMax);
  const count = ks.length;
  const tables = [tabulatePass(listForm(before, form), ks), tabulatePass(listForm(after, form), ks)];
  const joined = joinTables(tables);
  const means = columnMeans(joined);
  const bootstrap = resample(joined, settings, `${paired.trained} against ${paired.baseline}, ${form}`);
  const estimate = (statistic: (row: Float64Array) => number): Estimate =>
    percentileInterval(statistic(means), mapResamples(bootstrap, statistic), settings.confidence);
  const subtract = (row: Float64Array): Float64Array =>
    Float64Array.from(ks, (_, i) => row[count + i]! - row[i]!);
  const seedDifferences = differBySeed(paired, form, ks);
  return {
    form,
    kMax,
    points: ks.map((k, i) => ({
      k,
      baseline: estimate((row) => row[i]!),
      trained: estimate((row) => row[count + i]!),
      difference: estimate((row) => row[count + i]! - row[i]!),
      overSeeds:
        seedDifferences.length < 2
          ? null
          : seedInterval(
              seedDifferences.map((row) => row[i]!),
              settings.confidence,
            ),
    })),
    crossing: findCrossing(ks, subtract(means)),
    sideChanges: listSideChanges(ks, subtract(means)),
    crossingInterval: resampleCrossing(bootstrap, ks, subtract, settings.confidence),
    area: estimate((row) => areaBetween(ks, subtract(row))),
    efficiencyGap: estimate((row) => row[count - 1]! - row[count]!),
    boundaryChange: estimate((row) => row[2 * count - 1]! - row[count - 1]!),
  };
}

function resampleCrossing(
  bootstrap: BootstrapMeans,
  ks: readonly number[],
  subtract: (row: Float64Array) => Float64Array,
  confidence: number,
): CrossingInterval {
  const { resamples, columns, means } = bootstrap;
  const crossings: Crossing[] = [];
  for (let r = 0; r < resamples; r++) {
    crossings.push(findCrossing(ks, subtract(means.subarray(r * columns, (r + 1) * columns))));
  }
  return summarizeCrossings(crossings, confidence);
}

/** Mean difference at every k, seed by seed. */
function differBySeed(paired: PairedModels, form: Form, ks: readonly number[]): Float64Array[] {
  return paired.seeds.map((_, seed) => {
    const meansOf = (side: "baseline" | "trained"): Float64Array =>
      columnMeans(
        tabulatePass(
          paired.pairs.map((pair) => [pair[side].forms[form]![seed]!]),
          ks,
        ),
      );
    const [before, after] = [meansOf("baseline"), meansOf("trained")];
    return after.map((value, i) => value - before[i]!);
  });
}
