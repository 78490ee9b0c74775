import type { Draw } from "../draw.ts";
import { isFarFromZero } from "../evaluate/compare-terms.ts";
import {
  call,
  constant,
  negate,
  power,
  product,
  quotient,
  rational,
  root,
  sum,
  type Term,
} from "../tree/term.ts";
import type { Rule } from "./rule.ts";

/** Draws a term without variables that is not 0, to multiply and divide by. */
function drawFactor(draw: Draw): Term {
  const whole = rational(draw.between(2, 9));
  switch (draw.int(5)) {
    case 1:
      return negate(whole);
    case 2:
      return root(rational(draw.pick([2, 3, 5, 7])));
    case 3:
      return constant("pi");
    case 4:
      return quotient(whole, rational(draw.pick([7, 11])));
    default:
      return whole;
  }
}

function isWhole(term: Term): term is Term & { kind: "rational" } {
  return term.kind === "rational" && term.d === 1n;
}

/** Exponent of a power with a small whole exponent of at least 2. */
function smallExponent(term: Term): number | undefined {
  if (term.kind !== "power" || !isWhole(term.exponent)) return undefined;
  const { n } = term.exponent;
  return n >= 2n && n <= 6n ? Number(n) : undefined;
}

/** Rules of arithmetic and algebra. */
export const algebraRules: readonly Rule[] = [
  {
    name: "commute",
    apply: (term, draw) =>
      term.kind === "sum" || term.kind === "product"
        ? { ...term, parts: [...draw.shuffle(term.parts)].reverse() }
        : undefined,
  },
  {
    name: "group",
    apply: (term) => {
      if ((term.kind !== "sum" && term.kind !== "product") || term.parts.length < 3) return undefined;
      const [first, ...rest] = term.parts;
      return first === undefined ? undefined : { ...term, parts: [first, { ...term, parts: rest }] };
    },
  },
  {
    name: "distribute",
    apply: (term) => {
      if (term.kind !== "product") return undefined;
      const at = term.parts.findIndex((part) => part.kind === "sum");
      const inner = term.parts[at];
      if (inner?.kind !== "sum") return undefined;
      const others = term.parts.filter((_, index) => index !== at);
      return sum(...inner.parts.map((part) => product(...others, part)));
    },
  },
  { name: "double negative", apply: (term) => negate(negate(term)) },
  {
    name: "negate a product",
    apply: (term) => (term.kind === "negate" ? product(rational(-1), term.of) : undefined),
  },
  {
    name: "negate each part",
    apply: (term) =>
      term.kind === "negate" && term.of.kind === "sum" ? sum(...term.of.parts.map(negate)) : undefined,
  },
  {
    name: "add and subtract",
    apply: (term, draw) => {
      const extra = drawFactor(draw);
      return sum(term, extra, negate(extra));
    },
  },
  {
    name: "multiply and divide",
    apply: (term, draw) => {
      const factor = drawFactor(draw);
      return quotient(product(factor, term), factor);
    },
  },
  {
    name: "widen a fraction",
    apply: (term, draw) => {
      const factor = BigInt(draw.between(2, 9));
      if (term.kind === "rational") return quotient(rational(term.n * factor), rational(term.d * factor));
      return term.kind === "quotient"
        ? quotient(product(rational(factor), term.top), product(rational(factor), term.bottom))
        : undefined;
    },
  },
  {
    name: "split a fraction",
    apply: (term) =>
      term.kind === "quotient" && term.top.kind === "sum"
        ? sum(...term.top.parts.map((part) => quotient(part, term.bottom)))
        : undefined,
  },
  {
    name: "common denominator",
    apply: (term) => {
      if (term.kind !== "sum") return undefined;
      const [a, b, ...rest] = term.parts;
      if (a?.kind !== "quotient" || b?.kind !== "quotient") return undefined;
      const top = sum(product(a.top, b.bottom), product(b.top, a.bottom));
      return sum(quotient(top, product(a.bottom, b.bottom)), ...rest);
    },
  },
  {
    name: "divide by multiplying",
    apply: (term) => (term.kind === "quotient" ? product(term.top, power(term.bottom, -1)) : undefined),
  },
  {
    name: "peel a power",
    apply: (term) => {
      const exponent = smallExponent(term);
      if (exponent === undefined || term.kind !== "power") return undefined;
      return product(term.base, exponent === 2 ? term.base : power(term.base, exponent - 1));
    },
  },
  {
    name: "square of a sum",
    apply: (term) => {
      if (smallExponent(term) !== 2 || term.kind !== "power" || term.base.kind !== "sum") return undefined;
      const [a, ...rest] = term.base.parts;
      const b = rest.length === 0 ? undefined : sum(...rest);
      return a === undefined || b === undefined
        ? undefined
        : sum(power(a, 2), product(rational(2), a, b), power(b, 2));
    },
  },
  {
    name: "difference of squares",
    apply: (term) => {
      if (term.kind !== "sum" || term.parts.length !== 2) return undefined;
      const [a, b] = term.parts;
      if (a === undefined || b?.kind !== "negate") return undefined;
      const plus = sum(a, b.of);
      return isFarFromZero(plus) ? quotient(sum(power(a, 2), negate(power(b.of, 2))), plus) : undefined;
    },
  },
  {
    name: "power of a quotient",
    apply: (term) => {
      const exponent = smallExponent(term);
      if (exponent === undefined || term.kind !== "power" || term.base.kind !== "quotient") return undefined;
      return quotient(power(term.base.top, exponent), power(term.base.bottom, exponent));
    },
  },
  {
    name: "negative power",
    apply: (term) =>
      term.kind === "power" && isWhole(term.exponent) && term.exponent.n < 0n
        ? quotient(rational(1), power(term.base, rational(-term.exponent.n)))
        : undefined,
  },
  {
    name: "split a whole number",
    apply: (term, draw) => {
      if (!isWhole(term)) return undefined;
      const part = BigInt(draw.between(1, 9));
      return sum(rational(term.n - part), rational(part));
    },
  },
  {
    name: "binomial by factorials",
    apply: (term) => {
      const [n, k] = term.kind === "call" && term.name === "binomial" ? term.args : [];
      if (n === undefined || k === undefined || !isWhole(n) || !isWhole(k)) return undefined;
      const rest = rational(n.n - k.n);
      return quotient(call("factorial", n), product(call("factorial", k), call("factorial", rest)));
    },
  },
  {
    name: "binomial from the other end",
    apply: (term) => {
      const [n, k] = term.kind === "call" && term.name === "binomial" ? term.args : [];
      if (n === undefined || k === undefined || !isWhole(n) || !isWhole(k)) return undefined;
      return call("binomial", n, rational(n.n - k.n));
    },
  },
  {
    name: "peel a factorial",
    apply: (term) => {
      const [n] = term.kind === "call" && term.name === "factorial" ? term.args : [];
      if (n === undefined || !isWhole(n) || n.n < 2n) return undefined;
      return product(n, call("factorial", rational(n.n - 1n)));
    },
  },
];
