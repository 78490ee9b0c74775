import {
  buildReport,
  buildReportPage,
  formatNumber,
  type Inline,
  type ModelData,
  type Page,
  type PageSection,
} from "@touchstone/eval";
import { stringify } from "yaml";
import { drawCurves } from "./curve-charts.ts";
import { type RunStage, type RunState, reportSettings } from "./read-run.ts";
import { countDecisions, type MetricRow, meanOf } from "./training-history.ts";

/** A run as a page: what it is, how far it is, the curves of each stage, decisions about groups, evaluations, config. */
export function buildRunPage(run: RunState): Page {
  const { name, seed, version, gitRevision, stages, config } = run;
  const revision = gitRevision === null ? "" : `, revision ${gitRevision.slice(0, 12)}`;
  return {
    title: `Run ${name}`,
    subtitle: `Seed ${seed}; trainer ${version}${revision}`,
    sections: [
      ...describeProgress(stages),
      ...stages.flatMap(describeStage),
      { kind: "heading", level: 2, text: "Config" },
      {
        kind: "details",
        summary: "Every setting, defaults filled in",
        sections: listLines(stringify(config)),
      },
    ],
  };
}

function describeProgress(stages: readonly RunStage[]): PageSection[] {
  const open = stages.filter(({ result }) => result === undefined);
  const note: PageSection =
    open.length === 0
      ? { kind: "note", tone: "good", text: "Every stage is finished." }
      : { kind: "note", tone: "info", text: `Not finished yet: ${open.map(({ name }) => name).join(", ")}.` };
  return [
    note,
    {
      kind: "table",
      columns: [
        { title: "stage" },
        { title: "type" },
        { title: "state" },
        { title: "steps", align: "right" },
        { title: "FLOPs", align: "right" },
        { title: "result" },
      ],
      rows: stages.map((stage) => [
        stage.name,
        stage.type,
        nameState(stage),
        countSteps(stage),
        stage.result === undefined ? "–" : stage.result.flops.toExponential(2),
        describeSummary(stage),
      ]),
    },
  ];
}

function nameState({ result, history, models }: RunStage): string {
  if (result !== undefined) return "finished";
  return history.length > 0 || models.length > 0 ? "under way" : "not begun";
}

function countSteps({ history, steps, type }: RunStage): string {
  if (type === "sample") return "–";
  const done = history.at(-1)?.["step"] ?? 0;
  return steps === undefined ? String(done) : `${done} of ${steps}`;
}

function describeSummary({ result }: RunStage): Inline {
  const parts = Object.entries(result?.summary ?? {}).map(
    ([name, value]) => `${name} ${typeof value === "number" ? showNumber(value) : value}`,
  );
  return parts.length === 0 ? "–" : parts.join(", ");
}

function describeStage(stage: RunStage): PageSection[] {
  const { name, type, history, models } = stage;
  if (nameState(stage) === "not begun") return [];
  return [
    { kind: "heading", level: 2, text: `${name} (${type})` },
    ...drawCurves(history),
    ...describeDecisions(history),
    ...describeModels(name, models),
    ...listMetrics(history),
  ];
}

const shares: readonly (readonly [metric: string, title: string])[] = [
  ["groups/admitted", "learnt from"],
  ["groups/dropped", "dropped"],
  ["groups/guarded", "guarded"],
];

function describeDecisions(history: readonly MetricRow[]): PageSection[] {
  const counts = countDecisions(history);
  const total = counts.reduce((sum, [, groups]) => sum + groups, 0);
  if (total === 0) return [];
  const summary = shares.map(
    ([metric, title]) => `${title} ${formatNumber(meanOf(history, metric), { style: "percent" })}`,
  );
  return [
    {
      kind: "table",
      columns: [
        { title: "decision about a group" },
        { title: "groups", align: "right" },
        { title: "share", align: "right" },
      ],
      rows: counts.map(([decision, groups]) => [
        [{ code: decision }],
        String(groups),
        formatNumber(groups / total, { style: "percent" }),
      ]),
      caption: `What the verifier decided about groups, and why, over all steps: ${summary.join(", ")}.`,
    },
  ];
}

function describeModels(stage: string, models: readonly ModelData[]): PageSection[] {
  if (models.length === 0) return [];
  const report = buildReport({ models, files: [] }, reportSettings);
  return buildReportPage(report, stage).sections.map((section) =>
    section.kind === "heading" ? { ...section, level: section.level === 2 ? 3 : 4 } : section,
  );
}

function listMetrics(history: readonly MetricRow[]): PageSection[] {
  const names = [...new Set(history.flatMap((row) => Object.keys(row)))].filter((name) => name !== "step");
  if (names.length === 0) return [];
  const rows = names.sort().map((name) => {
    const values = history.flatMap(({ [name]: value }) => (value === undefined ? [] : [value]));
    const numbers = [values[0]!, values.at(-1)!, meanOf(history, name), least(values), most(values)];
    return [[{ code: name }], ...numbers.map(showNumber)];
  });
  const titles = ["first", "last", "mean", "least", "most"];
  return [
    {
      kind: "details",
      summary: "All metrics",
      sections: [
        {
          kind: "table",
          columns: [{ title: "metric" }, ...titles.map((title) => ({ title, align: "right" as const }))],
          rows,
        },
      ],
    },
  ];
}

// Not Math.min(...values): the history of a long run is too many arguments.
const least = (values: readonly number[]) => values.reduce((low, value) => (value < low ? value : low));
const most = (values: readonly number[]) => values.reduce((high, value) => (value > high ? value : high));

function showNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}

function listLines(text: string): PageSection[] {
  const lines = text.trimEnd().split("\n");
  return [{ kind: "list", items: lines.map((line): Inline => [{ code: line.replaceAll(" ", "\u00a0") }]) }];
}
