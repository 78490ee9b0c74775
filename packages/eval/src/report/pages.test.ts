import { describe, expect, it } from "vitest";
import { renderHtmlPage } from "./html-page.ts";
import { renderMarkdownPage, renderMarkdownTable } from "./markdown-page.ts";
import type { Page, PageSection } from "./page-types.ts";

const table = {
  kind: "table" as const,
  columns: [{ title: "model" }, { title: "pass@1", align: "right" as const }],
  rows: [
    ["a|b", "50.0% [40.0, 60.0]"],
    [[{ code: "x`y" }], "–"],
  ],
  caption: "n = 8",
};
const sections: PageSection[] = [
  { kind: "heading", level: 2, text: "One" },
  {
    kind: "prose",
    text: ["a < b & ", { strong: "c" }, " ", { link: "site", href: "https://example.org/?a=1&b=2" }],
  },
  { kind: "heading", level: 2, text: "One" },
  { kind: "list", items: ["first", "<script>alert(1)</script>"] },
  { kind: "heading", level: 2, text: "Two" },
  table,
  { kind: "heading", level: 2, text: "日本" },
  { kind: "figure", svg: "<svg></svg>", caption: "A figure" },
  { kind: "note", tone: "warning", text: "careful" },
  { kind: "details", summary: "more", sections: [{ kind: "prose", text: "inside" }] },
];
const page: Page = { title: "A <title>", subtitle: "sub", sections, footer: "end" };

describe("renderHtmlPage", () => {
  const html = renderHtmlPage(page);

  it("is one document that loads and runs nothing", () => {
    expect(html.startsWith("<!doctype html>")).toBe(true);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("<title>A &lt;title&gt;</title>");
  });

  it("lists level-2 headings under distinct anchors", () => {
    for (const id of ["one", "one-2", "two", "日本"]) {
      expect(html).toContain(`<h2 id="${id}">`);
      expect(html).toContain(`href="#${id}"`);
    }
    expect(renderHtmlPage({ title: "t", sections: sections.slice(0, 2) })).not.toContain("<nav");
  });

  it("drops links that could run something", () => {
    for (const href of ["javascript:alert(1)", "data:text/html,x", "//evil.example"]) {
      const unsafe = renderHtmlPage({
        title: "t",
        sections: [{ kind: "prose", text: [{ link: "x", href }] }],
      });
      expect(unsafe).not.toContain("<a ");
    }
    expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2">site</a>');
  });

  it("keeps an interval together and reads in dark and print", () => {
    expect(html).toContain("50.0% [40.0,\u00a060.0]");
    expect(html).toContain("prefers-color-scheme:dark");
    expect(html).toContain("@media print");
  });
});

describe("Markdown", () => {
  it("writes tables with escaped pipes and the caption below", () => {
    expect(renderMarkdownTable(table)).toBe(
      [
        "| model | pass@1 |",
        "| --- | ---: |",
        "| a\\|b | 50.0% \\[40.0, 60.0\\] |",
        "| `` x`y `` | – |",
        "",
        "n = 8",
      ].join("\n"),
    );
  });

  it("writes every kind of section", () => {
    const markdown = renderMarkdownPage(page);
    expect(markdown).toContain("# A \\<title\\>");
    expect(markdown).toContain("**c** [site](https://example.org/?a=1&b=2)");
    expect(markdown).toContain("*Figure: A figure*");
    expect(markdown).toContain("> **Caution:** careful");
    expect(markdown).toContain("**more**\n\ninside");
  });
});
