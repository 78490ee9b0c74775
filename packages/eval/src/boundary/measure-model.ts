import { modalAnswerShare, uniqueAnswerRatio } from "../metrics/answer-diversity.ts";
import { bootstrapMean, mapResamples, percentileInterval } from "../metrics/bootstrap.ts";
import { type CoherenceRates, rateCoherence } from "../metrics/coherence.ts";
import type { SampleCounts } from "../metrics/counts.ts";
import { coverAtTau } from "../metrics/cover-at-tau.ts";
import { type FormatShare, shareFormats } from "../metrics/format-shares.ts";
import type { Estimate } from "../metrics/interval.ts";
import { selectTableKs } from "../metrics/k-grid.ts";
import { majorityAtN } from "../metrics/maj-at-n.ts";
import { passHatK } from "../metrics/pass-hat-k.ts";
import { bandPassRates } from "../metrics/pass-rate-histogram.ts";
import { columnMeans } from "../metrics/pass-table.ts";
import { estimateSilentGroupRate } from "../metrics/silent-groups.ts";
import { wilsonInterval } from "../metrics/wilson.ts";
import { type ModelCurves, measureCurves, resample } from "./measure-curves.ts";
import { listAnswers, type MeasuredProblem, type ModelData, sumCoherence, sumFormats } from "./model-data.ts";
import type { MeasureSettings } from "./settings.ts";

/** How varied the answers of a model are. */
export interface Diversity {
  /** Draws a problem at which distinct answers are counted: half of the smallest n. */
  readonly draws: number;
  /** Problems with at least that many answers; only they enter. */
  readonly problems: number;
  /** Expected distinct answers among `draws`, divided by `draws`; mean over problems with bootstrap interval. */
  readonly uniqueRatio: Estimate;
  /** Share of the most frequent answer; mean over problems. */
  readonly modalShare: Estimate;
  /** Share of samples without an answer. */
  readonly noAnswerShare: number;
}

/** Everything measured of one model. Shares over problems are averaged over seeds. */
export interface ModelMeasurement {
  readonly model: string;
  readonly seeds: readonly (number | null)[];
  readonly problems: number;
  readonly samples: number;
  readonly unjudged: number;
  readonly smallestN: number;
  readonly largestN: number;
  readonly temperatures: readonly number[];
  readonly hasUnknownTemperature: boolean;
  readonly curves: ModelCurves;
  readonly avgAtN: Estimate;
  readonly majAtN: Estimate | null;
  readonly passHat: readonly { readonly k: number; readonly value: number }[];
  /** Share of problems with at least one correct sample. Wilson interval with one seed, none with several. */
  readonly solvedAtN: Estimate;
  readonly cover: readonly { readonly tau: number; readonly share: number }[];
  readonly passRateBands: readonly number[];
  readonly silentGroups: readonly { readonly groupSize: number; readonly rate: number }[];
  readonly diversity: Diversity | null;
  readonly formats: readonly (FormatShare & { readonly interval: Estimate })[];
  readonly coherence: (CoherenceRates & { readonly samples: number }) | null;
  readonly meanLength: number | null;
  readonly truncatedShare: number | null;
  readonly notes: readonly string[];
}

/** Measures one model. Its data must hold at least one problem. */
export function measureModel(data: ModelData, settings: MeasureSettings): ModelMeasurement {
  const { problems } = data;
  const curves = measureCurves(problems, settings, data.model);
  const perSeed = data.seeds.map((_, seed) => problems.map((problem) => problem.forms.answer[seed]!));
  const sizes = perSeed.flat().map(({ n }) => n);
  const smallestN = curves.forms.answer.kMax;
  const average = (measure: (counts: readonly SampleCounts[]) => number): number =>
    perSeed.reduce((sum, counts) => sum + measure(counts), 0) / perSeed.length;
  const coherence = sumCoherence(problems);
  return {
    model: data.model,
    seeds: data.seeds,
    problems: problems.length,
    samples: data.samples,
    unjudged: data.unjudged,
    smallestN,
    largestN: sizes.reduce((a, b) => Math.max(a, b), 0),
    temperatures: data.temperatures,
    hasUnknownTemperature: data.hasUnknownTemperature,
    curves,
    avgAtN: omitK(curves.forms.answer.points[0]!),
    majAtN: measureMajority(problems, settings),
    passHat: selectTableKs(smallestN).map((k) => ({
      k,
      value: average(
        (counts) => counts.reduce((sum, { n, c }) => sum + passHatK(n, c, k), 0) / counts.length,
      ),
    })),
    solvedAtN: measureSolved(perSeed, settings.confidence),
    cover: settings.taus.map((tau) => ({ tau, share: average((counts) => coverAtTau(counts, tau)) })),
    passRateBands: averageBands(perSeed),
    silentGroups: settings.groupSizes
      .filter((groupSize) => groupSize <= smallestN)
      .map((groupSize) => ({
        groupSize,
        rate: average((counts) => estimateSilentGroupRate(counts, groupSize)),
      })),
    diversity: measureDiversity(problems, settings),
    formats: measureFormats(problems, settings),
    coherence: coherence.n === 0 ? null : { ...rateCoherence(coherence), samples: coherence.n },
    meanLength: divideSums(problems, (run) => [run.length.sum, run.length.n]),
    truncatedShare: divideSums(problems, (run) => [run.truncation.truncated, run.truncation.n]),
    notes: data.notes,
  };
}

type Run = MeasuredProblem["runs"][number];

function omitK({ value, low, high }: Estimate): Estimate {
  return { value, low, high };
}

function measureSolved(perSeed: readonly (readonly SampleCounts[])[], confidence: number): Estimate {
  const solved = perSeed.map((counts) => counts.filter(({ c }) => c > 0).length);
  const total = perSeed[0]!.length;
  if (perSeed.length === 1) return wilsonInterval({ n: total, c: solved[0]! }, confidence);
  const value = solved.reduce((sum, count) => sum + count / total, 0) / perSeed.length;
  return { value, low: Number.NaN, high: Number.NaN };
}

function averageBands(perSeed: readonly (readonly SampleCounts[])[]): number[] {
  const bands = perSeed.map(bandPassRates);
  return bands[0]!.map((_, band) => bands.reduce((sum, shares) => sum + shares[band]! / bands.length, 0));
}

function divideSums(
  problems: readonly MeasuredProblem[],
  read: (run: Run) => [number, number],
): number | null {
  let sum = 0;
  let count = 0;
  for (const run of problems.flatMap((problem) => problem.runs)) {
    const [part, whole] = read(run);
    sum += part;
    count += whole;
  }
  return count === 0 ? null : sum / count;
}

/** Whether the answer of every judged sample is recorded; a vote of some of them would be another vote. */
function hasAllAnswers(problem: MeasuredProblem): boolean {
  return problem.runs.every((run) => run.answersRecorded > 0 && run.answersRecorded === run.forms.answer.n);
}

function meanOverSeeds(problem: MeasuredProblem, measure: (run: Run) => number): number {
  return problem.runs.reduce((sum, run) => sum + measure(run), 0) / problem.runs.length;
}

function measureMajority(problems: readonly MeasuredProblem[], settings: MeasureSettings): Estimate | null {
  if (!problems.every(hasAllAnswers)) return null;
  const values = problems.map((problem) => meanOverSeeds(problem, (run) => majorityAtN(listAnswers(run))));
  return bootstrapMean(values, plainOptions(settings));
}

function plainOptions({ resamples, seed, confidence }: MeasureSettings): {
  resamples: number;
  seed: number;
  confidence: number;
} {
  return { resamples, seed, confidence };
}

function measureDiversity(problems: readonly MeasuredProblem[], settings: MeasureSettings): Diversity | null {
  if (!problems.every(hasAllAnswers)) return null;
  const countAnswers = (run: Run): number => listAnswers(run).reduce((sum, { count }) => sum + count, 0);
  const runs = problems.flatMap((problem) => problem.runs);
  const draws = Math.ceil(
    runs.reduce((least, run) => Math.min(least, run.forms.answer.n), Number.POSITIVE_INFINITY) / 2,
  );
  const answered = problems.filter((problem) => problem.runs.every((run) => countAnswers(run) >= draws));
  if (answered.length === 0 || draws < 2) return null;
  const ratios = answered.map((problem) =>
    meanOverSeeds(problem, (run) => uniqueAnswerRatio(listAnswers(run), draws)),
  );
  const modal = answered.map((problem) =>
    meanOverSeeds(problem, (run) => modalAnswerShare(listAnswers(run))),
  );
  const judged = runs.reduce((sum, run) => sum + run.forms.answer.n, 0);
  return {
    draws,
    problems: answered.length,
    uniqueRatio: bootstrapMean(ratios, plainOptions(settings)),
    modalShare: bootstrapMean(modal, plainOptions(settings)),
    noAnswerShare: 1 - runs.reduce((sum, run) => sum + countAnswers(run), 0) / judged,
  };
}

function measureFormats(
  problems: readonly MeasuredProblem[],
  settings: MeasureSettings,
): (FormatShare & { interval: Estimate })[] {
  const shares = shareFormats(sumFormats(problems));
  if (shares.length === 0) return [];
  const columns = shares.length + 1;
  const values = new Float64Array(problems.length * columns);
  problems.forEach((problem, row) => {
    for (const run of problem.runs) {
      for (const [format, { count }] of run.formats) {
        values[row * columns + shares.findIndex((share) => share.format === format)]! += count;
        values[row * columns + columns - 1]! += count;
      }
    }
  });
  const table = { rows: problems.length, columns, values };
  const means = columnMeans(table);
  const bootstrap = resample(table, settings, "formats");
  return shares.map((share, column) => {
    const ratio = (resampled: Float64Array): number => resampled[column]! / resampled[columns - 1]!;
    return {
      ...share,
      interval: percentileInterval(ratio(means), mapResamples(bootstrap, ratio), settings.confidence),
    };
  });
}
