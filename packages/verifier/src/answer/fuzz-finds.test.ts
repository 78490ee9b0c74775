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
];

const different: readonly (readonly [gold: string, answer: string, why: string])[] = [
  ["-1\\text{ m}", "1 m", "a letter unit after a negative number"],
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
});
