import type { Draw } from "../draw.ts";
import { type Form, mapTerms, termsOf } from "../tree/form.ts";
import { negate, product, quotient, rational, sum, type Term } from "../tree/term.ts";
import { rewriteTerm } from "./rewrite-term.ts";

/** An answer with the same meaning, and the names of the rules that led to it. */
export interface RewrittenForm {
  readonly form: Form;
  readonly rules: readonly string[];
}

/** Rewrites the terms of an answer and, where its kind allows, its shape. */
export function rewriteForm(form: Form, draw: Draw): RewrittenForm {
  const shaped = draw.chance(2) ? rewriteShape(form, draw) : undefined;
  const start = shaped?.form ?? form;
  const rules = shaped === undefined ? [] : [...shaped.rules];
  const at = draw.int(Math.max(1, termsOf(start).length));
  const steps = draw.between(1, 3);
  const rewritten = mapTerms(start, (term, index) => {
    if (index !== at || start.kind === "percent" || start.kind === "ratio") return term;
    const next = rewriteTerm(term, steps, draw);
    rules.push(...next.rules);
    return next.term;
  });
  return { form: rewritten, rules };
}

function named(rule: string, form: Form): RewrittenForm {
  return { form, rules: [rule] };
}

function rewriteShape(form: Form, draw: Draw): RewrittenForm | undefined {
  switch (form.kind) {
    case "set":
      return draw.chance(3) && form.items[0] !== undefined
        ? named("repeat an element", { ...form, items: [...form.items, form.items[0]] })
        : named("reorder", { ...form, items: draw.shuffle(form.items) });
    case "list":
      return named("reorder", { ...form, items: draw.shuffle(form.items) });
    case "interval":
      return named("interval or bounds", {
        ...form,
        variable: form.variable === undefined ? "x" : undefined,
      });
    case "union":
      return named("reorder a union", { ...form, parts: [...form.parts].reverse() });
    case "equation":
      return rewriteEquation(form, draw);
    case "assignments":
      return named("reorder assignments", { ...form, pairs: draw.shuffle(form.pairs) });
    case "plus_minus":
      return named("write ± out", {
        kind: "list",
        items: [sum(form.center, form.offset), sum(form.center, negate(form.offset))],
      });
    case "percent":
      return named("percent as a fraction", { kind: "term", term: quotient(form.of, rational(100)) });
    case "ratio":
      return named("ratio as a fraction", { kind: "term", term: quotient(form.left, form.right) });
    case "quantity":
      return convert(form.of, form.unit);
    default:
      return undefined;
  }
}

function rewriteEquation(form: Form & { kind: "equation" }, draw: Draw): RewrittenForm {
  const { left, right } = form;
  const factor = rational(draw.between(2, 9) * (draw.chance(2) ? -1 : 1));
  switch (draw.int(4)) {
    case 0:
      return named("swap sides", { ...form, left: right, right: left });
    case 1:
      return named("scale an equation", {
        ...form,
        left: product(factor, left),
        right: product(factor, right),
      });
    case 2:
      return named("move everything left", { ...form, left: sum(left, negate(right)), right: rational(0) });
    default:
      return named("add to both sides", { ...form, left: sum(left, factor), right: sum(right, factor) });
  }
}

/** Exact conversions: unit, its other unit, how many of those make one. */
const conversions: readonly (readonly [string, string, Term])[] = [
  ["m", "cm", rational(100)],
  ["cm", "m", rational(1, 100)],
  ["km", "m", rational(1000)],
  ["kg", "g", rational(1000)],
  ["g", "kg", rational(1, 1000)],
  ["hours", "minutes", rational(60)],
  ["minutes", "hours", rational(1, 60)],
  ["m/s", "km/h", rational(18, 5)],
  ["km/h", "m/s", rational(5, 18)],
  ["cm^2", "m^2", rational(1, 10_000)],
];

function convert(of: Term, unit: string): RewrittenForm | undefined {
  const [, other, factor] = conversions.find(([from]) => from === unit) ?? [];
  if (other === undefined || factor?.kind !== "rational" || of.kind !== "rational") return undefined;
  return named("convert a unit", {
    kind: "quantity",
    of: rational(of.n * factor.n, of.d * factor.d),
    unit: other,
  });
}
