import { PAGE_STYLE } from "./page-style.ts";
import type { Inline, InlinePart, Page, PageSection, Table } from "./page-types.ts";
import { escapeMarkup } from "./svg-element.ts";

/** Level-2 headings at which a page gets a table of contents. */
const CONTENTS_FROM = 4;

/**
 * Returns one self-contained HTML document: styles and figures inside, no scripts, nothing loaded. It reads in light
 * and dark, prints, and lists its level-2 headings first when there are four or more.
 */
export function renderHtmlPage(page: Page): string {
  const ids = createIdSource();
  const body = page.sections.map((section) => renderSection(section, ids.next)).join("\n");
  const subtitle =
    page.subtitle === undefined ? "" : `<p class="subtitle">${renderInline(page.subtitle)}</p>\n`;
  const footer = page.footer === undefined ? "" : `<footer>${renderInline(page.footer)}</footer>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeMarkup(page.title)}</title>
<style>
${PAGE_STYLE}
</style>
</head>
<body>
<main>
<h1>${escapeMarkup(page.title)}</h1>
${subtitle}${renderContents(ids.list())}${body}
${footer}</main>
</body>
</html>
`;
}

interface HeadingId {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}

function createIdSource(): { next: (text: string, level: number) => string; list: () => HeadingId[] } {
  const headings: HeadingId[] = [];
  const taken = new Set<string>();
  const next = (text: string, level: number): string => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["section"];
    const stem = words.join("-");
    let id = stem;
    for (let i = 2; taken.has(id); i++) id = `${stem}-${i}`;
    taken.add(id);
    headings.push({ id, text, level });
    return id;
  };
  return { next, list: () => headings };
}

function renderContents(headings: readonly HeadingId[]): string {
  const top = headings.filter((heading) => heading.level === 2);
  if (top.length < CONTENTS_FROM) return "";
  const items = top.map(
    ({ id, text }) => `<li><a href="#${escapeMarkup(id)}">${escapeMarkup(text)}</a></li>`,
  );
  return `<nav aria-label="Contents"><ol>${items.join("")}</ol></nav>\n`;
}

function renderSection(section: PageSection, nextId: (text: string, level: number) => string): string {
  switch (section.kind) {
    case "heading": {
      const id = escapeMarkup(nextId(section.text, section.level));
      return `<h${section.level} id="${id}">${escapeMarkup(section.text)}</h${section.level}>`;
    }
    case "prose":
      return `<p>${renderInline(section.text)}</p>`;
    case "list":
      return `<ul>${section.items.map((item) => `<li>${renderInline(item)}</li>`).join("")}</ul>`;
    case "table":
      return renderTable(section);
    case "figure":
      return `<figure>${section.svg}<figcaption>${renderInline(section.caption)}</figcaption></figure>`;
    case "note":
      return `<div class="note ${section.tone}">${renderInline(section.text)}</div>`;
    case "details": {
      const inner = section.sections.map((each) => renderSection(each, nextId)).join("\n");
      return `<details><summary>${escapeMarkup(section.summary)}</summary>\n${inner}\n</details>`;
    }
  }
}

function renderTable(table: Table): string {
  const classOf = (column: number): string =>
    table.columns[column]?.align === "right" ? ' class="right"' : "";
  const head = table.columns
    .map(({ title }, i) => `<th scope="col"${classOf(i)}>${escapeMarkup(title)}</th>`)
    .join("");
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === 0
        ? `<th scope="row"${classOf(i)}>${renderInline(cell)}</th>`
        : `<td${classOf(i)}>${renderInline(classOf(i) === "" ? cell : keepIntervals(cell))}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const caption =
    table.caption === undefined ? "" : `<figcaption>${renderInline(table.caption)}</figcaption>`;
  return `<figure><div class="table"><table><thead><tr>${head}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table></div>${caption}</figure>`;
}

/** Lets a number with an interval break before the bracket only. */
function keepIntervals(cell: Inline): Inline {
  return typeof cell === "string" ? cell.replaceAll(", ", ",\u00a0") : cell;
}

function renderInline(inline: Inline): string {
  return typeof inline === "string" ? escapeMarkup(inline) : inline.map(renderPart).join("");
}

function renderPart(part: InlinePart): string {
  if (typeof part === "string") return escapeMarkup(part);
  if ("code" in part) return `<code>${escapeMarkup(part.code)}</code>`;
  if ("strong" in part) return `<strong>${escapeMarkup(part.strong)}</strong>`;
  if (!isSafeLink(part.href)) return escapeMarkup(part.link);
  return `<a href="${escapeMarkup(part.href)}">${escapeMarkup(part.link)}</a>`;
}

/** Web addresses, anchors and relative paths; no scheme that runs anything. */
function isSafeLink(href: string): boolean {
  if (href.startsWith("https://") || href.startsWith("http://") || href.startsWith("#")) return true;
  return !href.includes(":") && !href.startsWith("//");
}
