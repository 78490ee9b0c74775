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
  [
    "remarks that say what a number is",
    ["50 (5 years) + 150 (6 years) = 200 fruits, and $20.00 * 0.20 (20%) = $4.00"],
  ],
  ["a number told again", ["12 × 5² (25) = 300"]],
  ["a range told behind its sum", ["45 (1-9) + 855 (10-99) = 900"]],
  ["an amount in two units", ["6 feet 7 inches + 3 inches = 6 feet 10 inches"]],
  ["a name that ends in a number", ["Age 8 = Age 10 - 200 = 1000 - 200 = 800"]],
  ["a name with digits behind a root sign", ["f(∛(-8)): ∛(-8) = -2"]],
  [
    "a share of something",
    [String.raw`\[ \frac{3}{5} \text{ of the students} = \frac{3}{5} \times 700 = 420 \]`],
  ],
  ["a share of a dozen", [String.raw`\[ \frac{1}{2} \text{ dozen} = \frac{1}{2} \times 12 = 6 \]`]],
  ["words in brackets that stand for a value", ["Ann's jewels = (Ray's jewels / 2) + 5 = (40 / 2) + 5 = 25"]],
  ["sides of a triangle", ["The area is (1/2)(BC)(AD) = (1/2)(10)(5) = 25."]],
  ["dates", ["2560-03-13 - 2560-03-11 = 2 days"]],
  ["hexadecimal numbers", ["12642 = 0x3162", "0x3519 = 13593"]],
  ["a power in a tag", ["75 = 3 * 5 * 5 = 3 * 5<sup>2</sup>"]],
  ["a sum that goes on from the line before", ["302.3 - 346.6 = -44.3\n+ 297.9 = 253.6"]],
  [
    "amounts converted within a sum",
    ["23 hours = 82800 seconds + 22 minutes = 1320 seconds + 55 seconds = 84175 seconds"],
  ],
  ["a letter before a root", [String.raw`x(2\sqrt{5}) = 4\sqrt{5}, so 2x\sqrt{5} = 4\sqrt{5}`]],
  [
    "a root in words",
    [
      "(1 + r)^2 = 4\nr^2 + 2r + 1 = (4/3 - 2/sqrt(3) + 2r - 2/sqrt(3) + 1 + 2r)\nr^2 + 2r + 1 = (4/3 - 4/sqrt(3) + 4r)",
    ],
  ],
  [
    "a value with commas",
    ["The total price of the house is $350", "The total price of the house is $409,500 - $400,000 = $9,500."],
  ],
  [
    "the end of a formula is no name",
    [
      "Ann's salary + Brother's salary = $5,000 + $10,000 = $15,000",
      "Mother's salary = 2 * $15,000 = $30,000",
      "Total amount = Ann's salary + Brother's salary + Mother's salary\nTotal amount = $5,000 + $10,000 + $30,000 = $45,000",
    ],
  ],
  ["a factor of a formula", ["4 * AC = 12x\nAC = 3x"]],
  ["from left to right", ["Add from left to right: 557 - 47332 = -46775."]],
  ["last digits", ["The last two digits: 2^7 = 28 and 2^8 = 56"]],
  [
    "a case",
    [
      String.raw`\[ 9 - 2x \leq 3 \implies 6 \leq 2x \implies 3 \leq x. \] Thus, for \( x \leq 3 \), use the other case.`,
    ],
  ],
  ["quotient and rest", ["367 / 13 = 28 + 3"]],
  ["whole quotients", ["The factors of 5 are 200/5 + 200/25 + 200/125 = 40 + 8 + 1 = 49."]],
  [
    "a letter at the end of a sum",
    [
      String.raw`\frac{1}{2} R + R = \frac{1}{2} R + \frac{2}{2} R = \frac{3}{2} R`,
      String.raw`So, \[ \frac{3}{2} R = 250 \]`,
    ],
  ],
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
  [
    "the shelves together",
    "Each of the middle 2 shelves can hold 10 books.",
    "The bottom shelf plus the two middle shelves can hold 40 books.",
  ],
  [
    "a fraction in one character",
    "Bryce and two friends ate 2/3 of their pizzas. The two remaining friends ate ¾ of their pizzas.",
    "The two remaining friends ate 3/4 of their pizzas, which is 3/4 * 12 = 9 slices.",
  ],
])("is no misquotation: %s", (_, problem, step) => {
  expect(checkSteps({ problem, trace: [step] })).toMatchObject({ firstError: -1 });
});

test.each([
  ["hours and minutes", ["From 9:15 am to 11:45 am is 2 hours and 15 minutes."], "2.5"],
  ["a clock", ["On a 12-hour clock, 9 + 5 = 3."], "14"],
  ["a modulus", ["We work modulo 7.", "Then 3 * 5 = 2."], "15"],
  ["the next step speaks of something else", ["3 * 7 = 24.", "Waiting costs 5."], "21"],
  ["what is taken back comes later", ["3 * 7 = 24. So we have 24.", "Wait, 24 pens."], "21"],
  ["a remark", ["50 (5 years) + 150 (6 years) = 250 fruits"], "200"],
  ["two amounts", ["7 pens + 3 pens = 12 pens"], "10"],
  ["a bracket in LaTeX", [String.raw`\[ 2 + 3 \left( 4 \right) + \frac{1}{2} = 10 \]`], "14.5"],
  ["a power in a tag", ["25 + 1 = 5<sup>2</sup>"], "26"],
  ["a difference of four digits", ["5200-80-80*3 = 5000"], "4880"],
  ["rests that do not fit", ["367 / 13 = 28 + 5"], "367/13"],
  ["and behind a verb", ["Half of 48 is 24, 5 is odd and a third of 27 is 8."], "9"],
])("is still called wrong: %s", (_, trace, expected) => {
  const verdict = checkSteps({ problem: "", trace });
  const errors = verdict.kind === "checked" ? verdict.steps.flatMap(({ error }) => error ?? []) : [];
  expect(errors).toMatchObject([{ expected }]);
});
