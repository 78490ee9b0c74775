import { type ToleranceResult, tolerances } from "../measure-tolerances.ts";
import { formatShare, formatTable } from "./markdown-table.ts";

/** Recall and false positives of every set by relative tolerance. */
export function formatTolerances(results: readonly ToleranceResult[]): string {
  const columns = ["set", "what", ...tolerances.map((tolerance) => `>${tolerance}`)];
  const rows = results.flatMap(({ name, correct, incorrect, counts }) => [
    [name, "recall", ...counts.map(({ paidOfCorrect }) => formatShare(paidOfCorrect, correct))],
    ["", `false positives of ${incorrect}`, ...counts.map(({ paidOfIncorrect }) => paidOfIncorrect)],
  ]);
  return formatTable(columns, rows);
}
