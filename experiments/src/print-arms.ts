import type { Inline, Page } from "@touchstone/eval";

/** The arms table of a report as plain columns for a terminal. */
export function printArms(page: Page): string {
  const section = page.sections.find((candidate) => candidate.kind === "table");
  if (section?.kind !== "table") return "";
  const rows = [section.columns.map(({ title }) => title), ...section.rows.map((row) => row.map(toText))];
  const widths = section.columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return section.columns[column]?.align === "right" ? cell.padStart(width) : cell.padEnd(width);
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
