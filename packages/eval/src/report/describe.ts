import type { ComparedCurves } from "../boundary/compare-curves.ts";
import type { ModelMeasurement } from "../boundary/measure-model.ts";
import type { Estimate } from "../metrics/interval.ts";
import type { Form } from "../samples/tally.ts";
import type { LineStyle } from "./chart-types.ts";
import { formatNumber } from "./format-number.ts";

/** Line style and name of each form of pass@k, the same in every figure. */
export const FORM_STYLES: Readonly<Record<Form, { readonly style: LineStyle; readonly name: string }>> = {
  answer: { style: "solid", name: "answer" },
  process: { style: "dashed", name: "process-verified" },
  null: { style: "dotted", name: "null" },
};

/** Returns the conditions of a model's samples: problems, n, temperature, seeds. */
export function describeSetup(model: ModelMeasurement): string {
  const n =
    model.smallestN === model.largestN
      ? `n = ${model.smallestN}`
      : `n = ${model.smallestN}–${model.largestN}`;
  return `${model.problems} problems, ${n}, ${describeTemperatures(model)}, ${describeSeeds(model.seeds)}`;
}

/** Returns the sampling temperatures of a model, or that none is recorded. */
export function describeTemperatures(
  model: Pick<ModelMeasurement, "temperatures" | "hasUnknownTemperature">,
): string {
  if (model.temperatures.length === 0) return "temperature not recorded";
  const known = `temperature ${model.temperatures.join(", ")}`;
  return model.hasUnknownTemperature ? `${known} and some not recorded` : known;
}

/** Returns the temperatures of a model for a table cell. */
export function listTemperatures(
  model: Pick<ModelMeasurement, "temperatures" | "hasUnknownTemperature">,
): string {
  const known = model.temperatures.join(", ");
  return known === "" ? "not recorded" : model.hasUnknownTemperature ? `${known}, some not recorded` : known;
}

/** Returns the seeds of a model for a table cell. */
export function listSeeds({ seeds }: Pick<ModelMeasurement, "seeds">): string {
  const known = seeds.filter((seed) => seed !== null);
  return known.length === 0 ? "not recorded" : known.length > 4 ? `${known.length} seeds` : known.join(", ");
}

/** Returns the seeds of a model, or that rows carry none. */
export function describeSeeds(seeds: readonly (number | null)[]): string {
  const known = seeds.filter((seed) => seed !== null);
  if (known.length === 0) return "one run, no seed recorded";
  const listed = known.length > 12 ? `${known.slice(0, 12).join(", ")}, …` : known.join(", ");
  return known.length === 1 ? `seed ${listed}` : `${known.length} seeds (${listed})`;
}

/** Returns where two curves cross, in a few words, with the interval of the first crossing. */
export function describeCrossing(
  curve: Pick<ComparedCurves, "crossing" | "crossingInterval" | "sideChanges" | "kMax">,
): string {
  const { crossing, crossingInterval, sideChanges, kMax } = curve;
  if (crossing.kind === "equal") return `the curves are equal up to k = ${kMax}`;
  const bounds = `[${describeBound(crossingInterval.low, kMax)}, ${describeBound(crossingInterval.high, kMax)}]`;
  if (crossing.kind === "none") return `none up to k = ${kMax} ${bounds}`;
  const later = sideChanges
    .slice(crossing.kind === "crosses" ? 1 : 0)
    .map(({ k, side }) => `${side} from k = ${formatK(k)}`);
  const first = crossing.kind === "crosses" ? `k = ${formatK(crossing.k)}` : "below from the start";
  return [`${first} ${bounds}`, ...later].join(", ");
}

function describeBound(bound: number, kMax: number): string {
  if (Number.isNaN(bound)) return "–";
  if (bound === Number.POSITIVE_INFINITY) return `none up to ${kMax}`;
  return bound <= 1 ? "from the start" : formatK(bound);
}

/** Returns a k that need not be whole: one decimal below 100. */
export function formatK(k: number): string {
  return formatNumber(k, { digits: k < 100 && !Number.isInteger(k) ? 1 : 0 });
}

/** Returns on which side of the baseline an interval of differences puts the trained model, in words. */
export function describeSign(difference: Estimate): string {
  if (difference.low > 0) return "the trained model is above the baseline";
  if (difference.high < 0) return "the trained model is below the baseline";
  return "the data do not tell them apart";
}
