/** A piece of running text. A plain string is shown as it is: nothing in it is markup. */
export type InlinePart =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly link: string; readonly href: string };

/** Running text: one string, or parts in order. */
export type Inline = string | readonly InlinePart[];

/** One column of a table. Numbers are easiest to compare aligned to the right. */
export interface TableColumn {
  readonly title: string;
  /** Default left. */
  readonly align?: "left" | "right";
}

/** A table; every row has one cell a column. The first cell of a row names it. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Inline[])[];
  readonly caption?: Inline;
}

/** One part of a page. */
export type PageSection =
  | { readonly kind: "heading"; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: "prose"; readonly text: Inline }
  | { readonly kind: "list"; readonly items: readonly Inline[] }
  | ({ readonly kind: "table" } & Table)
  | {
      readonly kind: "figure" /** Markup from one of the chart renderers. */;
      readonly svg: string;
      readonly caption: Inline;
    }
  | { readonly kind: "note"; readonly tone: "info" | "good" | "warning" | "bad"; readonly text: Inline }
  | { readonly kind: "details"; readonly summary: string; readonly sections: readonly PageSection[] };

/** A whole page. */
export interface Page {
  readonly title: string;
  readonly subtitle?: Inline;
  readonly sections: readonly PageSection[];
  /** Shown at the end, small. */
  readonly footer?: Inline;
}
