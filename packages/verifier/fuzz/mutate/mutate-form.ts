import type { Draw } from "../draw.ts";
import { compareTerms } from "../evaluate/compare-terms.ts";
import { type Form, type Interval, mapTerms, termsOf } from "../tree/form.ts";
import { rational, type Term } from "../tree/term.ts";
import { mutateTerm } from "./mutate-term.ts";

/** An answer that means something else, and how it came about. */
export interface MutatedForm {
  readonly form: Form;
  readonly rule: string;
}

/** Changes what an answer means; undefined where the change drawn did not fit or did not show. */
export function mutateForm(form: Form, draw: Draw): MutatedForm | undefined {
  if (draw.chance(2)) {
    const shaped = mutateShape(form, draw);
    if (shaped !== undefined) return shaped;
  }
  return mutateOneTerm(form, draw);
}

function mutateOneTerm(form: Form, draw: Draw): MutatedForm | undefined {
  const terms = termsOf(form);
  const at = draw.int(Math.max(1, terms.length));
  const old = terms[at];
  const mutated = old === undefined ? undefined : mutateTerm(old, draw);
  if (old === undefined || mutated === undefined || !isCertain(form, old, mutated.term, mutated.rule))
    return undefined;
  return { form: mapTerms(form, (term, index) => (index === at ? mutated.term : term)), rule: mutated.rule };
}

/** Tells whether changing this one term changes the whole. */
function isCertain(form: Form, old: Term, next: Term, rule: string): boolean {
  switch (form.kind) {
    case "set":
    case "list":
      // The new element must not be another one of the collection.
      return form.items.every((item) => item === old || compareTerms(item, next) === "apart");
    case "plus_minus":
      // a ± b is a ± (-b).
      return rule === "one more";
    case "equation":
      // Only a change of the constant side is sure to give another curve.
      return old === form.right && (rule === "one more" || rule === "add a tiny constant");
    case "ratio":
      return rule !== "flip the sign of a number";
    case "interval":
    case "union":
      return rule === "add a tiny constant";
    default:
      return true;
  }
}

function mutateShape(form: Form, draw: Draw): MutatedForm | undefined {
  switch (form.kind) {
    case "tuple":
      return swapItems(form, draw) ?? undefined;
    case "list":
    case "set":
      return form.items.length > 2
        ? { form: { ...form, items: form.items.slice(1) }, rule: "drop an element" }
        : undefined;
    case "interval":
      return flip(form.interval, (interval) => ({ ...form, interval }), draw);
    case "union": {
      const [first, ...rest] = form.parts;
      return first === undefined
        ? undefined
        : flip(first, (part) => ({ ...form, parts: [part, ...rest] }), draw);
    }
    case "percent":
      return compareTerms(form.of, rational(0)) === "apart"
        ? { form: { kind: "term", term: form.of }, rule: "drop the percent sign" }
        : undefined;
    case "quantity":
      return mutateUnit(form);
    case "assignments":
      return mutateAssignments(form);
    case "ratio":
      return compareTerms(form.left, form.right) === "apart"
        ? { form: { ...form, left: form.right, right: form.left }, rule: "turn a ratio over" }
        : undefined;
    case "based":
      return draw.chance(2) && /[1-9]./.test(form.digits)
        ? { form: { kind: "term", term: rational(BigInt(form.digits)) }, rule: "drop the base" }
        : { form: { ...form, base: form.base + 1 }, rule: "another base" };
    default:
      return mutateWords(form);
  }
}

function mutateWords(form: Form): MutatedForm | undefined {
  if (form.kind === "choice")
    return { form: { ...form, letter: form.letter === "A" ? "B" : "A" }, rule: "another option" };
  if (form.kind === "words")
    return { form: { ...form, text: form.text === "west" ? "north" : "west" }, rule: "another text" };
  return undefined;
}

function swapItems(form: Form & { kind: "tuple" }, draw: Draw): MutatedForm | undefined {
  const at = draw.int(form.items.length - 1);
  const [a, b] = [form.items[at], form.items[at + 1]];
  if (a === undefined || b === undefined || compareTerms(a, b) !== "apart") return undefined;
  return { form: { ...form, items: form.items.with(at, b).with(at + 1, a) }, rule: "swap two items" };
}

function flip(interval: Interval, build: (interval: Interval) => Form, draw: Draw): MutatedForm | undefined {
  const side = draw.pick(["low", "high"] as const);
  const end = interval[side];
  if (end.at === undefined) return undefined;
  return {
    form: build({ ...interval, [side]: { ...end, isOpen: !end.isOpen } }),
    rule: "open or close an end",
  };
}

/** Another unit of the same dimension, so that the number is another length, mass or time. */
const otherUnits: Readonly<Record<string, string>> = {
  cm: "m",
  m: "km",
  km: "cm",
  kg: "g",
  g: "kg",
  hours: "minutes",
  minutes: "hours",
  apples: "pears",
  dollars: "cents",
};

function mutateUnit(form: Form & { kind: "quantity" }): MutatedForm | undefined {
  const unit = otherUnits[form.unit];
  if (unit === undefined || compareTerms(form.of, rational(0)) !== "apart") return undefined;
  return { form: { ...form, unit }, rule: "another unit" };
}

function mutateAssignments(form: Form & { kind: "assignments" }): MutatedForm | undefined {
  const [first, second, ...rest] = form.pairs;
  if (first === undefined) return undefined;
  if (second === undefined)
    return { form: { ...form, pairs: [["q", first[1]]] }, rule: "another variable on the left" };
  if (compareTerms(first[1], second[1]) !== "apart") return undefined;
  return {
    form: { ...form, pairs: [[first[0], second[1]], [second[0], first[1]], ...rest] },
    rule: "swap assigned values",
  };
}
