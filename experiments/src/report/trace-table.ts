import { formatInterval, type Table } from "@touchstone/eval";
import type { SuiteResults } from "../collect-results.ts";
import type { Suite } from "../suite.ts";
import type { TraceShare } from "../traces.ts";
import { estimateMeasure, listStrata } from "./arms-table.ts";

const COLUMNS: readonly (readonly [TraceShare | "modal_answer", string])[] = [
  ["step_coherence", "steps calculated right"],
  ["coherence", "coherent"],
  ["carry_coherence", "and carried over"],
  ["validity", "valid"],
  ["invalid_given_coherent", "invalid given coherent"],
  ["invalid_given_correct", "invalid given right answer"],
  ["modal_answer", "most frequent answer"],
];

/** One row a model: what is right inside its traces, and how much it repeats one answer. */
export function buildTraceTable(suite: Suite, results: SuiteResults): Table {
  const rows = Object.entries(suite.models).map(([model, { title }]) => {
    const strata = listStrata(results, model);
    const cells = COLUMNS.map(([kind]) =>
      formatInterval(estimateMeasure({ kind, strata }, model, results), { style: "percent" }),
    );
    return [[{ strong: title }], strata.join(", "), ...cells];
  });
  return {
    columns: [
      { title: "Model" },
      { title: "On" },
      ...COLUMNS.map(([, title]) => ({ title, align: "right" as const })),
    ],
    rows,
    caption:
      "Shares of the traces that show work, judged by the task's exact checker, with 95 % intervals over seeds. Coherent: no " +
      "wrong calculation. Carried over: besides, every derived value is used unchanged. Valid: right answer, every step " +
      "right, none missing or extra. The last column is of all samples.",
  };
}
