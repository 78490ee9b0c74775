import { describe, expect, test } from "vitest";
import { areEqual } from "./building-blocks.ts";
import { gradeAnswer } from "./grade.ts";

// Pairs that the fuzzer found and the core once got wrong, in their smallest form.

const equal: readonly (readonly [gold: string, answer: string, why: string])[] = [
  ["x\\cdot 0.5\\cdot 2^3", "x*0.5(2)^3", "no repeating decimal: the bracket has a power"],
  ["-1\\text{ m}", "-1 m", "a letter unit after a negative number"],
  ["-1\\text{ m/s}", "-3.6 km/h", "a letter unit after a negative number"],
  ["\\frac{37297}{500}", "74 297/500", "a mixed number whose numerator has three digits"],
  ["\\min(3, 1, 2)", "min(3, 1, 2)", "min as a function in plain text"],
  [
    "\\begin{pmatrix} 1 & \\sin(1) \\end{pmatrix}",
    "\\begin{pmatrix} 1 & \\sin 1 \\end{pmatrix}",
    "a call at the end",
  ],
  ["3\\cdot\\binom{5}{2}", "3\\binom{5}{2}", "a binomial as a factor"],
  ["x\\cdot\\binom{5}{2}", "x \\binom{5}{2}", "a binomial as a factor"],
  [
    "n+\\lfloor 2^{\\pi}\\rfloor+2^n",
    "n+\\lfloor 2^{\\pi}\\rfloor+e^{n\\ln 2}",
    "no family: not linear in n",
  ],
  ["4", "\\lceil\\pi\\rceil", "a rounded transcendental number"],
  ["-4", "\\lfloor -\\pi\\rfloor", "a rounded transcendental number"],
  ["\\sqrt[3]{2}+3", "\\lfloor\\pi\\rfloor+2^{1/3}", "a rounded number beside a root"],
  ["\\sqrt[3]{2}+\\max(1, 2)", "2^{1/3}+2", "a maximum beside a root"],
  ["\\sqrt[3]{2}+\\pi", "2^{1/3}+\\max(e, \\pi, 3)", "a maximum of transcendental numbers"],
  [
    "{\\ln(2),2**2,191}",
    "\\{\\ln(2), 2^{2}, 191\\}",
    "2**2,191 is also a large power, which must not use up the work",
  ],
  ["\\sqrt{x^2}", "|x|", "branches that agree everywhere"],
  ["\\sqrt{x^2-20x+100}", "|10-x|", "branches that agree everywhere"],
  ["\\ln(x^2)", "2\\ln|x|", "branches that agree everywhere"],
  ["\\lfloor n/2\\rfloor+1", "1+\\lfloor\\frac{n}{2}\\rfloor", "steps of the same argument"],
  ["\\max(x, 3)", "\\frac{x+3+|x-3|}{2}", "a maximum by the absolute value"],
  ["x+\\max(1, 39)", "x+\\max(1, 39, 39(\\sin^2 1+\\cos^2 1))", "a maximum of two equal numbers"],
  ["(3^x)^2", "((e^{\\ln 3})^x)^3/(e^{\\ln 3})^x", "large powers, whose rounding must not refute"],
];

const different: readonly (readonly [gold: string, answer: string, why: string])[] = [
  ["e - log_2(2)", "e - log_2(1)", "a minus sign before a function is no dash after an option"],
  ["-1\\text{ m}", "1 m", "a letter unit after a negative number"],
  ["(n-2)\\pi", "n\\pi", "n is a number of corners, not any whole number"],
  ["3", "\\lceil\\pi\\rceil", "a rounded transcendental number"],
  ["\\sqrt[3]{2}+e", "2^{1/3}+\\max(e, \\pi)", "a maximum of transcendental numbers"],
  ["2", "\\lfloor(\\sqrt2)^2\\rfloor+10^{-30}", "a number at the edge of rounding"],
  ["|x-5|", "5-x", "branches beyond the usual points"],
  ["\\sqrt{(x-5)^2}", "5-x", "branches beyond the usual points"],
  ["\\max(x, 10)", "10", "branches beyond the usual points"],
  ["|x+10|", "x+10", "branches beyond the usual points"],
  ["2|x-10|", "|x-9|+|x-11|", "equal but between two literals"],
  ["|3x-100|", "100-3x", "a branch at a quotient of literals"],
  ["\\arccos(\\cos x)", "|x|", "branches beyond the usual points"],
  ["\\arctan(\\tan\\frac{x}{9})", "\\frac{x}{9}", "branches beyond the usual points"],
  ["\\lfloor\\frac{n}{100}\\rfloor", "\\lfloor\\frac{n+1}{100}\\rfloor", "steps that points seldom tell"],
  ["\\lfloor\\frac{2n-1}{5}\\rfloor", "\\lfloor\\frac{2n-2}{5}\\rfloor", "steps that points seldom tell"],
  ["\\gcd(n, 13)", "1", "a divisor that small numbers miss"],
  ["2!\\cdot|x|", "2!\\cdot x", "a factorial without variables asks for no whole numbers"],
  ["n!\\sqrt{n^2+2}", "n!\\sqrt{2^n+2}", "n^2 is 2^n at 2 and 4"],
  ["n\\pi", "-n\\pi", "n is not any whole number"],
  ["\\pi n^2", "\\pi m^2", "another variable"],
  ["3 min", "min(3, 1, 2)", "minutes are no function"],
  ["74297", "74 297/500", "a mixed number whose numerator has three digits"],
];

describe("finds of the fuzzer", () => {
  test.each(equal)("%s is %s (%s)", (gold, answer) => {
    expect(areEqual(gold, answer)).toBe("equal");
    expect(areEqual(answer, gold)).toBe("equal");
  });

  test.each(different)("%s is not %s (%s)", (gold, answer) => {
    expect(areEqual(gold, answer)).not.toBe("equal");
    expect(areEqual(answer, gold)).not.toBe("equal");
  });

  test.each([
    ["\\sqrt[4]{4x^2y^3}", "\\sqrt[4]{(6+2i^{2(\\sin^2(\\pi/3)+\\cos^2(\\pi/3))})x^2y^3}"],
    ["24y\\sqrt{5x}", "24y\\sqrt{5x(\\sin^2 9+\\cos(9)^{3+\\sqrt2-\\sqrt2}/\\cos 9)}"],
  ])("%s and %s, on a branch cut, are left undecided", (gold, answer) => {
    expect(areEqual(gold, answer)).toBe("undecided");
  });

  test("an exponent past every double keeps the work counted", () => {
    const gold = `n+x^{${"2".repeat(400)}}\\sin n`;
    const verdict = gradeAnswer({ golds: [gold], candidate: { answer: `${gold}+10^{-400}` } });
    expect(verdict).not.toMatchObject({ correct: true });
    expect(verdict.fuelUsed).toBeLessThan(10_000_000);
  });

  test("a large power is told from a small number within the work of an item", () => {
    expect(areEqual("2^{2191}", "\\ln 2")).toBe("different");
    expect(areEqual("\\ln 2", "2^{2191}")).toBe("different");
  });
});
