import { describe, expect, test } from "vitest";
import { drawFresh, drawTape } from "../draw.ts";
import type { Form } from "../tree/form.ts";
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
import { writeForm } from "./write-form.ts";
import { TermWriter } from "./write-term.ts";

const x: Term = { kind: "variable", name: "x" };
const y: Term = { kind: "variable", name: "y" };

/** Texts of the simplest spelling: a tape of zeros. */
const simplest: readonly (readonly [latex: string, plain: string, term: Term])[] = [
  ["x + 2", "x + 2", sum(x, rational(2))],
  ["x - 2", "x - 2", sum(x, rational(-2))],
  ["x - (y + 2)", "x - (y + 2)", sum(x, negate(sum(y, rational(2))))],
  ["x + (y + 2)", "x + (y + 2)", sum(x, sum(y, rational(2)))],
  ["2\\cdot (x + y)", "2*(x + y)", product(rational(2), sum(x, y))],
  ["x\\cdot (-2)", "x*(-2)", product(x, rational(-2))],
  ["(-2)^{2}", "(-2)^2", power(rational(-2), 2)],
  ["-x^{2}", "-x^2", negate(power(x, 2))],
  ["(x^{2})^{3}", "(x^2)^3", power(power(x, 2), 3)],
  ["x^{-1/y}", "x^(-1/y)", power(x, quotient(rational(-1), y))],
  ["x/(y\\cdot 2)", "x/(y*2)", quotient(x, product(y, rational(2)))],
  ["(x/y)/2", "(x/y)/2", quotient(quotient(x, y), rational(2))],
  ["\\sqrt{x + 1}", "sqrt(x + 1)", root(sum(x, rational(1)))],
  ["\\sin(2\\cdot \\pi)", "sin(2*pi)", call("sin", product(rational(2), constant("pi")))],
  ["\\log_2(8)", "log_2(8)", call("log", rational(2), rational(8))],
  ["(3!)!", "(3!)!", call("factorial", call("factorial", rational(3)))],
];

describe("terms", () => {
  test.each(simplest)("%s, in plain text %s", (latex, plain, term) => {
    const zeros = drawTape([]);
    expect(new TermWriter("latex", zeros).write(term)).toBe(latex.replace("-1/y", "(-1)/y"));
    expect(new TermWriter("plain", zeros).write(term)).toBe(plain.replace("-1/y", "(-1)/y"));
  });

  test("are written in many ways", () => {
    const term = sum(product(rational(2), x), quotient(rational(1), root(rational(2))), rational(1, 2));
    const texts = new Set<string>();
    for (let index = 0; index < 300; index++)
      for (const notation of ["latex", "plain", "unicode"] as const)
        texts.add(new TermWriter(notation, drawFresh(1, notation, index)).write(term));
    expect(texts.size).toBeGreaterThan(60);
    expect(texts).toContain("2x + 1/√(2) + ½");
  });
});

/** Every spelling of one number in one notation. */
function spellingsOf(form: Form, notation: "latex" | "plain" | "unicode"): ReadonlySet<string> {
  const texts = Array.from({ length: 400 }, (_, index) =>
    writeForm(form, notation, drawFresh(2, notation, index)),
  );
  return new Set(texts);
}

describe("answers", () => {
  test("a number has the spellings people use", () => {
    const latex = spellingsOf({ kind: "term", term: rational(1_234_567) }, "latex");
    for (const text of ["1234567", "1,234,567", "1{,}234{,}567", "1\\,234\\,567", "1.234567 \\times 10^{6}"])
      expect(latex).toContain(text);
    const third = spellingsOf({ kind: "term", term: rational(7, 3) }, "latex");
    for (const text of ["\\frac{7}{3}", "\\frac73", "2\\frac{1}{3}", "2.\\overline{3}", "2.(3)"])
      expect(third).toContain(text);
    expect(spellingsOf({ kind: "term", term: rational(-1, 800) }, "plain")).toContain("-1.25e-3");
  });

  test("an interval is written with brackets or as bounds", () => {
    const interval = { low: { at: rational(0), isOpen: false }, high: { at: undefined, isOpen: true } };
    expect(spellingsOf({ kind: "interval", interval, variable: undefined }, "unicode")).toEqual(
      new Set(["[0, ∞)"]),
    );
    const bounds = spellingsOf({ kind: "interval", interval, variable: "x" }, "unicode");
    for (const text of ["x ∈ [0, ∞)", "x ≥ 0", "0 ≤ x"]) expect(bounds).toContain(text);
  });
});
