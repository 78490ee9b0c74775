import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(...trace: readonly string[]) {
  const verdict = checkSteps({ problem: "", trace });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict;
}

test.each([
  ["(x-2)(x+1) > 0, so -1 < x < 2", "x < -1 or x > 2"],
  ["\\((x-2)(x+1) < 0\\), so \\(x > 2\\) or \\(x < -1\\)", "-1 < x < 2"],
  ["x^2 - 5x + 6 \\le 0, so -3 \\le x \\le -2", "2 <= x <= 3"],
  ["x^2 - x - 2 < 0 \\implies -2 < x < 1", "-1 < x < 2"],
  ["-x^2 + 4 > 0, so x < -2 or x > 2", "-2 < x < 2"],
])("the solution set is wrong: %s", (step, expected) => {
  expect(judge(step).steps[0]).toMatchObject({ verdict: "error", error: { kind: "comparison", expected } });
});

test.each([
  ["(x-2)(x+1) > 0, so x > 2 or x < -1"],
  ["(x-2)(x+1) < 0, so 2 > x > -1"],
  ["\\[ 2x^2 - x - 1 \\ge 0 \\] Thus, \\( x \\le -\\frac{1}{2} \\) or \\( x \\ge 1 \\)."],
  ["x^2 < 9, so -3 < x < 3"],
])("the solution set is right: %s", (step) => {
  expect(judge(step).steps[0]?.verdict).toBe("ok");
});

test("the inequality may end the step before", () => {
  expect(judge("We need (x-2)(x+1) > 0", "So -1 < x < 2").firstError).toBe(1);
});

test.each([
  ["x^2 < 9, so 0 < x < 3", "positive numbers"],
  ["x^2 < 9, so -2 <= x <= 2", "whole numbers"],
  ["x^2 < 9, so -4 < x < 4", "a weaker bound"],
  ["x^2 > 9, so x > 3 or x < -4", "another restriction"],
  ["(x-2)(x+1) >= 0, so x > 2 or x < -1", "ends that something else excludes"],
  ["(x-2)(x+1) > 0. The roots cut the line, the middle part being -1 < x < 2.", "a part that is named"],
  ["(x-2)(x+1) > 0 fails if -1 < x < 2", "where it fails"],
  ["(x-2)(x+1) > 0, so not -1 < x < 2", "denied"],
  ["(x-2)(y+1) > 0, so -1 < x < 2", "two letters"],
  ["(x-2)(x+1) > 0, so -1 < y < 2", "another letter"],
  ["(x-2)^2 > 0, so x > 2 or x < 2", "a double root"],
  ["x^2 + 1 > 0, so -1 < x < 2", "no real root"],
  ["(x-2)(x+1) > 0, so 5 - 1 < x < 2 + 9", "bounds to be worked out"],
  ["(x-2)(x+1) > 0, so is -1 < x < 2?", "a question"],
])("is not called wrong: %s (%s)", (step) => {
  expect(judge(step).firstError).toBe(-1);
});
