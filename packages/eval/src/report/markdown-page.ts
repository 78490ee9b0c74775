import type { Inline, InlinePart, Page, PageSection, Table } from "./page-types.ts";

const NOTE_WORDS = { info: "Note", good: "Result", warning: "Caution", bad: "Warning" } as const;

/** Returns a table in GitHub-flavoured Markdown, its caption below. Pipes and line breaks in cells are escaped. */
export function renderMarkdownTable(table: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const lines = [
    row(table.columns.map(({ title }) => renderCell(title))),
    row(table.columns.map(({ align }) => (align === "right" ? "---:" : "---"))),
    ...table.rows.map((cells) => row(cells.map(renderCell))),
  ];
  if (table.caption !== undefined) lines.push("", renderInline(table.caption));
  return lines.join("\n");
}

/** Returns a page in GitHub-flavoured Markdown. A figure becomes its caption, as its numbers stand in the tables. */
export function renderMarkdownPage(page: Page): string {
  const blocks = [`# ${escapeMarkdown(page.title)}`];
  if (page.subtitle !== undefined) blocks.push(renderInline(page.subtitle));
  for (const section of page.sections) blocks.push(renderSection(section));
  if (page.footer !== undefined) blocks.push("---", renderInline(page.footer));
  return `${blocks.join("\n\n")}\n`;
}

function renderSection(section: PageSection): string {
  switch (section.kind) {
    case "heading":
      return `${"#".repeat(section.level)} ${escapeMarkdown(section.text)}`;
    case "prose":
      return renderInline(section.text);
    case "list":
      return section.items.map((item) => `- ${renderInline(item)}`).join("\n");
    case "table":
      return renderMarkdownTable(section);
    case "figure":
      return `*Figure: ${renderInline(section.caption)}*`;
    case "note":
      return `> **${NOTE_WORDS[section.tone]}:** ${renderInline(section.text)}`;
    case "details":
      return [`**${escapeMarkdown(section.summary)}**`, ...section.sections.map(renderSection)].join("\n\n");
  }
}

function renderCell(cell: Inline): string {
  return renderInline(cell).replaceAll("|", "\\|").replaceAll("\r", " ").replaceAll("\n", " ");
}

function renderInline(inline: Inline): string {
  return typeof inline === "string" ? escapeMarkdown(inline) : inline.map(renderPart).join("");
}

function renderPart(part: InlinePart): string {
  if (typeof part === "string") return escapeMarkdown(part);
  if ("code" in part) return renderCode(part.code);
  if ("strong" in part) return `**${escapeMarkdown(part.strong)}**`;
  return `[${escapeMarkdown(part.link)}](${part.href.replaceAll(" ", "%20").replaceAll(")", "%29")})`;
}

/** A code span fenced by more backticks than the text holds in a row. */
function renderCode(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

/** Characters that Markdown would read inside a line. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, (character) => `\\${character}`);
}
