import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(problem: string, trace: readonly string[]) {
  const verdict = checkSteps({ problem, trace });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict;
}

const problem = "Ann buys 9 pens at $3. What is the total cost of the pens?";

test.each([
  [problem, ["9 * 3 = 27", "So the total cost of the pens is $27.", "The answer is 38."], "27"],
  [problem, ["9 * 3 = 27", "Thus, the total cost of the pens is 27 dollars.\n#### 38"], "27"],
  ["Find the area of the floor.", ["The area of the floor is 36.", "Answer: \\boxed{63}"], "36"],
])("the final answer is not the quantity that was found: %s %j", (asked, trace, expected) => {
  const { steps } = judge(asked, trace);
  expect(steps.at(-1)).toMatchObject({ verdict: "error", error: { kind: "contradiction", expected } });
});

test("the final answer is the quantity that was found", () => {
  const { steps } = judge(problem, ["So the total cost of the pens is $27.", "The answer is 27."]);
  expect(steps.at(-1)?.verdict).toBe("ok");
});

test.each([
  [problem, ["So the total cost of the pens is $27.", "The answer is 2700."], "cents"],
  [problem, ["So the cost of the pens is $27.", "The answer is 38."], "another quantity"],
  [
    problem,
    ["So the total cost of the pens is $27.", "The tax is 11, so the answer is 38."],
    "a calculation goes on",
  ],
  [problem, ["So the total cost of the pens is 27 more.", "The answer is 38."], "a difference"],
  [problem, ["If the total cost of the pens is 27, she has 11 left.", "The answer is 38."], "a supposition"],
  [
    problem,
    ["So the total cost of the pens is $27.", "We add 11 for the bag.", "The answer is 38."],
    "a step between",
  ],
  [
    "What is the total cost of the pens, rounded to the nearest ten? What is the total cost of the pens?",
    ["So the total cost of the pens is 24.", "The answer is 20."],
    "rounding",
  ],
  [
    "How much are the pens?",
    ["So the total cost of the pens is $27.", "The answer is 38."],
    "asked in other words",
  ],
])("is not called wrong: %s %j (%s)", (asked, trace) => {
  expect(judge(asked, trace).firstError).toBe(-1);
});
