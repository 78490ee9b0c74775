import type { Draw } from "../draw.ts";
import { compareTerms } from "../evaluate/compare-terms.ts";
import {
  call,
  negate,
  product,
  quotient,
  rational,
  replaceAt,
  sizeOf,
  sum,
  type Term,
  variablesOf,
} from "../tree/term.ts";

/** A term with another value, and how it came about. */
export interface MutatedTerm {
  readonly term: Term;
  readonly rule: string;
}

/** Name of the change that doubles may not show. */
export const tinyChange = "add a tiny constant";

/**
 * Changes the value of a term; undefined where the change drawn did not fit or did not show. A change that adds a tiny
 * constant is certain by construction, every other one must be seen in doubles.
 */
export function mutateTerm(term: Term, draw: Draw): MutatedTerm | undefined {
  if (draw.chance(4)) {
    const tiny = rational(1, 10n ** BigInt(draw.between(2, 40)));
    return { term: sum(term, draw.chance(2) ? negate(tiny) : tiny), rule: tinyChange };
  }
  const at = draw.int(sizeOf(term));
  let rule = "";
  const changed = replaceAt(term, at, (part) => {
    const next = changePart(part, term, draw);
    rule = next?.rule ?? "";
    return next?.term ?? part;
  });
  return rule !== "" && compareTerms(term, changed) === "apart" ? { term: changed, rule } : undefined;
}

function changePart(part: Term, whole: Term, draw: Draw): MutatedTerm | undefined {
  switch (part.kind) {
    case "rational":
      return changeNumber(part, draw);
    case "variable": {
      const others = variablesOf(whole).filter((name) => name !== part.name);
      const name = draw.pick([...others, part.name === "x" ? "y" : "x"]);
      return { term: { kind: "variable", name }, rule: "another variable" };
    }
    case "constant":
      return { term: { kind: "constant", name: part.name === "e" ? "pi" : "e" }, rule: "another constant" };
    case "negate":
      return { term: part.of, rule: "drop a sign" };
    case "sum":
    case "product":
      return changeParts(part, draw);
    case "quotient":
      return { term: quotient(part.bottom, part.top), rule: "turn a fraction over" };
    case "power":
      return { term: { ...part, base: part.exponent, exponent: part.base }, rule: "swap base and exponent" };
    case "root":
      return draw.chance(2)
        ? { term: { ...part, index: part.index + 1 }, rule: "another index" }
        : { term: part.of, rule: "drop a root" };
    case "call":
      return changeCall(part, draw);
  }
}

function changeNumber(part: Term & { kind: "rational" }, draw: Draw): MutatedTerm {
  const { n, d } = part;
  switch (draw.int(4)) {
    case 0:
      return { term: rational(n + d, d), rule: "one more" };
    case 1:
      return { term: rational(n, d + 1n), rule: "another denominator" };
    case 2:
      return { term: rational(-n, d), rule: "flip the sign of a number" };
    default:
      return { term: rational(n * 10n, d), rule: "move the point" };
  }
}

function changeParts(part: Term & { kind: "sum" | "product" }, draw: Draw): MutatedTerm {
  const at = draw.int(part.parts.length);
  const rest = part.parts.filter((_, index) => index !== at);
  switch (draw.int(3)) {
    case 0:
      return { term: part.kind === "sum" ? sum(...rest) : product(...rest), rule: "drop a part" };
    case 1:
      return {
        term: { ...part, parts: part.parts.map((one, index) => (index === at ? negate(one) : one)) },
        rule: "flip the sign of a part",
      };
    default:
      return { term: { ...part, kind: part.kind === "sum" ? "product" : "sum" }, rule: "plus for times" };
  }
}

const relatives = [
  ["sin", "cos"],
  ["tan", "cot"],
  ["sec", "csc"],
  ["arcsin", "arccos"],
  ["floor", "ceil"],
  ["gcd", "lcm"],
  ["max", "min"],
  ["sinh", "cosh"],
  ["ln", "arctan"],
] as const;

function changeCall(part: Term & { kind: "call" }, draw: Draw): MutatedTerm | undefined {
  const [first, second] = part.args;
  if (part.name === "abs" && first !== undefined && draw.chance(2))
    return { term: draw.chance(2) ? negate(first) : first, rule: "one branch of an absolute value" };
  for (const [a, b] of relatives) {
    if (part.name === a || part.name === b)
      return { term: { ...part, name: part.name === a ? b : a }, rule: "another function" };
  }
  if (first !== undefined && second !== undefined)
    return { term: call(part.name, second, first), rule: "swap arguments" };
  return first === undefined || draw.chance(2) ? undefined : { term: first, rule: "drop a function" };
}
