import { type Comparison, compareModels } from "../boundary/compare-models.ts";
import { type ModelMeasurement, measureModel } from "../boundary/measure-model.ts";
import type { ModelData } from "../boundary/model-data.ts";
import type { MeasureSettings } from "../boundary/settings.ts";
import { EvaluationError } from "../errors.ts";
import { adjustHolm } from "../metrics/holm.ts";
import type { FileSummary } from "../samples/load-samples.ts";

/** A test with its p value, alone and adjusted for all tests of the report. */
export interface ReportedTest {
  readonly baseline: string;
  readonly trained: string;
  readonly name: string;
  readonly pValue: number;
  readonly adjusted: number;
}

/** Everything a report says, as data. The same input and settings give the same report. */
export interface EvaluationReport {
  readonly format: "touchstone.eval.report/1";
  readonly settings: Pick<MeasureSettings, "resamples" | "seed" | "confidence">;
  readonly files: readonly FileSummary[];
  readonly baseline: string | null;
  readonly models: readonly ModelMeasurement[];
  readonly comparisons: readonly Comparison[];
  readonly tests: readonly ReportedTest[];
  /** Models that could not be measured or compared, and why. */
  readonly notes: readonly string[];
}

/** What to report on. */
export interface ReportInput {
  readonly models: readonly ModelData[];
  readonly files: readonly FileSummary[];
  /** Model that the others are compared with. Default: the first. */
  readonly baseline?: string;
}

/**
 * Measures every model and compares each with the baseline.
 *
 * Throws an `EvaluationError`: NO_SAMPLES when no model has a judged sample, MODEL_NOT_FOUND when the baseline is none
 * of the models.
 */
export function buildReport(input: ReportInput, settings: MeasureSettings): EvaluationReport {
  const notes = input.models
    .filter((model) => model.problems.length === 0)
    .map((model) => `${model.model} has no problem left to measure. ${model.notes.join(" ")}`.trim());
  const models = input.models.filter((model) => model.problems.length > 0);
  if (models.length === 0) {
    throw new EvaluationError(
      "NO_SAMPLES",
      `There are no judged samples to report on. ${notes.join(" ")}`.trim(),
    );
  }
  const baseline = findModel(models, input.baseline);
  const comparisons: Comparison[] = [];
  for (const trained of models) {
    if (trained === baseline) continue;
    const comparison = compareModels(baseline, trained, settings);
    if (comparison !== null) comparisons.push(comparison);
    else
      notes.push(
        `${trained.model} and ${baseline.model} have no problem in common, so they are not compared.`,
      );
  }
  const { resamples, seed, confidence } = settings;
  return {
    format: "touchstone.eval.report/1",
    settings: { resamples, seed, confidence },
    files: input.files,
    baseline: models.length > 1 ? baseline.model : null,
    models: models.map((model) => measureModel(model, settings)),
    comparisons,
    tests: adjustTests(comparisons),
    notes,
  };
}

function findModel(models: readonly ModelData[], name: string | undefined): ModelData {
  const found = name === undefined ? models[0] : models.find((model) => model.model === name);
  if (found !== undefined) return found;
  const known = models.map((model) => `"${model.model}"`).join(", ");
  throw new EvaluationError("MODEL_NOT_FOUND", `There is no model "${name}". The files hold ${known}.`);
}

function adjustTests(comparisons: readonly Comparison[]): ReportedTest[] {
  const tests = comparisons.flatMap(({ baseline, trained, tests: own }) =>
    own.map((test) => ({ baseline, trained, ...test })),
  );
  const adjusted = adjustHolm(tests.map((test) => test.pValue));
  return tests.map((test, i) => ({ ...test, adjusted: adjusted[i]! }));
}

/** Returns a report as JSON. Numbers that are undefined or unbounded become null. */
export function renderJsonReport(report: EvaluationReport): string {
  return `${JSON.stringify(report, null, 1)}\n`;
}
