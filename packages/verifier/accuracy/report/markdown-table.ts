/** A Markdown table; columns named with a leading `>` are numbers and stand to the right. */
export function formatTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const heads = columns.map((column) => column.replace(/^>/, ""));
  const rules = columns.map((column) => (column.startsWith(">") ? "---:" : "---"));
  const lines = [heads, rules, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return lines.join("\n");
}

const longestQuote = 70;

/** Text of a data set as code that a table cell can hold, cut to a short length. */
export function quote(text: string | undefined): string {
  if (text === undefined) return "none";
  const line = text.replaceAll(/\s+/g, " ").trim();
  const short = line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
  return `\`${short.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

/** A share in percent with two digits; a dash of nothing. */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(2)} %`;
}
