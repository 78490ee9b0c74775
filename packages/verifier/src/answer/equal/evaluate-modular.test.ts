import { describe, expect, test } from "vitest";
import { Fuel } from "../fuel.ts";
import { defaultLimits } from "../limits.ts";
import type { Expr } from "../parse/expr.ts";
import { readAnswer } from "../parse/parse-answer.ts";
import { ModularEvaluator } from "./evaluate-modular.ts";
import { primeField } from "./prime-field.ts";

function read(text: string): Expr {
  const [value] = readAnswer(text, defaultLimits, new Fuel(1e6)).readings;
  if (value?.kind !== "scalar") throw new Error(`${text} is no scalar`);
  return value.expr;
}

/** The residues of two texts at one point of one field, and whether atoms were met. */
function residues(a: string, b: string, seed = 1) {
  const evaluator = new ModularEvaluator(primeField(seed), seed, new Fuel(1e6));
  return { a: evaluator.evaluate(read(a)), b: evaluator.evaluate(read(b)), hasAtoms: evaluator.hasAtoms };
}

describe("is a homomorphism", () => {
  test.each([
    ["\\sqrt2\\sqrt3", "\\sqrt6"],
    ["\\sqrt{-4}", "2i"],
    ["\\sqrt{\\frac{3}{4}}", "\\frac{\\sqrt3}{2}"],
    ["(1+\\sqrt5)^3", "16+8\\sqrt5"],
    ["i^2", "-1"],
    ["x^{1000}x", "x^{1001}"],
    ["2^{n+1}", "2\\cdot2^n"],
    ["50\\%+0", "1/2"],
    ["180^\\circ+0", "\\pi"],
    ["7^{3/2}", "7\\sqrt7"],
  ])("%s = %s in every field", (a, b) => {
    for (let seed = 0; seed < 20; seed++) {
      const result = residues(a, b, seed);
      expect(result.a).toBe(result.b);
      expect(result.hasAtoms).toBe(false);
    }
  });

  test.each([
    ["\\sqrt2", "\\sqrt3"],
    ["\\sqrt2", "-\\sqrt2"],
    ["x", "y"],
    ["\\pi", "e"],
    ["2^n", "2^m"],
  ])("%s ≠ %s, without atoms", (a, b) => {
    const result = residues(a, b);
    expect(result.a).not.toBe(result.b);
    expect(result.hasAtoms).toBe(false);
  });
});

test("functions are atoms of their argument's value", () => {
  expect(residues("\\sin(2x)", "\\sin(x+x)")).toMatchObject({ hasAtoms: true });
  const { a, b } = residues("\\sin(2x)", "\\sin(x+x)");
  expect(a).toBe(b);
});

test.each([
  ["\\cot t", "\\cos t/\\sin t"],
  ["\\tan(x+1)", "\\sin(1+x)/\\cos(x+1)"],
  ["\\sec^2 x", "1/\\cos^2 x"],
  ["\\csc x \\sin x", "1"],
])("%s = %s by sine and cosine", (left, right) => {
  const { a, b } = residues(left, right);
  expect(a).toBe(b);
});

test("a tangent of a number, which may have no value, is cancelled by no cotangent", () => {
  const { a, b } = residues("\\tan 90^\\circ\\cot 90^\\circ", "1");
  expect(a).not.toBe(b);
});

test("a vanishing denominator has no residue", () => {
  expect(residues("\\frac{1}{x-x}", "1").a).toBeUndefined();
});
