import fc from "fast-check";
import { expect, test } from "vitest";
import { asksForConstant } from "../asks-for-constant.ts";
import { gradeAnswer } from "../grade.ts";
import { kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("antiderivatives", {
  equal: [
    ["x^2+C", "x^2+c"],
    ["x^2+C", "C+x^2"],
    ["\\sin^2 x+C", "-\\cos^2 x+C"],
    ["\\ln|x|+C", "\\ln|2x|+C"],
    ["x^2+C", "x^2+K"],
    ["\\frac{(x+1)^2}{2}+C", "\\frac{x^2}{2}+x+C"],
    ["F(x)=x^2+C", "x^2+C"],
    ["2\\sqrt{x}+C", "2x^{1/2}+C"],
    ["e^x + \\text{C}", "e^x+C"],
    ["x^2+C_1", "x^2+C"],
    ["-\\frac{1}{x}+C", "C-\\frac1x"],
    ["x^2+C", "x^2+2C"],
    ["Ce^x", "Ke^x"],
    ["Ce^{-x}+1", "1-2Ce^{-x}"],
    ["C_1e^x+C_2e^{-x}", "Ae^x+Be^{-x}"],
    ["C_1e^x+C_2e^{-x}", "C_2e^x+C_1e^{-x}"],
  ],
  policy: { integrationConstant: "free" },
  different: [
    ["x^2+C", "x^2"],
    ["x^2+C", "x^3+C"],
    ["x^2+C", "x^2+5"],
    ["x^2+C", "2x^2+C"],
    ["x^2+Cx", "x^2+C"],
    ["\\ln|x|+C", "\\ln|x|"],
    ["x^2+C", "C"],
    ["\\sin x+C", "\\cos x+C"],
    ["x+C", "x+y"],
    ["Cx^2", "x^2+C"],
    ["x^2+C", "x^2-x+C"],
    ["2C", "C"],
    ["Ce^x", "Ce^{2x}"],
    ["Ce^x", "Ce^x+1"],
    ["Ce^x+1", "Ce^x+2"],
    ["a+b+c", "a+b+c+1"],
  ],
});

kindProperties(
  "antiderivatives",
  {
    "another constant, factored": fc.tuple(natural, natural).map(([a, b]) => ({
      gold: `${a}x^2+${b}x+C`,
      same: `x(${a}x+${b})+7+C`,
      other: `x(${a}x+${b})+x+C`,
    })),
    "a logarithm with a factor": fc.tuple(natural, natural).map(([a, b]) => ({
      gold: `${a}\\ln|x|+C`,
      same: `${a}\\ln|${b}x|+K`,
      other: `${a + 1}\\ln|x|+C`,
    })),
    "without its constant": fc.tuple(natural, natural).map(([a, b]) => ({
      gold: `\\frac{1}{${a}}\\sin(${a}x)+${b}x+C`,
      same: `C+${b}x+\\frac{\\sin ${a}x}{${a}}`,
      other: `\\frac{1}{${a}}\\sin(${a}x)+${b}x`,
    })),
    "trigonometric, another constant": natural.map((a) => ({
      gold: `${a}\\sin^2 x+C`,
      same: `C-${a}\\cos^2 x`,
      other: `${a}\\cos^2 x+C`,
    })),
  },
  { policy: { integrationConstant: "free" } },
);

/** Verdicts on a pair under no problem, a problem that integrates, and another one. */
function byProblem(gold: string, answer: string): readonly (boolean | string)[] {
  const problems = [undefined, "Find $\\int 2x\\,dx$.", "Find the line through the points."];
  return problems.map((problem) => {
    const verdict = gradeAnswer({ golds: [gold], candidate: { answer }, ...(problem && { problem }) });
    return verdict.kind === "score" ? verdict.correct : verdict.failure;
  });
}

test.each([
  ["x^2+C", "x^2+C+1", ["undecided", true, false]],
  ["\\ln|x|+C", "\\ln|2x|+C", ["undecided", true, false]],
  ["\\ln|x|+C", "\\ln|x| + \\text{constant}", [true, true, true]],
  ["x^2+C", "x^2+2C", [true, true, false]],
  ["x^2+C", "x^2+K", [true, true, true]],
  ["y=Ce^{x}", "y=Ae^{x}", [true, true, true]],
  ["C_1e^x+C_2e^{-x}", "C_2e^x+C_1e^{-x}", [true, true, true]],
  ["x^2+C", "x^3+C", [false, false, false]],
  ["y=mx+c", "y=mx+c-4", [false, true, false]],
  ["a+b+c", "a+b+c+1", [false, false, false]],
  ["A+B+C", "A+B+C+1", [false, false, false]],
  ["x^2+K", "x^2+K+1", [false, true, false]],
  ["f(x)=x+c", "f(x)=x+2c", [false, true, false]],
  ["Ax+B", "Bx+A", [false, true, false]],
])("%s, %s without a problem, beside an integral, beside another problem", (gold, answer, expected) => {
  expect(byProblem(gold, answer)).toEqual(expected);
});

test.each([
  "Solve y' = 2y.",
  "Solve the differential equation $\\frac{dy}{dx}=xy$.",
  "求不定积分",
  "Resuelve la ecuación diferencial",
  "Calculer une primitive de f",
  "Bestimme eine Stammfunktion",
  "Решите дифференциальное уравнение",
  "次の微分方程式を解け",
  "Tìm nguyên hàm của hàm số",
])("%s asks for a constant", (problem) => expect(asksForConstant(problem)).toBe(true));

test.each([
  "Find all integral values of x.",
  "Let S be the set of integers.",
  "What's y's value?",
  "Find the line.",
])("%s asks for none", (problem) => expect(asksForConstant(problem)).toBe(false));
