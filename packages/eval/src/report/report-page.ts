import { describeComparison, summarizeComparison } from "./comparison-sections.ts";
import type { EvaluationReport } from "./evaluation-report.ts";
import { formatNumber, formatPValue } from "./format-number.ts";
import { describeBehaviour, describeCurves, describeModels, describeSpread } from "./model-sections.ts";
import type { Page, PageSection } from "./page-types.ts";

/** Returns a report as a page, for HTML or Markdown. */
export function buildReportPage(report: EvaluationReport, title = "What the models can solve"): Page {
  return {
    title,
    subtitle: `pass@k and capability boundary of ${report.models.map(({ model }) => model).join(", ")}`,
    sections: [
      ...describeFindings(report),
      ...report.notes.map((text): PageSection => ({ kind: "note", tone: "warning", text })),
      ...describeModels(report.models),
      ...describeCurves(report.models),
      ...report.comparisons.flatMap(describeComparison),
      ...describeTests(report),
      ...describeSpread(report.models),
      ...describeBehaviour(report.models),
      ...describeInput(report),
      ...describeMethod(report),
    ],
  };
}

function describeFindings(report: EvaluationReport): PageSection[] {
  if (report.comparisons.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Findings" },
    ...report.comparisons.flatMap((comparison): PageSection[] => [
      {
        kind: "heading",
        level: 3,
        text: `${comparison.trained} against ${comparison.baseline}, ${comparison.problems} problems`,
      },
      { kind: "list", items: summarizeComparison(comparison) },
    ]),
  ];
}

function describeTests(report: EvaluationReport): PageSection[] {
  if (report.tests.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Tests" },
    {
      kind: "table",
      columns: [
        { title: "comparison" },
        { title: "test" },
        { title: "p", align: "right" },
        { title: "p, Holm", align: "right" },
      ],
      rows: report.tests.map(({ trained, baseline, name, pValue, adjusted }) => [
        `${trained} against ${baseline}`,
        name,
        formatPValue(pValue),
        formatPValue(adjusted),
      ]),
      caption: "Holm's correction is over all rows of this table.",
    },
  ];
}

function describeInput(report: EvaluationReport): PageSection[] {
  if (report.files.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Input" },
    {
      kind: "table",
      columns: [
        { title: "file" },
        { title: "rows", align: "right" },
        { title: "malformed, left out", align: "right" },
        { title: "judged for this report", align: "right" },
      ],
      rows: report.files.map(({ file, rows, malformed, judged }) => [
        [{ code: file }],
        String(rows),
        String(malformed),
        String(judged),
      ]),
    },
  ];
}

function describeMethod({ settings }: EvaluationReport): PageSection[] {
  const level = formatNumber(settings.confidence, { style: "percent", digits: 0 });
  return [
    { kind: "heading", level: 2, text: "Method" },
    {
      kind: "list",
      items: [
        "pass@k is the unbiased estimate 1 − C(n−c, k)/C(n, k), averaged over problems; k never exceeds the smallest n.",
        "Process-verified: the answer is correct and every step of the trace holds. Null: a sample scored against another problem's answer, which is what guessing reaches. Guess-adjusted: (answer − null)/(1 − null).",
        `Intervals are ${level} percentile intervals of ${settings.resamples} bootstrap resamples of problems (seed ${settings.seed}), paired in comparisons. Intervals over seeds are t intervals of paired differences.`,
        "The crossing is the first k at which the trained curve, above until then, falls below the baseline, interpolated in log k. Its interval counts a resample without a crossing as beyond the largest k.",
        "Expected solve-sets assume that both models draw k samples independently.",
      ],
    },
  ];
}
