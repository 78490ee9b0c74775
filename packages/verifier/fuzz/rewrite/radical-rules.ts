import { valuesOf } from "../evaluate/compare-terms.ts";
import { call, negate, power, product, quotient, rational, root, sum, type Term } from "../tree/term.ts";
import type { Rule } from "./rule.ts";

function isPositive(term: Term): boolean {
  return valuesOf(term).every((value) => value.im === 0 && value.re > 1e-6) && isPlain(term);
}

/** Without variables, the sign seen at one point is the sign. */
function isPlain(term: Term): boolean {
  return (
    term.kind === "rational" ||
    (term.kind === "sum" && term.parts.every(isPlain)) ||
    (term.kind === "root" && isPlain(term.of))
  );
}

function isReal(term: Term): boolean {
  return valuesOf(term).every((value) => value.im === 0);
}

/** Rules of roots, absolute values and complex numbers. */
export const radicalRules: readonly Rule[] = [
  {
    name: "root as a power",
    apply: (term) =>
      term.kind === "root" && (term.index === 2 || isPositive(term.of))
        ? power(term.of, rational(1, term.index))
        : undefined,
  },
  {
    name: "power as a root",
    apply: (term) => {
      if (term.kind !== "power" || term.exponent.kind !== "rational" || !isPositive(term.base))
        return undefined;
      const { n, d } = term.exponent;
      return d >= 2n && d <= 9n && n >= 1n && n <= 9n
        ? root(power(term.base, rational(n)), Number(d))
        : undefined;
    },
  },
  {
    name: "factor into a root",
    apply: (term, draw) => {
      if (term.kind !== "root" || term.index !== 2 || term.of.kind !== "rational") return undefined;
      const factor = draw.between(2, 7);
      return quotient(root(product(rational(factor * factor), term.of)), rational(factor));
    },
  },
  {
    name: "factor out of a root",
    apply: (term) => {
      if (term.kind !== "root" || term.index !== 2 || term.of.kind !== "rational" || term.of.d !== 1n)
        return undefined;
      const factor = [7n, 5n, 3n, 2n].find((p) => term.of.kind === "rational" && term.of.n % (p * p) === 0n);
      return factor === undefined
        ? undefined
        : product(rational(factor), root(rational(term.of.n / (factor * factor))));
    },
  },
  {
    name: "root of a quotient",
    apply: (term) =>
      term.kind === "root" && term.of.kind === "rational" && term.of.d > 1n && term.of.n > 0n
        ? quotient(root(rational(term.of.n), term.index), root(rational(term.of.d), term.index))
        : undefined,
  },
  {
    name: "join two roots",
    apply: (term) => {
      if (term.kind !== "product") return undefined;
      const [a, b, ...rest] = term.parts;
      if (a?.kind !== "root" || b?.kind !== "root" || a.index !== b.index) return undefined;
      return isPositive(a.of) && isPositive(b.of)
        ? product(root(product(a.of, b.of), a.index), ...rest)
        : undefined;
    },
  },
  {
    name: "rationalise a root",
    apply: (term) =>
      term.kind === "quotient" && term.bottom.kind === "root" && term.bottom.index === 2
        ? quotient(product(term.top, term.bottom), term.bottom.of)
        : undefined,
  },
  {
    name: "rationalise a sum",
    apply: (term) => {
      if (term.kind !== "quotient" || term.bottom.kind !== "sum" || term.bottom.parts.length !== 2)
        return undefined;
      const [a, b] = term.bottom.parts;
      if (a === undefined || b === undefined) return undefined;
      const other = sum(a, negate(b));
      if (valuesOf(other).some((value) => Math.hypot(value.re, value.im) < 1e-3)) return undefined;
      return quotient(product(term.top, other), sum(power(a, 2), negate(power(b, 2))));
    },
  },
  {
    name: "nested root",
    apply: (term) => {
      if (term.kind !== "sum" || term.parts.length !== 2) return undefined;
      const [a, b] = term.parts;
      if (a?.kind !== "root" || b?.kind !== "root" || a.index !== 2 || b.index !== 2) return undefined;
      if (!isPositive(a.of) || !isPositive(b.of)) return undefined;
      return root(sum(a.of, b.of, product(rational(2), root(product(a.of, b.of)))));
    },
  },
  {
    name: "root of a square",
    apply: (term) =>
      term.kind === "call" && term.name === "abs" && term.args[0] !== undefined && isReal(term.args[0])
        ? root(power(term.args[0], 2))
        : undefined,
  },
  {
    name: "absolute value of the negative",
    apply: (term) =>
      term.kind === "call" && term.name === "abs" && term.args[0] !== undefined
        ? call("abs", negate(term.args[0]))
        : undefined,
  },
  {
    name: "minus one as a square of i",
    apply: (term) =>
      term.kind === "negate" ? product(power({ kind: "constant", name: "i" }, 2), term.of) : undefined,
  },
];
