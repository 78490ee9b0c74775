import type { CurvePoint } from "../boundary/measure-curves.ts";
import type { ModelMeasurement } from "../boundary/measure-model.ts";
import type { Estimate } from "../metrics/interval.ts";
import { PASS_RATE_BANDS } from "../metrics/pass-rate-histogram.ts";
import { FORMS } from "../samples/tally.ts";
import { describeSetup, FORM_STYLES, listSeeds, listTemperatures } from "./describe.ts";
import { formatInterval, formatNumber } from "./format-number.ts";
import type { PageSection } from "./page-types.ts";
import { chartCurves, chartFormats, chartPassRates } from "./report-charts.ts";
import { renderBarChart } from "./svg-bar-chart.ts";
import { renderLineChart } from "./svg-line-chart.ts";

const percent = (estimate: Estimate): string => formatInterval(estimate, { style: "percent" });
const share = (value: number): string => formatNumber(value, { style: "percent" });
const right = (title: string): { title: string; align: "right" } => ({ title, align: "right" });

/** Models, how they were sampled, and their headline rates. */
export function describeModels(models: readonly ModelMeasurement[]): PageSection[] {
  const hasMajority = models.some((model) => model.majAtN !== null);
  return [
    { kind: "heading", level: 2, text: "Models" },
    {
      kind: "table",
      columns: [
        { title: "model" },
        right("problems"),
        right("n"),
        right("temperature"),
        right("seeds"),
        right("not judged"),
        right("avg@n = pass@1"),
        ...(hasMajority ? [right("maj@n")] : []),
        right("solved at n"),
      ],
      rows: models.map((model) => [
        model.model,
        String(model.problems),
        model.smallestN === model.largestN ? String(model.smallestN) : `${model.smallestN}–${model.largestN}`,
        listTemperatures(model),
        listSeeds(model),
        String(model.unjudged),
        percent(model.avgAtN),
        ...(hasMajority ? [model.majAtN === null ? "–" : percent(model.majAtN)] : []),
        percent(model.solvedAtN),
      ]),
      caption:
        "Samples that could not be judged are left out of every count. Intervals of solved at n are Wilson's.",
    },
    ...models.flatMap((model) =>
      model.notes.map(
        (note): PageSection => ({ kind: "note", tone: "warning", text: `${model.model}: ${note}` }),
      ),
    ),
  ];
}

/** The curves of all models, as a figure and a table. */
export function describeCurves(models: readonly ModelMeasurement[]): PageSection[] {
  const hasNull = models.some((model) => model.curves.forms.null !== undefined);
  return [
    { kind: "heading", level: 2, text: "Curves" },
    ...(hasNull
      ? []
      : [
          {
            kind: "note" as const,
            tone: "warning" as const,
            text: "No null curve: the samples were not scored against other problems' answers, so guessing cannot be told from solving at large k.",
          },
        ]),
    {
      kind: "figure",
      svg: renderLineChart(chartCurves(models)),
      caption: `Bands are intervals over problems. ${models.map((model) => `${model.model}: ${describeSetup(model)}.`).join(" ")}`,
    },
    ...models.map(tabulateCurves),
  ];
}

/** pass@k of one model, a row a k and a column a form. */
function tabulateCurves(model: ModelMeasurement): PageSection {
  const { forms, adjusted } = model.curves;
  const columns = FORMS.flatMap((form) => {
    const points = forms[form]?.points;
    return points === undefined ? [] : [{ title: FORM_STYLES[form].name, points }];
  });
  if (adjusted !== null) columns.push({ title: "guess-adjusted", points: adjusted });
  const cell = (points: readonly CurvePoint[], k: number): string => {
    const point = points.find((each) => each.k === k);
    return point === undefined ? "–" : percent(point);
  };
  return {
    kind: "table",
    columns: [right("k"), ...columns.map(({ title }) => right(title)), right("pass^k, all of k")],
    rows: model.passHat.map(({ k, value }) => [
      String(k),
      ...columns.map(({ points }) => cell(points, k)),
      share(value),
    ]),
    caption: `pass@k of ${model.model}: ${describeSetup(model)}. Values near k = n rest on few draws and vary most.`,
  };
}

/** How pass rates are spread over problems, breadth at depth, and groups without gradient. */
export function describeSpread(models: readonly ModelMeasurement[]): PageSection[] {
  const taus = models[0]!.cover.map(({ tau }) => tau);
  const sizes = [...new Set(models.flatMap((model) => model.silentGroups.map(({ groupSize }) => groupSize)))];
  return [
    { kind: "heading", level: 2, text: "Spread over problems" },
    {
      kind: "figure",
      svg: renderBarChart(chartPassRates(models)),
      caption: "Training that sharpens without widening moves problems to 1 and leaves those at 0.",
    },
    {
      kind: "table",
      columns: [{ title: "model" }, ...PASS_RATE_BANDS.map((band) => right(band))],
      rows: models.map((model) => [model.model, ...model.passRateBands.map(share)]),
      caption: "Share of problems by pass rate c/n.",
    },
    {
      kind: "table",
      columns: [{ title: "model" }, ...taus.map((tau) => right(`τ = ${tau}`))],
      rows: models.map((model) => [model.model, ...model.cover.map((cover) => share(cover.share))]),
      caption: "Cover@τ: share of problems solved in at least a share τ of samples.",
    },
    ...(sizes.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            columns: [{ title: "model" }, ...sizes.map((size) => right(`G = ${size}`))],
            rows: models.map((model) => [
              model.model,
              ...sizes.map((size) =>
                share(model.silentGroups.find((each) => each.groupSize === size)?.rate ?? Number.NaN),
              ),
            ]),
            caption:
              "Expected share of silent groups: G samples of one problem all right or all wrong, which carry no gradient.",
          },
        ]),
  ];
}

/** Answer diversity, formats and coherence, as far as the samples record them. */
export function describeBehaviour(models: readonly ModelMeasurement[]): PageSection[] {
  const sections = [...describeDiversity(models), ...describeFormats(models), ...describeCoherence(models)];
  return sections.length === 0 ? [] : [{ kind: "heading", level: 2, text: "Behaviour" }, ...sections];
}

function describeDiversity(models: readonly ModelMeasurement[]): PageSection[] {
  const rows = models.flatMap(({ model, diversity }) =>
    diversity === null
      ? []
      : [
          [
            model,
            String(diversity.draws),
            String(diversity.problems),
            percent(diversity.uniqueRatio),
            percent(diversity.modalShare),
            share(diversity.noAnswerShare),
          ],
        ],
  );
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "Answer diversity" },
    {
      kind: "table",
      columns: [
        { title: "model" },
        right("draws"),
        right("problems"),
        right("distinct answers a draw"),
        right("modal answer share"),
        right("no answer"),
      ],
      rows,
      caption:
        "Distinct answers are expected counts at the given number of draws, so that models with different n compare.",
    },
  ];
}

function describeFormats(models: readonly ModelMeasurement[]): PageSection[] {
  if (models.every(({ formats }) => formats.length === 0)) return [];
  return [
    { kind: "heading", level: 3, text: "Formats" },
    {
      kind: "figure",
      svg: renderBarChart(chartFormats(models)),
      caption: "A model can gain by moving its samples to a better format while no format gains.",
    },
    {
      kind: "table",
      columns: [
        { title: "model" },
        { title: "format" },
        right("samples"),
        right("share"),
        right("accuracy within"),
      ],
      rows: models.flatMap((model) =>
        model.formats.map((format) => [
          model.model,
          format.format,
          String(format.count),
          percent(format.interval),
          share(format.accuracy),
        ]),
      ),
      caption: "Intervals resample problems.",
    },
  ];
}

function describeCoherence(models: readonly ModelMeasurement[]): PageSection[] {
  const rows = models.flatMap(({ model, coherence }) =>
    coherence === null
      ? []
      : [
          [
            model,
            String(coherence.samples),
            share(coherence.coherent),
            share(coherence.valid),
            share(coherence.invalidGivenCoherent),
            share(coherence.invalidGivenCorrect),
          ],
        ],
  );
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "Coherence and validity" },
    {
      kind: "table",
      columns: [
        { title: "model" },
        right("samples"),
        right("locally coherent"),
        right("valid"),
        right("invalid though coherent"),
        right("invalid though correct"),
      ],
      rows,
    },
  ];
}
