import {
  type BootstrapMeans,
  bootstrapMeans,
  mapResamples,
  type ProblemTable,
  percentileInterval,
} from "../metrics/bootstrap.ts";
import { findLargestK } from "../metrics/counts.ts";
import { adjustForGuessing } from "../metrics/guess-adjusted.ts";
import type { Estimate } from "../metrics/interval.ts";
import { selectCurveKs } from "../metrics/k-grid.ts";
import { columnMeans, joinTables, type SeededCounts, tabulatePass } from "../metrics/pass-table.ts";
import { FORMS, type Form } from "../samples/tally.ts";
import type { MeasuredProblem } from "./model-data.ts";
import type { MeasureSettings } from "./settings.ts";

/** pass@k at one k with its bootstrap interval over problems. */
export interface CurvePoint extends Estimate {
  readonly k: number;
}

/** A pass@k curve. */
export interface PassCurve {
  /** Largest k that every problem supports. */
  readonly kMax: number;
  /** Where the interval was computed: every k up to 16, then four an octave, and kMax. */
  readonly points: readonly CurvePoint[];
  /** The point estimate at every k from 1 to kMax. */
  readonly all: readonly number[];
}

/** The curves of one model. `adjusted` is (answer - null) / (1 - null), where the null form was measured. */
export interface ModelCurves {
  readonly forms: Partial<Record<Form, PassCurve>> & { readonly answer: PassCurve };
  readonly adjusted: readonly CurvePoint[] | null;
}

/** pass@k of some problems in one form, ready for resampling. */
export interface FormTable {
  readonly form: Form;
  readonly ks: readonly number[];
  readonly table: ProblemTable;
}

/** Returns the counts of one form. All problems must have it. */
export function listForm(problems: readonly MeasuredProblem[], form: Form): SeededCounts[] {
  return problems.map((problem) => problem.forms[form]!);
}

/** Returns the largest k that every problem and seed supports in a form. */
export function findFormLargestK(problems: readonly MeasuredProblem[], form: Form): number {
  return findLargestK(listForm(problems, form).flat());
}

/** Returns pass@k tables of every form that the problems have. */
export function tabulateForms(problems: readonly MeasuredProblem[]): FormTable[] {
  return FORMS.filter((form) => problems.every((problem) => problem.forms[form] !== undefined)).map(
    (form) => {
      const ks = selectCurveKs(findFormLargestK(problems, form));
      return { form, ks, table: tabulatePass(listForm(problems, form), ks) };
    },
  );
}

/** Measures the curves of one model in every form, all on the same resamples. */
export function measureCurves(
  problems: readonly MeasuredProblem[],
  settings: MeasureSettings,
  label: string,
): ModelCurves {
  const tables = tabulateForms(problems);
  const joined = joinTables(tables.map(({ table }) => table));
  const bootstrap = resample(joined, settings, label);
  const means = columnMeans(joined);
  const curves: Partial<Record<Form, PassCurve>> = {};
  let offset = 0;
  const offsets = new Map<Form, number>();
  for (const { form, ks } of tables) {
    offsets.set(form, offset);
    curves[form] = {
      kMax: ks[ks.length - 1]!,
      points: ks.map((k, i) => ({ k, ...estimateColumn(bootstrap, means, offset + i, settings.confidence) })),
      all: measureAllKs(listForm(problems, form), ks[ks.length - 1]!),
    };
    offset += ks.length;
  }
  const adjusted = adjustCurve(tables, offsets, { bootstrap, means, settings });
  return { forms: curves as ModelCurves["forms"], adjusted };
}

/** Resamples a table under the settings, telling progress under `label`. */
export function resample(table: ProblemTable, settings: MeasureSettings, label: string): BootstrapMeans {
  const { resamples, seed, onProgress } = settings;
  if (onProgress === undefined) return bootstrapMeans(table, { resamples, seed });
  return bootstrapMeans(table, {
    resamples,
    seed,
    onProgress: (done, total) => onProgress(label, done, total),
  });
}

function estimateColumn(
  bootstrap: BootstrapMeans,
  means: Float64Array,
  column: number,
  confidence: number,
): Estimate {
  return percentileInterval(
    means[column]!,
    mapResamples(bootstrap, (resampled) => resampled[column]!),
    confidence,
  );
}

function measureAllKs(problems: readonly SeededCounts[], kMax: number): number[] {
  const ks = Array.from({ length: kMax }, (_, i) => i + 1);
  // Row by row, so that a thousand k for thousands of problems need no table of all of them.
  const sums = new Float64Array(kMax);
  for (const problem of problems) {
    const { values } = tabulatePass([problem], ks);
    for (let i = 0; i < kMax; i++) sums[i]! += values[i]!;
  }
  return Array.from(sums, (sum) => sum / problems.length);
}

function adjustCurve(
  tables: readonly FormTable[],
  offsets: ReadonlyMap<Form, number>,
  context: {
    readonly bootstrap: BootstrapMeans;
    readonly means: Float64Array;
    readonly settings: MeasureSettings;
  },
): CurvePoint[] | null {
  const answer = tables.find(({ form }) => form === "answer");
  const guess = tables.find(({ form }) => form === "null");
  if (answer === undefined || guess === undefined) return null;
  return answer.ks.flatMap((k, i) => {
    const j = guess.ks.indexOf(k);
    if (j < 0) return [];
    const [a, g] = [offsets.get("answer")! + i, offsets.get("null")! + j];
    const adjust = (means: Float64Array): number => adjustForGuessing(means[a]!, means[g]!);
    const replicates = mapResamples(context.bootstrap, adjust);
    return [{ k, ...percentileInterval(adjust(context.means), replicates, context.settings.confidence) }];
  });
}
