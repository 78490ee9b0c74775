import { mapResamples, percentileInterval } from "../metrics/bootstrap.ts";
import type { Estimate } from "../metrics/interval.ts";
import { selectTableKs } from "../metrics/k-grid.ts";
import { columnMeans, joinTables, tabulatePass } from "../metrics/pass-table.ts";
import { signTest } from "../metrics/sign-test.ts";
import {
  compareSolveSets,
  type ExpectedSolveSets,
  expectSolveSets,
  type SolveSets,
} from "../metrics/solve-sets.ts";
import { type SeedInterval, seedInterval } from "../metrics/student-t.ts";
import type { Form } from "../samples/tally.ts";
import { type ComparedCurves, compareCurves } from "./compare-curves.ts";
import { findFormLargestK, listForm, resample } from "./measure-curves.ts";
import type { MeasuredProblem, ModelData } from "./model-data.ts";
import { type PairedModels, pairModels } from "./pair-models.ts";
import type { MeasureSettings } from "./settings.ts";

/** Solve-sets of one form: seed by seed, and expected at several k. */
export interface ComparedSets {
  readonly form: Form;
  /** One entry a common seed. */
  readonly perSeed: readonly (SolveSets & { readonly seed: number | null })[];
  /** (gained - lost) / problems with a t interval over seeds; null with fewer than two. */
  readonly netOverSeeds: SeedInterval | null;
  /** Expected sizes when each model draws k samples, averaged over seeds. */
  readonly expected: readonly (ExpectedSolveSets & { readonly k: number })[];
}

/** One stratum of a comparison, by answer. */
export interface ComparedStratum {
  readonly stratum: string;
  readonly problems: number;
  readonly kMax: number;
  readonly points: readonly {
    readonly k: number;
    readonly baseline: number;
    readonly trained: number;
    readonly difference: Estimate;
  }[];
}

/** A test of one comparison. Adjusted values are filled in by the report, over all its tests. */
export interface TestResult {
  readonly name: string;
  readonly pValue: number;
}

/** Everything measured of a trained model against a baseline. */
export interface Comparison {
  readonly baseline: string;
  readonly trained: string;
  readonly problems: number;
  readonly seeds: readonly (number | null)[];
  readonly curves: readonly ComparedCurves[];
  readonly sets: readonly ComparedSets[];
  /** Problems whose pass rate rose, fell and stayed (averaged over seeds), and the sign test of rose against fell. */
  readonly passRates: {
    readonly rose: number;
    readonly fell: number;
    readonly same: number;
    readonly pValue: number;
  };
  readonly strata: readonly ComparedStratum[];
  readonly tests: readonly TestResult[];
  readonly notes: readonly string[];
}

/** Compares a trained model with a baseline on the problems both have. Null when they have none in common. */
export function compareModels(
  baseline: ModelData,
  trained: ModelData,
  settings: MeasureSettings,
): Comparison | null {
  const paired = pairModels(baseline, trained);
  if (paired.pairs.length === 0) return null;
  const sets = paired.forms
    .filter((form) => form !== "null")
    .map((form) => compareSets(paired, form, settings));
  const passRates = comparePassRates(paired);
  const sizes = noteUnequalSizes(sets);
  return {
    baseline: baseline.model,
    trained: trained.model,
    problems: paired.pairs.length,
    seeds: paired.seeds,
    curves: paired.forms.map((form) => compareCurves(paired, form, settings)),
    sets,
    passRates,
    strata: compareStrata(paired, settings),
    tests: listTests(sets, passRates.pValue),
    notes: [...paired.notes, ...sizes],
  };
}

function compareSets(paired: PairedModels, form: Form, settings: MeasureSettings): ComparedSets {
  const perSeed = paired.seeds.map((seed, position) => ({
    seed,
    ...compareSolveSets(
      paired.pairs.map((pair) => ({
        baseline: { problemId: pair.baseline.problemId, ...pair.baseline.forms[form]![position]! },
        trained: { problemId: pair.trained.problemId, ...pair.trained.forms[form]![position]! },
      })),
    ),
  }));
  const net = perSeed.map(({ lost, gained }) => (gained.length - lost.length) / paired.pairs.length);
  return {
    form,
    perSeed,
    netOverSeeds: net.length < 2 ? null : seedInterval(net, settings.confidence),
    expected: expectSets(paired, form),
  };
}

function expectSets(paired: PairedModels, form: Form): (ExpectedSolveSets & { k: number })[] {
  const sides = (["baseline", "trained"] as const).map((side) => paired.pairs.map((pair) => pair[side]));
  const kMax = Math.min(...sides.map((problems) => findFormLargestK(problems, form)));
  const runs = listRunPairs(paired);
  return selectTableKs(kMax).map((k) => {
    const sum = { k, lost: 0, gained: 0, kept: 0, never: 0 };
    for (const [before, after] of runs) {
      const pairs = paired.pairs.map((pair) => ({
        baseline: pair.baseline.forms[form]![before]!,
        trained: pair.trained.forms[form]![after]!,
      }));
      const expected = expectSolveSets(pairs, k);
      for (const set of ["lost", "gained", "kept", "never"] as const) sum[set] += expected[set] / runs.length;
    }
    return sum;
  });
}

/** Positions of runs to average over: seed by seed, or every run with every run when no seed is shared. */
function listRunPairs({ pairs, seeds }: PairedModels): (readonly [number, number])[] {
  if (seeds.length > 0) return seeds.map((_, position) => [position, position]);
  const first = pairs[0]!;
  return first.baseline.runs.flatMap((_, before) =>
    first.trained.runs.map((__, after) => [before, after] as const),
  );
}

function comparePassRates({ pairs }: PairedModels): Comparison["passRates"] {
  const rate = (problem: MeasuredProblem): number =>
    problem.forms.answer.reduce((sum, { n, c }) => sum + c / n, 0) / problem.forms.answer.length;
  let rose = 0;
  let fell = 0;
  for (const { baseline, trained } of pairs) {
    const change = rate(trained) - rate(baseline);
    if (change > 1e-12) rose++;
    else if (change < -1e-12) fell++;
  }
  return { rose, fell, same: pairs.length - rose - fell, pValue: signTest(rose, fell) };
}

function compareStrata(paired: PairedModels, settings: MeasureSettings): ComparedStratum[] {
  const groups = new Map<string, PairedModels["pairs"][number][]>();
  for (const pair of paired.pairs) {
    const stratum = pair.baseline.stratum ?? pair.trained.stratum;
    if (stratum !== null) groups.set(stratum, [...(groups.get(stratum) ?? []), pair]);
  }
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([stratum, pairs]) => compareStratum(stratum, pairs, settings));
}

function compareStratum(
  stratum: string,
  pairs: PairedModels["pairs"],
  settings: MeasureSettings,
): ComparedStratum {
  const before = pairs.map((pair) => pair.baseline);
  const after = pairs.map((pair) => pair.trained);
  const kMax = Math.min(findFormLargestK(before, "answer"), findFormLargestK(after, "answer"));
  const ks = selectTableKs(kMax);
  const table = joinTables([
    tabulatePass(listForm(before, "answer"), ks),
    tabulatePass(listForm(after, "answer"), ks),
  ]);
  const means = columnMeans(table);
  const bootstrap = resample(table, settings, `stratum ${stratum}`);
  const points = ks.map((k, i) => {
    const differ = (row: Float64Array): number => row[ks.length + i]! - row[i]!;
    return {
      k,
      baseline: means[i]!,
      trained: means[ks.length + i]!,
      difference: percentileInterval(differ(means), mapResamples(bootstrap, differ), settings.confidence),
    };
  });
  return { stratum, problems: pairs.length, kMax, points };
}

function noteUnequalSizes(sets: readonly ComparedSets[]): string[] {
  const runs = sets.find(({ form }) => form === "answer")?.perSeed ?? [];
  const smallest = runs.reduce(
    (least, { smallestN }) => Math.min(least, smallestN),
    Number.POSITIVE_INFINITY,
  );
  const largest = runs.reduce((most, { largestN }) => Math.max(most, largestN), 0);
  if (smallest >= largest) return [];
  return [
    `Solve-sets are observed at between ${smallest} and ${largest} samples a problem. More samples solve more, so read the expected sets at equal k instead.`,
  ];
}

/** Tests over problems hold within one training run; with several seeds the intervals over seeds take their place. */
function listTests(sets: readonly ComparedSets[], passRateP: number): TestResult[] {
  const ofSets = sets.flatMap(({ form, perSeed, netOverSeeds }): TestResult[] => {
    if (netOverSeeds !== null) {
      return [
        { name: `solve-sets by ${form}: gained minus lost, t test over seeds`, pValue: netOverSeeds.pValue },
      ];
    }
    return perSeed.map(({ pValue }) => ({
      name: `solve-sets by ${form}: lost against gained, McNemar exact`,
      pValue,
    }));
  });
  return [{ name: "pass rate by problem: rose against fell, sign test", pValue: passRateP }, ...ofSets];
}
