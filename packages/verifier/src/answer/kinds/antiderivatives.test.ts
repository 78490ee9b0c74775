import fc from "fast-check";
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
  ],
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
  ],
});

kindProperties("antiderivatives", {
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
});
