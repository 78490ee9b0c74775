import { describe, expect, test } from "vitest";
import { areEqual } from "./building-blocks.ts";

// Pairs that the fuzzer found and the core once got wrong, in their smallest form.

const equal: readonly (readonly [gold: string, answer: string, why: string])[] = [
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
];

const different: readonly (readonly [gold: string, answer: string, why: string])[] = [
  ["-1\\text{ m}", "1 m", "a letter unit after a negative number"],
  ["(n-2)\\pi", "n\\pi", "n is a number of corners, not any whole number"],
  ["3", "\\lceil\\pi\\rceil", "a rounded transcendental number"],
  ["\\sqrt[3]{2}+e", "2^{1/3}+\\max(e, \\pi)", "a maximum of transcendental numbers"],
  ["2", "\\lfloor(\\sqrt2)^2\\rfloor+10^{-30}", "a number at the edge of rounding"],
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

  test("a large power is told from a small number within the work of an item", () => {
    expect(areEqual("2^{2191}", "\\ln 2")).toBe("different");
    expect(areEqual("\\ln 2", "2^{2191}")).toBe("different");
  });
});
