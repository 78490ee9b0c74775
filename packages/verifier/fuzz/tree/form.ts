import type { Term } from "./term.ts";

/** One end of an interval; no term stands for the infinity on that side. */
export interface End {
  readonly at: Term | undefined;
  readonly isOpen: boolean;
}

/** An interval of numbers. */
export interface Interval {
  readonly low: End;
  readonly high: End;
}

/** A kind of answer as a tree of meaning, free of notation. */
export type Form =
  | { readonly kind: "term"; readonly term: Term }
  /** The number is of/100. */
  | { readonly kind: "percent"; readonly of: Term }
  | { readonly kind: "degrees"; readonly of: Term }
  | { readonly kind: "quantity"; readonly of: Term; readonly unit: string }
  | { readonly kind: "tuple"; readonly items: readonly Term[] }
  | { readonly kind: "list"; readonly items: readonly Term[] }
  | { readonly kind: "set"; readonly items: readonly Term[] }
  /** Numbers of the variable, where it has one, in an interval. */
  | { readonly kind: "interval"; readonly interval: Interval; readonly variable: string | undefined }
  | { readonly kind: "union"; readonly parts: readonly Interval[] }
  | { readonly kind: "matrix"; readonly rows: readonly (readonly Term[])[] }
  | { readonly kind: "equation"; readonly left: Term; readonly right: Term }
  | { readonly kind: "assignments"; readonly pairs: readonly (readonly [name: string, value: Term])[] }
  | { readonly kind: "plus_minus"; readonly center: Term; readonly offset: Term }
  | { readonly kind: "ratio"; readonly left: Term; readonly right: Term }
  | { readonly kind: "based"; readonly digits: string; readonly base: number }
  | { readonly kind: "choice"; readonly letter: string }
  | { readonly kind: "words"; readonly text: string };

/** Returns the terms of a form, in order. */
export function termsOf(form: Form): readonly Term[] {
  switch (form.kind) {
    case "term":
      return [form.term];
    case "percent":
    case "degrees":
    case "quantity":
      return [form.of];
    case "tuple":
    case "list":
    case "set":
      return form.items;
    case "interval":
      return endsOf(form.interval);
    case "union":
      return form.parts.flatMap(endsOf);
    case "matrix":
      return form.rows.flat();
    case "equation":
    case "ratio":
      return [form.left, form.right];
    case "assignments":
      return form.pairs.map(([, value]) => value);
    case "plus_minus":
      return [form.center, form.offset];
    default:
      return [];
  }
}

function endsOf(interval: Interval): readonly Term[] {
  return [interval.low.at, interval.high.at].filter((end) => end !== undefined);
}

/** Returns the form with each term replaced; `at` counts them in the order of {@link termsOf}. */
export function mapTerms(form: Form, map: (term: Term, at: number) => Term): Form {
  let count = 0;
  const next = (term: Term) => map(term, count++);
  const end = (value: End): End => ({ ...value, at: value.at === undefined ? undefined : next(value.at) });
  const interval = (value: Interval): Interval => ({ low: end(value.low), high: end(value.high) });
  switch (form.kind) {
    case "term":
      return { ...form, term: next(form.term) };
    case "percent":
    case "degrees":
    case "quantity":
      return { ...form, of: next(form.of) };
    case "tuple":
    case "list":
    case "set":
      return { ...form, items: form.items.map(next) };
    case "interval":
      return { ...form, interval: interval(form.interval) };
    case "union":
      return { ...form, parts: form.parts.map(interval) };
    case "matrix":
      return { ...form, rows: form.rows.map((row) => row.map(next)) };
    case "equation":
    case "ratio":
      return { ...form, left: next(form.left), right: next(form.right) };
    case "assignments":
      return { ...form, pairs: form.pairs.map(([name, value]) => [name, next(value)] as const) };
    case "plus_minus":
      return { ...form, center: next(form.center), offset: next(form.offset) };
    default:
      return form;
  }
}
