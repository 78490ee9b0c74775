import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(problem: string, trace: readonly string[]) {
  const verdict = checkSteps({ problem, trace });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict;
}

const boxes = "There are 5 big boxes, each containing 7 dolls, and 9 small boxes, each containing 4 dolls.";
const rows =
  "Section G consists of 15 rows, with each row holding 10 cars, while Section H consists of 20 rows, with each row holding 9 cars.";
const runners =
  "Johnny runs around the block 4 times. Mickey runs around the block half as many times as Johnny.";

test.each([
  [boxes, "There are 9 small boxes, each containing 3 dolls.", "3", "4"],
  [boxes, "We have nine small boxes, each containing six dolls.", "six", "4"],
  [rows, "Section H has 20 rows, with each row holding 12 cars.", "12", "9"],
  [runners, "Mickey runs around the block twice as many times as Johnny.", "twice", "half"],
  ["His father planted 600 seedlings.", "His father planted 500 seedlings.", "500", "600"],
  ["The pump fills thirty-five barrels a day.", "The pump fills 36 barrels a day.", "36", "thirty-five"],
  [
    "Monday's harvest was 8 pounds. Tuesday's harvest was triple what he had picked the previous day.",
    "Tuesday's harvest was double what he had picked the previous day.",
    "double",
    "triple",
  ],
])("is misquoted: %s %s", (problem, step, text, expected) => {
  expect(judge(problem, [step])).toMatchObject({
    firstError: 0,
    steps: [{ error: { kind: "misquotation", text, expected } }],
  });
});

test.each([
  [boxes, "There are 9 small boxes, each containing 4 dolls."],
  [runners, "Mickey runs around the block half as many times as Johnny."],
])("is quoted: %s %s", (problem, step) => {
  expect(judge(problem, [step]).steps[0]).toMatchObject({ verdict: "ok" });
});

test.each([
  [
    "the number stands elsewhere in the problem",
    boxes,
    ["There are 9 small boxes, each containing 5 dolls."],
  ],
  ["the number was worked out", boxes, ["7 + 4 = 11", "There are 9 small boxes, each containing 11 dolls."]],
  ["a supposition", boxes, ["Suppose there are 9 small boxes, each containing 3 dolls."]],
  ["another time", boxes, ["Now there are 9 small boxes, each containing 3 dolls."]],
  ["another one", "Edgar eats 18 pretzels a day.", ["His brother eats 9 pretzels a day because 18 / 2 = 9."]],
  [
    "another day",
    "On Friday the book sold one-fifth the number of copies it did on Thursday.",
    ["On Thursday the book sold four times the number of copies it did on Wednesday."],
  ],
  [
    "another stretch of time",
    "He catches 1 fish per day during the first 30 days.",
    ["He catches 150 fish during the first 90 days."],
  ],
  [
    "the other way round",
    "Carl has four times as many marbles as Sean and Sean has half as many marbles as Cal.",
    ["Since Cal has twice as many marbles as Sean, he has 112."],
  ],
  [
    "a rate",
    "The sides of a hexagon are trisected, resulting in 18 points, including vertices.",
    ["Each side is trisected, resulting in 3 points per side, including the vertices."],
  ],
  ["a formula", boxes, ["In the small boxes, each containing 3 * dolls"]],
  ["too few words", "She has 5 red pens.", ["She has 6 pens."]],
  [
    "a number in words with a hyphen",
    "Eighty-five more than the square of a number is the same.",
    ["The question states: 85 more than the square of a number is the same."],
  ],
])("is left alone: %s", (_, problem, trace) => {
  expect(judge(problem, trace).firstError).toBe(-1);
});
