import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(trace: readonly string[], problem = "") {
  const verdict = checkSteps({ problem, trace });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict;
}

test.each([
  [["\\[ R = \\frac{16 + 24a - 5 - 15a}{20} = \\frac{11 + 7a}{20} \\]"], 0, "11/20 + 9/20 a"],
  [["Thus P = (x^2+1)(x^2+1) - x^2 + 1 = x^4 + x^2 + 1 - x^2 + 1."], 0, "1 x^4 + 1 x^2 + 2"],
  [["(x^2+5x+6)^2 = x^4 + 10x^3 + 31x^2 + 60x + 36"], 0, "1 x^4 + 10 x^3 + 37 x^2 + 60 x + 36"],
  [["The sum is S = k(k+1) + 2k + 2\n= k^2 + 3k + 3"], 0, "1 k^2 + 3 k + 2"],
  [
    [
      "We get \\[ D = (t + 2)(t - 1) - (t + 3)(t - 2) \\]",
      "Let's simplify the expression: \\[ = (t^2 - t - 2) - (t^2 + t - 6) \\]",
    ],
    1,
    "4",
  ],
])("forms that differ by a term are not equal: %j", (trace, step, expected) => {
  expect(judge(trace)).toMatchObject({
    firstError: step,
    steps: { [step]: { error: { kind: "arithmetic", expected } } },
  });
});

test.each([
  ["an equation to solve", ["x(x - 2) = x^2"], ""],
  ["an equation without solutions", ["2(x + 3) = 2x + 8"], ""],
  ["a relation is used", ["P = x^2 + 2x = 3x + 1 + 2x = 5x + 1"], "Let x^2 = 3x + 1."],
  ["a value is put in", ["P = x^2 + 3x = 3x + 4"], "Let x = 2."],
  ["a slip that is taken back", ["P = 3a + 3b = 3a + 4b = 3a + 3b"], ""],
  ["the end cannot be read", ["f(3) = 3a + 3b + 2 = 2a + 4b + a + 2 = f(2) + f(1) - 2"], ""],
  ["a remainder", ["P = (7k + 4)(7k + 6) = 49k^2 + 77k + 24"], "Find the remainder of P modulo 7."],
  ["values of a function", ["P = x + f(2x) = x + f(3x)"], ""],
  [
    "vectors",
    [
      "\\[ P = 3 \\mathbf{b} \\times \\mathbf{a} + \\mathbf{a} = \\mathbf{a} - 3 \\mathbf{a} \\times \\mathbf{b} \\]",
    ],
    "",
  ],
  ["two names of one length", ["AB = 2x = 3y"], ""],
  ["a supposition", ["Suppose P = (x + 1)^2 + x = x^2 + x + 1."], ""],
  ["another sentence between", ["S = k^2 + 3k + 2. The next sum is T\n= k^2 + 3k + 3"], ""],
])("is left alone: %s", (_, trace, problem) => {
  expect(judge(trace, problem).firstError).toBe(-1);
});
