import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(step: string) {
  const verdict = checkSteps({ problem: "", trace: [step] });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict.steps[0]!;
}

test.each([
  ["12 > 17", "12", "17 > 12"],
  ["So 12 > 17.", "12", "So 12 < 17."],
  ["Since \\(12 > 17\\), we stop.", "12", "Since \\(12 \\le 17\\), we stop."],
  ["\\frac{3}{4} < \\frac{2}{3}", "0.75", "\\frac{3}{4} > \\frac{2}{3}"],
  ["Therefore 3/4 < 2/3.", "0.75", "Therefore 3/4 > 2/3."],
  ["0.75 < 0.7", "0.75", "0.75 > 0.7"],
  ["\\sqrt{2} > 1.5", "≈ 1.41421", "\\sqrt{2} < 1.5"],
  [
    "123456789 * 987654321 = 121932631112635268",
    "121932631112635269",
    "123456789 * 987654321 = 121932631112635269",
  ],
  ["99999999 * 99999999 = 9999999800000002", "9999999800000001", "99999999 * 99999999 = 9999999800000001"],
])("is false: %s (%s); holds: %s", (wrong, expected, right) => {
  expect(judge(wrong)).toMatchObject({ verdict: "error", error: { expected } });
  expect(judge(right)).toMatchObject({ verdict: "ok" });
});

test.each([
  ["If 12 > 17, we stop.", "a supposition"],
  ["Case 1: 12 > 17", "a case"],
  ["We need 3 + 4 > 9.", "a condition"],
  ["Either 3 > 5 or 5 > 3.", "cases"],
  ["Then 3 > 5, a contradiction.", "an absurdity"],
  ["Triangle inequality: 2 + 3 > 6 ✗", "rejected"],
  ["In week 12 > 17", "the end of a name"],
  ["So x - 12 > 17.", "the end of a difference"],
  ["So 12 > 17 - x.", "an inequality to solve"],
  ["1.41 > \\sqrt{2}", "rounded"],
  ["1/3 < 0.33", "rounded"],
  ["123456789 * 987654321 = 121932631112635000", "rounded to thousands"],
  ["123456789 * 987654321 \\approx 121932631112635268", "said to be rounded"],
])("is not called false: %s (%s)", (step) => {
  expect(judge(step).verdict).not.toBe("error");
});
