import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(problem: string, trace: readonly string[]) {
  const verdict = checkSteps({ problem, trace });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict;
}

test.each([
  ["Let f(x) = x^2 + 1. What is f(3)?", ["f(3) = 9"], "10"],
  [
    "If $f(x) = 2x + 3$ and $g(x) = 5 - x$, what is $f(g(1))$?",
    ["g(1) = 4", "So $f(4) = 8 + 4 = 12$."],
    "11",
  ],
  ["", ["We define f(x) = x^3 - x.", "Then f(2) = 8 - 1 = 7."], "6"],
  ["Let $P(t)=\\frac{t+1}{2}$.", ["We get \\(P\\left(5\\right) = 4\\)."], "3"],
  ["The function is f(n) = 3n - 2.", ["f(-2) = -6"], "-8"],
  ["Let f(x) = x^2 + 1.", ["f(1/2) = 7"], "5/4"],
  ["What is f(3) if f(x) = x + 1?", ["f(3) = 5"], "4"],
])("the value of a function is wrong: %s %j", (problem, trace, expected) => {
  expect(judge(problem, trace).steps.at(-1)).toMatchObject({ verdict: "error", error: { expected } });
});

test.each([
  ["Let f(x) = x^2 + 1. What is f(3)?", ["f(3) = 3^2 + 1 = 10"]],
  ["", ["So f(x) = x(x - 1).", "f(4) = 12"]],
  ["Let f(x) = 1/(x + 1).", ["Then f(2) = \\frac{1}{3}."]],
])("the value of a function is confirmed: %s %j", (problem, trace) => {
  expect(judge(problem, trace).steps.at(-1)?.verdict).toBe("ok");
});

test.each([
  ["Let f(x) = x + 1 for x > 3 and f(x) = x - 1 otherwise.", ["f(2) = 1"], "another rule holds there"],
  ["f(x) = x + 1, x > 3; f(x) = x - 1, x \\le 3", ["f(2) = 1"], "rules by cases"],
  [
    "Let f(x) = \\begin{cases} x^2 & x > 1 \\\\ 2x & x \\le 1 \\end{cases}",
    ["f(1) = 2"],
    "an environment of cases",
  ],
  ["For which x is f(x) = x + 1?", ["From the table f(2) = 5."], "an equation to solve"],
  ["Find x such that f(x) = 2x.", ["f(1) = 5"], "an equation to solve"],
  ["", ["Suppose f(x) = 2x.", "We know f(3) = 5."], "a guess"],
  ["", ["f(x) = 2x is a solution.", "f(x) = x + 2 is one, too.", "There f(3) = 5."], "two solutions"],
  ["Let f(x) = ax + b.", ["f(3) = 5"], "other letters"],
  ["Let f(x) = x^2 + 1.", ["If f(3) = 9, there is no solution."], "a supposition"],
  ["Let f(x) = x^2 + 1.", ["f'(3) = 6", "f(f(1)) = 5", "f(3) - 1 = 9", "2f(3) = 20"], "other values"],
  ["Let f(x) = x^2 + 1.", ["The derivative of f(3) = 6"], "a derivative in words"],
  ["Let f(x) = x/3.", ["f(2) = 0.67", "f(4) = 1.3", "f(5) = 2"], "rounded values"],
  ["Let f(x) = x^2 + 1.", ["f(3) = 10 \\equiv 1"], "a congruence"],
  ["Let n(n) = n^2.", ["n(3) = 12"], "a product"],
  ["The probability is P(x) = x/10 for x = 1, 2, 3, 4.", ["P(2) = 5"], "given at points"],
])("is not called wrong: %s %j (%s)", (problem, trace) => {
  expect(judge(problem, trace).firstError).toBe(-1);
});
