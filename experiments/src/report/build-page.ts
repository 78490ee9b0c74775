import { formatInterval, formatNumber, type Page, type PageSection } from "@touchstone/eval";
import type { SuiteResults } from "../collect-results.ts";
import { type CheckOutcome, type ClaimOutcome, sayOutcome } from "../judge-claims.ts";
import type { Suite } from "../suite.ts";
import { buildArmsTable } from "./arms-table.ts";
import { buildCurveFigures } from "./curve-figures.ts";
import { buildDecisionsTable } from "./decisions-table.ts";
import { describeMeasure } from "./describe-measure.ts";
import { buildGatesSection } from "./gates-section.ts";
import { buildTraceTable } from "./trace-table.ts";
import { buildTrainingFigures } from "./training-figures.ts";

/** What a report says about the run itself. */
export interface RunFacts {
  readonly version: string;
  readonly wallSeconds?: number;
  readonly samplesPerProblem: number;
  readonly problemsPerStratum: number;
}

/** The whole report as a page, from which HTML and Markdown are made. */
export function buildPage(
  suite: Suite,
  results: SuiteResults,
  outcomes: readonly ClaimOutcome[],
  facts: RunFacts,
): Page {
  const seeds = results.seeds.map(({ seed }) => seed);
  return {
    title: suite.title,
    subtitle: suite.description.trim(),
    sections: [
      ...describeSeeds(seeds),
      { kind: "heading", level: 2, text: "What shows and what does not" },
      {
        kind: "prose",
        text: "Every check below, its direction, its threshold and the words for either outcome were written down before the runs. Settings were chosen on development problems and development seeds; experiments/README.md lists every one that was tried, and which of the seeds measured here had been seen under earlier settings.",
      },
      ...outcomes.flatMap((outcome) => describeClaim(outcome, suite)),
      ...buildGatesSection(suite, results),
      { kind: "heading", level: 2, text: "The arms side by side" },
      { kind: "table", ...buildArmsTable(suite, results) },
      { kind: "heading", level: 2, text: "Inside the traces" },
      { kind: "table", ...buildTraceTable(suite, results) },
      { kind: "heading", level: 2, text: "What each model can solve" },
      ...buildCurveFigures(suite, results),
      { kind: "heading", level: 2, text: "What happened during training" },
      ...buildTrainingFigures(suite, results),
      ...describeDecisions(suite, results),
      { kind: "heading", level: 2, text: "How this was measured" },
      { kind: "list", items: describeMethod(suite, facts, seeds) },
    ],
    footer: `Touchstone ${facts.version}. Every figure and table is made from the samples and metrics in this run's directory.`,
  };
}

function describeDecisions(suite: Suite, results: SuiteResults): PageSection[] {
  const table = buildDecisionsTable(suite, results);
  if (table.rows.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "What the verifier decided about groups" },
    { kind: "table", ...table },
  ];
}

function describeSeeds(seeds: readonly number[]): PageSection[] {
  if (seeds.length > 1) return [];
  return [
    {
      kind: "note",
      tone: "warning",
      text: "One seed: intervals are over test problems only and say nothing about another seed. Run with --seeds 8 before you believe a difference.",
    },
  ];
}

function describeClaim({ claim, checks, shown }: ClaimOutcome, suite: Suite): PageSection[] {
  return [
    { kind: "heading", level: 3, text: claim.title },
    { kind: "prose", text: claim.statement.trim() },
    {
      kind: "note",
      tone: shown ? "good" : "bad",
      text: shown ? "All primary checks show." : "Not every primary check shows.",
    },
    {
      kind: "table",
      columns: [
        { title: "Check" },
        { title: "Measured" },
        { title: "Wanted", align: "right" },
        { title: "Found (95 %)", align: "right" },
        { title: "Holm p", align: "right" },
        { title: "Outcome" },
      ],
      rows: checks.map((outcome) => [
        [{ strong: outcome.check.role }, ` · ${outcome.check.id}`],
        describeMeasured(outcome, suite),
        describeWanted(outcome),
        formatInterval(outcome.estimate, {
          style: outcome.check.against === undefined ? "percent" : "points",
        }),
        outcome.adjustedP === undefined ? "–" : formatNumber(outcome.adjustedP, { digits: 4 }),
        sayOutcome(outcome),
      ]),
      caption: `Sources: ${claim.sources.join("; ")}.`,
    },
  ];
}

function describeMeasured({ check }: CheckOutcome, suite: Suite): string {
  const title = (model: string): string => suite.models[model]?.title ?? model;
  const against = check.against === undefined ? "" : ` minus ${title(check.against)}`;
  return `${describeMeasure(check.measure)}: ${title(check.of)}${against}`;
}

function describeWanted({ check }: CheckOutcome): string {
  const sign = check.direction === "above" ? ">" : "<";
  if (check.against === undefined)
    return `${sign} ${formatNumber(check.threshold, { style: "percent", digits: 0 })}`;
  if (check.threshold === 0) return `${sign} 0`;
  const effect = formatNumber(check.direction === "above" ? check.threshold : -Math.abs(check.threshold), {
    style: "points",
    digits: 0,
  });
  return `${check.direction === "above" ? "≥" : "≤"} ${effect}`;
}

function describeMethod(suite: Suite, facts: RunFacts, seeds: readonly number[]): string[] {
  return [
    `Seeds ${seeds.join(", ")}. A seed redraws weights, data order and sampling; test problems are common to all arms and seeds and are kept out of every training draw.`,
    `${facts.problemsPerStratum} test problems a stratum, ${facts.samplesPerProblem} samples each at temperature 1 without truncation of the distribution; pass@k is the unbiased estimator up to half of the samples.`,
    "An answer counts when the verifier grades it correct over gRPC. Process-verified means that, besides, every written step is right, none is missing and none is extra. The null curve scores each sample against another problem's answer.",
    "Budgets are counted in floating-point operations: 2 N a sampled or scored token and 6 N a trained token, prompts included, for N parameters. Arms of one comparison share the base model of their seed.",
    `Models: ${Object.values(suite.models)
      .map(({ title }) => title)
      .join(", ")}.`,
    ...(facts.wallSeconds === undefined
      ? []
      : [`Wall time of this run: ${formatNumber(facts.wallSeconds / 60, { digits: 1 })} minutes.`]),
  ];
}
