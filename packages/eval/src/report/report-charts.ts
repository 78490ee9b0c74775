import type { ComparedCurves } from "../boundary/compare-curves.ts";
import type { ComparedSets, ComparedStratum } from "../boundary/compare-models.ts";
import type { ModelMeasurement } from "../boundary/measure-model.ts";
import { PASS_RATE_BANDS } from "../metrics/pass-rate-histogram.ts";
import { FORMS } from "../samples/tally.ts";
import type { BarChart, LineChart, LineSeries, SmallMultiples } from "./chart-types.ts";
import { FORM_STYLES, formatK } from "./describe.ts";

const K_AXIS = { label: "k (samples a problem)", scale: "log2", min: 1 } as const;
const PASS_AXIS = { label: "problems solved", style: "percent", min: 0, max: 1 } as const;

/** pass@k of every model in every form: colour tells the model, line style the form. */
export function chartCurves(models: readonly ModelMeasurement[]): LineChart {
  const series = models.flatMap((model, color) =>
    FORMS.flatMap((form): LineSeries[] => {
      const curve = model.curves.forms[form];
      if (curve === undefined) return [];
      const { style, name } = FORM_STYLES[form];
      const points = curve.points.map(({ k, value, low, high }) => ({ x: k, y: value, low, high }));
      return [{ name: `${model.model}, ${name}`, color, style, points }];
    }),
  );
  return {
    title: "pass@k: share of problems that at least one of k samples solves",
    description: `Curves of ${models.map((model) => model.model).join(", ")} against k on a logarithmic axis.`,
    x: K_AXIS,
    y: PASS_AXIS,
    series,
  };
}

/** Trained minus baseline in every form, with the crossing of the answer curve. */
export function chartDifference(
  curves: readonly ComparedCurves[],
  names: { trained: string; baseline: string },
): LineChart {
  const crossing = curves.find(({ form }) => form === "answer")?.crossing;
  const series = curves.map((curve): LineSeries => {
    const { style, name } = FORM_STYLES[curve.form];
    const points = curve.points.map(({ k, difference: { value, low, high } }) => ({
      x: k,
      y: value,
      low,
      high,
    }));
    return { name, style, points, color: FORMS.indexOf(curve.form) };
  });
  return {
    title: `${names.trained} minus ${names.baseline}`,
    description: "Difference of pass@k in percentage points against k, with paired intervals.",
    x: K_AXIS,
    y: { label: "difference, points", style: "points" },
    series,
    references: [
      { axis: "y", at: 0 },
      ...(crossing?.kind === "crosses"
        ? [{ axis: "x" as const, at: crossing.k, label: `crossing at k = ${formatK(crossing.k)}` }]
        : []),
    ],
    plotHeight: 240,
  };
}

/** Solve-sets as stacked bars: observed at n, a bar a seed, and expected at several k. */
export function chartSolveSets(sets: ComparedSets): BarChart {
  const observed = sets.perSeed.map(({ seed, lost, gained, kept, never, largestN }) => ({
    label: `observed, n = ${largestN}${seed === null || sets.perSeed.length === 1 ? "" : `, seed ${seed}`}`,
    values: [kept, gained, lost, never].map(({ length }) => ({ value: length })),
  }));
  const expected = sets.expected.map(({ k, kept, gained, lost, never }) => ({
    label: `expected, k = ${k}`,
    values: [kept, gained, lost, never].map((value) => ({ value })),
  }));
  return {
    title: "Problems in each solve-set, by samples drawn",
    description: "Problems that both models solve, only the trained one, only the baseline, or neither.",
    x: { label: "problems" },
    mode: "stacked",
    series: [
      { name: "kept", color: 2 },
      { name: "gained", color: 0 },
      { name: "lost", color: 1 },
      { name: "never", color: 5 },
    ],
    bars: [...expected, ...observed],
  };
}

/** Both models by stratum, at the ks of the table. */
export function chartStrata(
  strata: readonly ComparedStratum[],
  names: { trained: string; baseline: string },
): SmallMultiples {
  return {
    title: "pass@k by stratum",
    description: `${names.baseline} and ${names.trained}, one panel a stratum, by answer.`,
    x: K_AXIS,
    y: { ...PASS_AXIS, label: "solved" },
    panels: strata.map(({ stratum, problems, points }) => ({
      title: `${stratum} (${problems})`,
      series: [
        { name: names.baseline, color: 0, points: points.map(({ k, baseline }) => ({ x: k, y: baseline })) },
        { name: names.trained, color: 1, points: points.map(({ k, trained }) => ({ x: k, y: trained })) },
      ],
    })),
  };
}

/** Problems by pass rate, one stacked bar a model. */
export function chartPassRates(models: readonly ModelMeasurement[]): BarChart {
  return {
    title: "Problems by pass rate c/n",
    description: "Share of problems that no sample, some samples, or every sample solves.",
    x: { label: "share of problems", style: "percent", max: 1 },
    mode: "stacked",
    series: PASS_RATE_BANDS.map((name, i) => ({ name, color: [5, 1, 4, 3, 0, 2][i]! })),
    bars: models.map(({ model, passRateBands }) => ({
      label: model,
      values: passRateBands.map((value) => ({ value })),
    })),
  };
}

/** Share of samples in each format, one thin bar a model. */
export function chartFormats(models: readonly ModelMeasurement[]): BarChart {
  const formats = [...new Set(models.flatMap((model) => model.formats.map(({ format }) => format)))];
  return {
    title: "Format shares",
    description: "Share of samples in each format, with intervals over problems.",
    x: { label: "share of samples", style: "percent", max: 1 },
    series: models.map(({ model }) => ({ name: model })),
    bars: formats.map((label) => ({
      label,
      values: models.map((model) => {
        const found = model.formats.find(({ format }) => format === label);
        return found?.interval ?? { value: model.formats.length === 0 ? Number.NaN : 0 };
      }),
    })),
  };
}
