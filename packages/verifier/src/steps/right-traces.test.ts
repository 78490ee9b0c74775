import { expect, test } from "vitest";
import { checkSteps } from "./index.ts";

// Right as written, and once called wrong: each in its smallest form, with what makes it right.
test.each([
  ["days of work", ["She works 5 days a week, so 2 weeks is 10 days."]],
  ["hours of work", ["He works 8 hours a day, so 3 days is 24 hours of work."]],
  ["months of school", ["School lasts 10 months a year, so 2 years is 20 months."]],
  ["a part of an amount", ["A quarter of 2 dollars is 50 cents."]],
  ["an amount in two units", ["2 hours and 30 minutes is 9000 seconds."]],
  ["hours and minutes", ["From 9:15 am to 11:45 am is 2 hours and 30 minutes."]],
  ["hours and minutes, without and", ["From 9:15 am to 11:45 am is 2 hours 30 min."]],
  ["a break", ["She works from 9 am to 5 pm for 7 hours, as lunch takes one hour."]],
  ["a break, with the hours in front", ["She works 7 hours from 9 am to 5 pm."]],
  ["hours a week", ["The pool is open from 6 am to 8 am, which is 10 hours a week."]],
  ["a product of a sum", ["The product of 3 and the sum of 2 and 4 is 18."]],
  ["a word that goes on", ["91 is prime-looking but 91 = 7 * 13."]],
  ["a clock", ["On a 12-hour clock, 9 + 5 = 2."]],
  ["a modulus that the trace names", ["We work modulo 7.", "Then 3 * 5 = 1.", "So 1 + 10 = 4."]],
  ["taken back by the next step", ["3 * 7 = 24.", "Wait, that's wrong.", "3 * 7 = 21."]],
  [
    "another unit",
    [
      "The length of the garden fence is 120 inches",
      "120 / 12 = 10",
      "The length of the garden fence is 10 feet",
    ],
  ],
])("is not called wrong: %s", (_, trace) => {
  expect(checkSteps({ problem: "", trace })).toMatchObject({ firstError: -1 });
});

test("what is left of a whole is no misquotation of what is taken off", () => {
  const problem = "The store sells the shirt at 20 percent off its price of $50.";
  const trace = ["The store sells the shirt at 80 percent of its price"];
  expect(checkSteps({ problem, trace })).toMatchObject({ firstError: -1 });
});

test.each([
  ["hours and minutes", ["From 9:15 am to 11:45 am is 2 hours and 15 minutes."], "2.5"],
  ["a clock", ["On a 12-hour clock, 9 + 5 = 3."], "14"],
  ["a modulus", ["We work modulo 7.", "Then 3 * 5 = 2."], "15"],
  ["the next step speaks of something else", ["3 * 7 = 24.", "Waiting costs 5."], "21"],
  ["what is taken back comes later", ["3 * 7 = 24. So we have 24.", "Wait, 24 pens."], "21"],
  ["and behind a verb", ["Half of 48 is 24, 5 is odd and a third of 27 is 8."], "9"],
])("is still called wrong: %s", (_, trace, expected) => {
  const verdict = checkSteps({ problem: "", trace });
  const errors = verdict.kind === "checked" ? verdict.steps.flatMap(({ error }) => error ?? []) : [];
  expect(errors).toMatchObject([{ expected }]);
});
