import { expect, test } from "vitest";
import { Fuel } from "../fuel.ts";
import { gradeAnswer } from "../grade.ts";
import { goldText } from "./gold-text.ts";

test.each([
  ["12", "12"],
  ["\\boxed{12}", "12"],
  ["The sum is \\boxed{12\\text{ and }13}. Indeed.", "12\\text{ and }13"],
  ["x \\in \\boxed{[0,7)}.$", "[0,7)"],
  ["First \\boxed{1}, so in the end \\boxed{2}", "2"],
  ["$\\boxed{1}\\boxed{2}$", "1; 2"],
  ["2 * 6 = <<2*6=12>>12 apples\n#### 12", "12"],
  ["\\\\boxed{\\\\frac{1}{2}}", "\\\\frac{1}{2}"],
  ["a box of 12", "a box of 12"],
  ["\\boxed{", "\\boxed{"],
  ["\\boxed{}", "\\boxed{}"],
])("gold %j states %j", (gold, expected) => expect(goldText(gold, new Fuel(10_000))).toBe(expected));

test("a worked solution serves as gold, and a bare answer may carry its box", () => {
  const gold = "The domain is the set of $x$ with \\[ \\boxed{(2, 12) \\cup (12, 102)} \\]";
  const answer = "Thus the answer is $x \\in \\boxed{(2,12) \\cup (12,102)}$";
  expect(gradeAnswer({ golds: [gold], candidate: { answer } })).toMatchObject({
    correct: true,
    extracted: { source: "box" },
  });
  expect(gradeAnswer({ golds: [gold], candidate: { answer: "\\boxed{(2, 102)}" } })).toMatchObject({
    correct: false,
  });
  expect(gradeAnswer({ golds: ["5"], candidate: { answer: "not \\boxed{5}" } })).toMatchObject({
    correct: false,
  });
});

test("a gold larger than a response may be is a failure", () => {
  const golds = [`\\boxed{5}${" ".repeat(3_000_000)}`];
  expect(gradeAnswer({ golds, candidate: { answer: "5" } })).toMatchObject({ failure: "limit_exceeded" });
});
