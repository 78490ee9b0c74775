import { mapResamples, percentileInterval } from "../metrics/bootstrap.ts";
import { checkK } from "../metrics/counts.ts";
import { columnMeans, tabulatePass } from "../metrics/pass-table.ts";
import { FORMS, type Form } from "../samples/tally.ts";
import { type CurvePoint, findFormLargestK, listForm, resample } from "./measure-curves.ts";
import type { ModelData } from "./model-data.ts";
import type { MeasureSettings } from "./settings.ts";

/** pass@k of one model in one form at the k asked for. */
export interface PasskRow {
  readonly model: string;
  readonly form: Form;
  readonly problems: number;
  readonly smallestN: number;
  readonly points: readonly CurvePoint[];
}

/**
 * Measures pass@k at given k in every form a model has. Throws an `EvaluationError` (K_TOO_LARGE) when a k exceeds the
 * samples of a problem.
 */
export function measurePassk(model: ModelData, ks: readonly number[], settings: MeasureSettings): PasskRow[] {
  const { problems } = model;
  return FORMS.filter((form) => problems.every((problem) => problem.forms[form] !== undefined)).map(
    (form) => {
      const smallestN = findFormLargestK(problems, form);
      for (const k of ks) checkK(k, smallestN);
      const table = tabulatePass(listForm(problems, form), ks);
      const means = columnMeans(table);
      const bootstrap = resample(table, settings, `${model.model}, ${form}`);
      const points = ks.map((k, i) => ({
        k,
        ...percentileInterval(
          means[i]!,
          mapResamples(bootstrap, (row) => row[i]!),
          settings.confidence,
        ),
      }));
      return { model: model.model, form, problems: problems.length, smallestN, points };
    },
  );
}
