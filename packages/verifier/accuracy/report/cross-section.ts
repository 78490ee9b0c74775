import type { CrossResult } from "../measure-cross.ts";
import { formatTable, quote } from "./markdown-table.ts";

/** How many pairs of different golds are paid, and all of those. */
export function formatCross(results: readonly CrossResult[]): string {
  const rows = results.map(({ name, pairs, paid }) => [name, pairs, paid.length]);
  const table = formatTable(["set", ">ordered pairs", ">paid, either way round"], rows);
  const lists = results
    .filter(({ paid }) => paid.length > 0)
    .map(({ name, paid }) => `- ${name}: ${paid.map(formatPair).join("; ")}`);
  return [table, "What is paid:", lists.join("\n")].join("\n\n");
}

function formatPair({ gold, answer, isOneWay }: CrossResult["paid"][number]): string {
  return `${quote(answer)} for ${quote(gold)}${isOneWay ? " (not the reverse)" : ""}`;
}
