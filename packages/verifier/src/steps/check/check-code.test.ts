import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(trace: string | string[]) {
  const verdict = checkSteps({ problem: "", trace });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict;
}

test.each([
  ["total = 3 * 4  # 12"],
  ["a = 5\nb = a * 2\nprint(b)  # Output: 10"],
  ["x = 7 // 2  # 3\ny = 7 % 2  # 1\nz = 2 ** 10  # 1024\nw = -7 // 2  # -4"],
  ["share = (1 + 2) / 4  # => 0.75"],
  ["third = 10 / 3\nprint(third + 1)  # 4.33"],
])("holds: %j", (trace) => {
  expect(judge(trace).firstError).toBe(-1);
});

test.each([
  ["total = 3 * 4  # 13", "12"],
  ["a = 5\nb = a * 2\nprint(b)  # 11", "10"],
  ["x = -2 ** 2  # 4", "-4"],
  ["print(17 % 5)  # Output: 3", "2"],
])("does not hold: %j", (trace, expected) => {
  const { steps, firstError } = judge(trace);
  expect(steps[firstError]?.error).toMatchObject({ kind: "arithmetic", expected });
});

test.each([
  ["a = 5\nfor a in range(3):\n    pass\nprint(a)  # 2", "set by a loop"],
  ["a = 5\na += 1\nprint(a)  # 6", "changed in place"],
  ["a = 5\nif True:\n    a = 7\nprint(a)  # 7", "set in a block"],
  ["a = round(2.5) * 2  # 4", "a call"],
  ["a = 5  # 3 apples are gone", "a comment with words"],
  ["a = b * 2  # 7", "an unknown name"],
  ["a = 2 ** 999999999  # 7", "too large"],
  ["a = 1 / 0  # 7", "no value"],
])("is not called wrong: %j (%s)", (trace) => {
  expect(judge([trace]).firstError).toBe(-1);
});

test("names are remembered from step to step", () => {
  expect(judge(["pens = 3 * 8", "left = pens - 5  # 20"])).toMatchObject({ firstError: 1 });
});

test("a long program costs no more than its budget", () => {
  const power = `x = ${Array.from({ length: 40 }, () => "9 ** 64").join(" * ")}\n`;
  const { kind } = checkSteps({ problem: "", trace: [power.repeat(500), "1 + 1 = 2"] });
  expect(kind).toBe("checked");
});
