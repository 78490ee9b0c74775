import type { Inline, Table } from "@touchstone/eval";

/** A table as plain columns for a terminal. */
export function formatTable(table: Table): string {
  const rows = [table.columns.map(({ title }) => title), ...table.rows.map((row) => row.map(toText))];
  const widths = table.columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return table.columns[column]?.align === "right" ? cell.padStart(width) : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function toText(inline: Inline): string {
  if (typeof inline === "string") return inline;
  return inline
    .map((part) => {
      if (typeof part === "string") return part;
      if ("code" in part) return part.code;
      return "strong" in part ? part.strong : part.link;
    })
    .join("");
}
