import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(trace: readonly string[]) {
  const verdict = checkSteps({ problem: "", trace });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict;
}

test.each([
  [["Simplify the equation: 6r^2 = 12r.", "Divide both sides by 2r: 3r = 12."], 1],
  [["Dividing by π: 972 = (4/3)r³.", "Now, we can multiply both sides by 4/3 to get: 1296 = r³"], 1],
  [["(49 - a^2)(4 - a^2) = 144a^2. Expanding, we have 196 - 8a^2 + a^4 = 144a^2."], 0],
  [["x^2 = 9, so x = 2"], 0],
  [["k * (k+1)/2 = 4501, which simplifies to k^2 + k - 9000 = 0."], 0],
])("nothing solves both an equation and what is said to follow: %j", (trace, step) => {
  const verdict = judge(trace);
  expect(verdict).toMatchObject({ firstError: step });
  expect(verdict.steps[step]?.error?.expected).toMatch(/^a solution of /);
});

test.each([
  ["4J = 35 - 3\n4J = 35 - 5", "J = 8"],
  ["4J = 35 - 3 4J = 35 - 5", "J = 8"],
  ["38 = 2(l + 15)\n38 = 2l + 15", "l = 4"],
])("the right side is rewritten wrongly: %s", (step, expected) => {
  expect(judge([step]).steps[0]?.error).toMatchObject({ kind: "arithmetic", expected });
});

test.each([
  ["-x > -15. Multiply both sides by -1, remembering to reverse the inequality sign: x > 15", "x < 15"],
  ["2146 + x >= 2250, thus x >= 94", "x >= 104"],
  ["3x + 1 < 10, so x < 5.", "x < 3"],
  ["-2x <= 8, so x <= -4", "x >= -4"],
])("an inequality is solved wrongly: %s", (step, expected) => {
  expect(judge([step]).steps[0]?.error).toMatchObject({ kind: "comparison", expected });
});

test.each([["-x > -15, so x < 15"], ["2x + 3 >= 11, so x >= 4"]])("an inequality is solved: %s", (step) => {
  expect(judge([step]).steps[0]).toMatchObject({ verdict: "ok" });
});

test.each([
  ["one root of two", ["x^2 = 9, so x = 3"]],
  ["cases of a product", ["(x + 18)(x - 16) = 0, so x + 18 = 0 or x - 16 = 0"]],
  ["cases over two steps", ["Setting each factor to zero, x - 5 = 0 or x + 2 = 0", "So, x = 5 or x = -2."]],
  ["a letter beside a bracket", ["10x(x - 12) = 0. So, x = 0 or x = 12."]],
  ["a necessary condition", ["x^2 - 4 = 0, so (x - 2)(x + 2)(x + 1) = 0"]],
  ["other words between", ["6r^2 = 12r for the first circle. So 3r = 12 for the other."]],
  ["an expression between", ["x^3 = 2x. Dividing both sides by x^2 + 1, we get 3x = 12"]],
  ["whole numbers", ["7k < 30, so k <= 4"]],
  ["a weaker bound that is not told as one", ["2k < 9, so k < 5"]],
  ["a rounded bound", ["3x < 100, so x < 33.3"]],
  ["a supposition", ["-x > -15, so suppose x > 15"]],
  ["two equations with one left side", ["4x = 8\n4x = 12"]],
  ["two values of one letter", ["x = 3 + 2\nx = 3 - 2"]],
  ["two letters", ["x + y > 3, so x > 3"]],
  ["a weaker bound behind a bound", ["x > 5, so x > 3"]],
  ["a weaker bound in the next step", ["We have x >= 7", "Therefore x > 2"]],
  ["the next whole number", ["2x > 6, so x >= 4"]],
  ["the next even number", ["x + 2 > 6, so x > 4, so x >= 6"]],
])("is left alone: %s", (_, trace) => {
  expect(judge(trace).firstError).toBe(-1);
});
