import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(trace: readonly string[]) {
  const verdict = checkSteps({ problem: "", trace });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict;
}

const distance = "Total distance = 40 + 50 = 90 miles";
const time = "Total time = 1 + 1 = 2 hours";

test.each([
  [[distance, time, "Average speed = Total distance / Total time = 90 miles / 3 hours"], 2, "3", "2"],
  [[distance, time, "Average speed = Total distance / Total time\nAverage speed = 90 / 3"], 2, "3", "2"],
  [
    [
      "- Hourly overtime pay = 1.2 * $10 = $12 - Number of hours = 45 - 40 = 5 hours - Pay for them = Hourly overtime pay * Number of hours = $15 * 5",
    ],
    0,
    "15",
    "12",
  ],
  [
    [
      "- Number of sheets: 15\n- Length of a sheet: 20 cm",
      "\\[ \\text{Length in all} = \\text{Number of sheets} \\times \\text{Length of a sheet} = 15 \\times 25 \\]",
    ],
    1,
    "25",
    "20",
  ],
  [["A = 95 - 35 A = 60", "B = A + 12 B = 60 + 15 B = 75"], 1, "15", "12"],
  [["Now, x = 22", "Result = x * 6 = 22 * 2 = 44"], 1, "2", "6"],
])("a formula is filled with another value than was found: %j", (trace, step, text, expected) => {
  expect(judge(trace)).toMatchObject({
    firstError: step,
    steps: { [step]: { error: { kind: "contradiction", text, expected } } },
  });
});

test("a formula that is filled with what was found is right", () => {
  const { steps } = judge([
    distance,
    time,
    "Average speed = Total distance / Total time = 90 miles / 2 hours",
  ]);
  expect(steps[2]?.claims.filter(({ kind }) => kind === "restatement")).toHaveLength(2);
  expect(steps[2]).toMatchObject({ verdict: "ok" });
});

test.each([
  ["another unit", [distance, time, "Speed = Total distance / Total time = 90 miles / 120 minutes"]],
  ["a rounded value", [distance, "Total time = 2.96", "Speed = Total distance / Total time = 90 / 3"]],
  ["nothing else agrees", [distance, time, "On Friday: speed = Total distance / Total time = 50 / 3"]],
  [
    "the name got a new value",
    [distance, time, "Total time = 4 - 1 = 3", "Speed = Total distance / Total time = 90 / 3"],
  ],
  [
    "the new value cannot be read",
    [
      distance,
      time,
      "Total time = 3 - The trip back took longer.",
      "Speed = Total distance / Total time = 90 / 3",
    ],
  ],
  ["no letter has the value found", ["x = 21", "Result = x * 6 = 22 * 2 = 44"]],
  ["two numbers differ", ["x = 22", "Result = x * 6 + 1 = 22 * 2 + 5 = 49"]],
  ["a supposition", [distance, time, "Suppose speed = Total distance / Total time = 90 / 3"]],
  ["another shape", [distance, time, "Speed = Total distance / Total time = 90 / (2 + 1)"]],
  [
    "items that lost their line ends",
    ["Total amount = $3000 Hourly wage = $5 Hours = Total amount / Hourly wage Hours = $3000 / $5"],
  ],
  ["a name of one word", ["Distance = 90", "Time = 2", "Speed = Distance / Time = 90 / 3"]],
  [
    "a difference of names that ends a chain",
    [
      "Pages left = All the pages - Pages read = 39 - 15 = 24",
      "Pages read = 15",
      "Half = Pages left / Pages read = 24 / 15",
    ],
  ],
])("is left alone: %s", (_, trace) => {
  expect(judge(trace).firstError).toBe(-1);
});
