import { type LineSeries, type PageSection, renderBarChart, renderSmallMultiples } from "@touchstone/eval";
import { compareSolveSets } from "@touchstone/eval/metrics";
import type { SuiteResults } from "../collect-results.ts";
import { selectProblems, shareOfFormat } from "../measure.ts";
import type { Suite } from "../suite.ts";
import { findLargestK, listStrata } from "./arms-table.ts";
import { computeCurve, type PassKind } from "./pass-curves.ts";

/** Pass curves of every family of models, solve-sets, format shares. A family is a set of models with common strata. */
export function buildCurveFigures(suite: Suite, results: SuiteResults): PageSection[] {
  const families = groupByStrata(suite, results);
  return [
    ...families.flatMap((family) => [
      buildPassFigure(suite, results, family, "process_pass"),
      buildPassFigure(suite, results, family, "answer_pass"),
    ]),
    buildSolveSets(suite, results),
    buildFormatFigure(suite, results),
  ];
}

interface Family {
  readonly models: readonly string[];
  readonly strata: readonly string[];
}

function groupByStrata(suite: Suite, results: SuiteResults): Family[] {
  const families = new Map<string, { models: string[]; strata: string[] }>();
  for (const model of Object.keys(suite.models)) {
    const strata = listStrata(results, model);
    const family = families.get(strata.join()) ?? { models: [], strata };
    family.models.push(model);
    families.set(strata.join(), family);
  }
  return [...families.values()];
}

const FIGURE_TITLES = {
  answer_pass: "Answer pass@k, and what guessing would score (dotted)",
  process_pass: "Process-verified pass@k: right answer and every step valid",
} as const;

function buildPassFigure(
  suite: Suite,
  results: SuiteResults,
  family: Family,
  kind: "answer_pass" | "process_pass",
): PageSection {
  const kMax = findLargestK(results);
  const series = (model: string, index: number, stratum: string): LineSeries[] => {
    const line = (passKind: PassKind, style: "solid" | "dotted", name: string): LineSeries => ({
      name,
      color: index,
      style,
      markers: false,
      points: computeCurve(passKind, model, [stratum], results.seeds, kMax).map(({ k, value, low, high }) =>
        style === "dotted" ? { x: k, y: value } : { x: k, y: value, low, high },
      ),
    });
    const title = suite.models[model]?.title ?? model;
    const main = line(kind, "solid", title);
    return kind === "answer_pass" ? [main, line("null_pass", "dotted", `${title}, null`)] : [main];
  };
  const svg = renderSmallMultiples({
    title: FIGURE_TITLES[kind],
    description: `Curves of ${family.models.length} models over k from 1 to ${kMax}, one panel a stratum, with 95 % bands.`,
    x: { label: "k (samples)", scale: "log2" },
    y: { label: "pass@k", style: "percent", min: 0, max: 1 },
    panels: family.strata.map((stratum) => ({
      title: stratum,
      series: family.models.flatMap((model, index) => series(model, index, stratum)),
    })),
  });
  return {
    kind: "figure",
    svg,
    caption: `${FIGURE_TITLES[kind]}, for problems of ${family.strata.join(", ")} (n = number of operations).`,
  };
}

/** Pairs worth a solve-set: what a stage started from against what it made. */
function listPairs(suite: Suite): { from: string; to: string }[] {
  const pairs = suite.report.solve_sets.filter(({ from, to }) => suite.models[from] && suite.models[to]);
  return pairs.map(({ from, to }) => ({ from, to }));
}

function buildSolveSets(suite: Suite, results: SuiteResults): PageSection {
  const rows = listPairs(suite).flatMap(({ from, to }) =>
    listStrata(results, to).map((stratum) => {
      const counts = { lost: 0, gained: 0, kept: 0, never: 0 };
      for (const { tallies } of results.seeds) {
        const before = tallies.get(from);
        const after = tallies.get(to);
        if (before === undefined || after === undefined) continue;
        const trained = new Map(
          selectProblems(after, [stratum]).map((problem) => [problem.problemId, problem]),
        );
        const pairs = selectProblems(before, [stratum]).flatMap((problem) => {
          const other = trained.get(problem.problemId);
          if (other === undefined) return [];
          return [
            {
              baseline: { problemId: problem.problemId, n: problem.n, c: problem.processValid },
              trained: { problemId: problem.problemId, n: other.n, c: other.processValid },
            },
          ];
        });
        const sets = compareSolveSets(pairs);
        for (const key of ["lost", "gained", "kept", "never"] as const) counts[key] += sets[key].length;
      }
      const title = (model: string): string => suite.models[model]?.title ?? model;
      return [
        `${title(from)} → ${title(to)}`,
        stratum,
        ...[counts.kept, counts.gained, counts.lost, counts.never].map(String),
      ];
    }),
  );
  return {
    kind: "table",
    columns: [
      { title: "From → to" },
      { title: "Stratum" },
      { title: "kept", align: "right" },
      { title: "gained", align: "right" },
      { title: "lost", align: "right" },
      { title: "never", align: "right" },
    ],
    rows,
    caption:
      "Problems solved at least once in all samples with every step valid, before and after, summed over seeds.",
  };
}

function buildFormatFigure(suite: Suite, results: SuiteResults): PageSection {
  const formats = suite.report.formats;
  const bars = Object.entries(suite.models).flatMap(([model, { title }]) =>
    listStrata(results, model).map((stratum) => ({
      label: `${title}, ${stratum}`,
      values: formats.map((format) => ({
        value:
          results.seeds.reduce((sum, { tallies }) => {
            const tally = tallies.get(model);
            return sum + (tally === undefined ? 0 : shareOfFormat(tally, format, [stratum]));
          }, 0) / results.seeds.length,
      })),
    })),
  );
  const svg = renderBarChart({
    title: "How completions are written",
    description: "Share of each format among the test samples of every model and stratum.",
    x: { label: "share of completions", style: "percent", min: 0, max: 1 },
    series: formats.map((name) => ({ name })),
    bars,
    mode: "stacked",
  });
  return {
    kind: "figure",
    svg,
    caption: "Format shares on the test problems: A verbose steps, B terse steps, D no steps.",
  };
}
