import type { ComparedCurves } from "../boundary/compare-curves.ts";
import type { ComparedSets, Comparison } from "../boundary/compare-models.ts";
import type { Estimate } from "../metrics/interval.ts";
import { selectTableKs } from "../metrics/k-grid.ts";
import { describeCrossing, describeSeeds, describeSign, FORM_STYLES } from "./describe.ts";
import { describePValue, formatInterval, formatNumber, formatPValue } from "./format-number.ts";
import type { Inline, InlinePart, PageSection } from "./page-types.ts";
import { chartDifference, chartSolveSets, chartStrata } from "./report-charts.ts";
import { renderBarChart } from "./svg-bar-chart.ts";
import { renderLineChart, renderSmallMultiples } from "./svg-line-chart.ts";

const LISTED_PROBLEMS = 200;
const PANEL_LIMIT = 12;

const points = (estimate: Estimate): string => formatInterval(estimate, { style: "points" });
const share = (value: number): string => formatNumber(value, { style: "percent" });
const right = (title: string): { title: string; align: "right" } => ({ title, align: "right" });

/** Everything about one comparison: curves, solve-sets, strata. */
export function describeComparison(comparison: Comparison): PageSection[] {
  return [
    { kind: "heading", level: 2, text: `${comparison.trained} against ${comparison.baseline}` },
    ...comparison.notes.map((text): PageSection => ({ kind: "note", tone: "warning", text })),
    {
      kind: "figure",
      svg: renderLineChart(chartDifference(comparison.curves, comparison)),
      caption: `${comparison.problems} problems, ${describeSeeds(comparison.seeds)}. Bands are paired intervals over problems; above zero the trained model solves more.`,
    },
    ...describeDifferences(comparison),
    ...describeIndices(comparison.curves),
    ...comparison.sets.flatMap((sets) => describeSets(sets, comparison.problems)),
    ...describeStrata(comparison),
  ];
}

/** Returns the findings of a comparison, one sentence each. */
export function summarizeComparison(comparison: Comparison): Inline[] {
  const answer = comparison.curves.find(({ form }) => form === "answer")!;
  const first = answer.points[0]!;
  const last = answer.points[answer.points.length - 1]!;
  const sentence = ({ k, baseline, trained, difference, overSeeds }: typeof first): InlinePart[] => [
    { strong: `pass@${k}: ${share(trained.value)} against ${share(baseline.value)}` },
    `, a difference of ${points(difference)} points over problems`,
    overSeeds === null ? "" : ` and ${points(overSeeds)} over ${overSeeds.seeds} seeds`,
    `; ${describeSign(overSeeds ?? difference)}.`,
  ];
  const observed = comparison.sets.find(({ form }) => form === "answer")?.perSeed ?? [];
  return [
    sentence(first),
    ...(answer.kMax > 1 ? [sentence(last)] : []),
    [{ strong: "Crossing:" }, ` ${describeCrossing(answer)}.`],
    ...(observed.length === 1 ? [summarizeSets(observed[0]!)] : []),
    [
      { strong: "Pass rate by problem:" },
      ` rose on ${comparison.passRates.rose}, fell on ${comparison.passRates.fell}, stayed on ${comparison.passRates.same} (sign test ${describePValue(comparison.passRates.pValue)}).`,
    ],
  ];
}

function summarizeSets(sets: ComparedSets["perSeed"][number]): Inline {
  const { gained, lost, kept, never, pValue } = sets;
  return [
    { strong: "Solve-sets:" },
    ` ${gained.length} gained, ${lost.length} lost, ${kept.length} kept, ${never.length} never (McNemar exact ${describePValue(pValue)}).`,
  ];
}

function describeDifferences({ curves }: Comparison): PageSection[] {
  const hasSeeds = curves.some((curve) => curve.points.some((point) => point.overSeeds !== null));
  return [
    {
      kind: "table",
      columns: [
        { title: "form" },
        right("k"),
        right("baseline"),
        right("trained"),
        right("difference, points"),
        ...(hasSeeds ? [right("over seeds, points"), right("p over seeds")] : []),
      ],
      rows: curves.flatMap((curve) => {
        const ks = selectTableKs(curve.kMax);
        return curve.points
          .filter(({ k }) => ks.includes(k))
          .map(({ k, baseline, trained, difference, overSeeds }) => [
            FORM_STYLES[curve.form].name,
            String(k),
            share(baseline.value),
            share(trained.value),
            points(difference),
            ...(hasSeeds
              ? [overSeeds === null ? "–" : points(overSeeds), formatPValue(overSeeds?.pValue ?? Number.NaN)]
              : []),
          ]);
      }),
      caption: hasSeeds
        ? "Brackets: bootstrap over problems, and a t interval over seeds. The second says whether another training run would show the same."
        : "Brackets: paired bootstrap over problems, which says whether other problems would show the same, not whether another training run would.",
    },
  ];
}

function describeIndices(curves: readonly ComparedCurves[]): PageSection[] {
  return [
    {
      kind: "table",
      columns: [
        { title: "form" },
        right("K"),
        { title: "crossing k" },
        right("resamples that cross"),
        right("ΔSE, points"),
        right("BC(K), points"),
        right("area, points"),
      ],
      rows: curves
        .filter(({ form }) => form !== "null")
        .map((curve) => [
          FORM_STYLES[curve.form].name,
          String(curve.kMax),
          describeCrossing(curve),
          share(curve.crossingInterval.shares.crosses),
          points(curve.efficiencyGap),
          points(curve.boundaryChange),
          points(curve.area),
        ]),
      caption:
        "ΔSE = pass@K(baseline) − pass@1(trained). BC(K) = pass@K(trained) − pass@K(baseline). Area: mean difference over log k from 1 to K.",
    },
  ];
}

function describeSets(sets: ComparedSets, problems: number): PageSection[] {
  const name = FORM_STYLES[sets.form].name;
  const count = (value: number): string => formatNumber(value, { digits: Number.isInteger(value) ? 0 : 1 });
  const row = (
    label: string,
    each: { kept: number; gained: number; lost: number; never: number },
    p: string,
  ): string[] => [label, ...[each.kept, each.gained, each.lost, each.never].map(count), p];
  return [
    { kind: "heading", level: 3, text: `Solve-sets, ${name}` },
    { kind: "figure", svg: renderBarChart(chartSolveSets(sets)), caption: `${problems} problems.` },
    {
      kind: "table",
      columns: [
        { title: "solve-set" },
        right("kept"),
        right("gained"),
        right("lost"),
        right("never"),
        right("McNemar p"),
      ],
      rows: [
        ...sets.perSeed.map((each) =>
          row(
            `observed at n = ${each.largestN}${each.seed === null ? "" : `, seed ${each.seed}`}`,
            {
              kept: each.kept.length,
              gained: each.gained.length,
              lost: each.lost.length,
              never: each.never.length,
            },
            formatPValue(each.pValue),
          ),
        ),
        ...sets.expected.map((each) => row(`expected at k = ${each.k}`, each, "–")),
      ],
      caption:
        sets.netOverSeeds === null
          ? "Gained: only the trained model solves it. Lost: only the baseline does."
          : `Gained minus lost over seeds: ${points(sets.netOverSeeds)} points of problems (t interval, ${describePValue(sets.netOverSeeds.pValue)}).`,
    },
    ...listProblems(sets),
  ];
}

function listProblems(sets: ComparedSets): PageSection[] {
  const only = sets.perSeed.length === 1 ? sets.perSeed[0] : undefined;
  if (only === undefined) return [];
  return (["lost", "gained", "never"] as const).flatMap((set): PageSection[] => {
    const ids = only[set];
    if (ids.length === 0) return [];
    const shown = ids.slice(0, LISTED_PROBLEMS).flatMap((id): InlinePart[] => [{ code: id }, " "]);
    const rest =
      ids.length > LISTED_PROBLEMS ? [`and ${ids.length - LISTED_PROBLEMS} more, all in report.json`] : [];
    const summary = `Problems ${set === "never" ? "never solved" : set} (${ids.length})`;
    return [{ kind: "details", summary, sections: [{ kind: "prose", text: [...shown, ...rest] }] }];
  });
}

function describeStrata(comparison: Comparison): PageSection[] {
  const { strata } = comparison;
  if (strata.length === 0) return [];
  const figure: PageSection[] =
    strata.length > PANEL_LIMIT || strata.every(({ kMax }) => kMax === 1)
      ? []
      : [
          {
            kind: "figure",
            svg: renderSmallMultiples(chartStrata(strata, comparison)),
            caption: "In brackets the number of problems of the stratum.",
          },
        ];
  return [
    { kind: "heading", level: 3, text: "By stratum" },
    ...figure,
    {
      kind: "table",
      columns: [
        { title: "stratum" },
        right("problems"),
        right("k"),
        right("baseline"),
        right("trained"),
        right("difference, points"),
      ],
      rows: strata.flatMap(({ stratum, problems, kMax, points: all }) =>
        all
          .filter(({ k }) => k === 1 || k === kMax)
          .map(({ k, baseline, trained, difference }) => [
            stratum,
            String(problems),
            String(k),
            share(baseline),
            share(trained),
            points(difference),
          ]),
      ),
      caption: "Intervals are not corrected for the number of strata.",
    },
  ];
}
