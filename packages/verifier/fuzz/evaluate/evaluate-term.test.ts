import { expect, test } from "vitest";
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
import { compareTerms } from "./compare-terms.ts";
import { evaluateTerm } from "./evaluate-term.ts";

const x: Term = { kind: "variable", name: "x" };
const i = constant("i");
const pi = constant("pi");

const values: readonly (readonly [string, Term, number, number])[] = [
  ["7/4", rational(14, 8), 1.75, 0],
  ["x² - 1 at 3", sum(power(x, 2), negate(rational(1))), 8, 0],
  ["(1 + i)²", power(sum(rational(1), i), 2), 0, 2],
  ["1/(1 + i)", quotient(rational(1), sum(rational(1), i)), 0.5, -0.5],
  ["√-4", root(rational(-4)), 0, 2],
  ["∛-8", root(rational(-8), 3), -2, 0],
  ["(-8)^(2/3)", power(rational(-8), rational(2, 3)), 4, 0],
  ["e^(iπ)", power(constant("e"), product(i, pi)), -1, 0],
  ["log₂ 8", call("log", rational(2), rational(8)), 3, 0],
  ["ln(-1)", call("ln", rational(-1)), 0, Math.PI],
  ["cot(π/4)", call("cot", quotient(pi, rational(4))), 1, 0],
  ["|3 + 4i|", call("abs", sum(rational(3), product(rational(4), i))), 5, 0],
  ["⌊-7/2⌋", call("floor", rational(-7, 2)), -4, 0],
  ["6!", call("factorial", rational(6)), 720, 0],
  ["10 over 3", call("binomial", rational(10), rational(3)), 120, 0],
  ["gcd(12, -18)", call("gcd", rational(12), rational(-18)), 6, 0],
  ["lcm(-4, 6)", call("lcm", rational(-4), rational(6)), 12, 0],
];

test.each(values)("%s", (_name, term, re, im) => {
  const value = evaluateTerm(term, () => 3);
  expect(value.re).toBeCloseTo(re, 9);
  expect(value.im).toBeCloseTo(im, 9);
});

test("what has no value, or none that doubles can tell, is not a number", () => {
  expect(evaluateTerm(quotient(rational(1), rational(0)), () => 1).re).toBeNaN();
  expect(evaluateTerm(call("factorial", rational(1, 2)), () => 1).re).toBeNaN();
  expect(evaluateTerm(call("sin", rational(10n ** 20n)), () => 1).re).toBeNaN();
});

test("terms are compared at several points", () => {
  expect(compareTerms(power(x, 2), product(x, x))).toBe("same");
  expect(compareTerms(power(x, 2), x)).toBe("apart");
  expect(compareTerms(root(power(x, 2)), x)).toBe("apart");
  expect(compareTerms(rational(1), sum(rational(1), rational(1, 10 ** 8)))).toBe("unclear");
});
