import { expect, test } from "vitest";
import { Fuel } from "../../answer/fuel.ts";
import { checkListFacts } from "./check-list-facts.ts";
import { checkUnitSums } from "./check-unit-sums.ts";
import { checkUnitWords, mayBeToScale } from "./check-unit-words.ts";
import { checkWordProblems } from "./check-word-problems.ts";
import { readFactText } from "./find-facts.ts";

function judge(text: string) {
  const fuel = new Fuel(100_000);
  const facts = readFactText(text);
  return [
    ...[checkListFacts, checkWordProblems, checkUnitSums].flatMap((check) => check(facts, fuel)),
    ...checkUnitWords(facts, mayBeToScale(text), fuel),
  ];
}

test.each([
  ["The sum of 3, 4 and 5 is 12."],
  ["So the sum of 1.5, 2.5, and 4 equals 8"],
  ["The product of 12 and 1,000 is 12,000."],
  ["The difference between 8 and 20 is 12."],
  ["the average of 3, 4 and 5 is 4"],
  ["The median of 9, 1 and 2 is 2."],
  ["The median of 1, 2, 4, 9 is 3."],
  ["The largest of 3, 9 and 5 is 9, and the smallest of 3, 9 and 5 is 3."],
  ["The greatest common divisor of 12 and 18 is 6."],
  ["The LCM of 4, 6 and 10 is 60."],
  ["The sum of the digits of 1234 is 10."],
  ["We know that 12 has 6 positive divisors."],
  ["Twice as many as 12 is 24."],
  ["Half as much as 7 is 3.5."],
  ["A third of 27 is 9, and a fourth of 8 is 2."],
  ["5 more than 12 is 17; 5 less than 12 is 7."],
  ["The square of 7 is 49. The cube of 3 is 27."],
  ["3 dozen eggs is 36 eggs."],
  ["2 hours is 120 minutes."],
  ["3 weeks are 21 days."],
  ["Total time: 3 hours = 180 minutes"],
  ["5 feet = 60 inches"],
  ["1 year is 12 months."],
  ["1 hour + 30 minutes = 90 minutes"],
  ["5 feet 3 inches is 63 inches."],
  ["3 hours - 30 minutes = 2.5 hours"],
  ["2.5 km is 2500 m."],
  ["$3.50 is 350 cents."],
])("holds: %s", (text) => {
  const claims = judge(text);
  expect(claims.length).toBeGreaterThan(0);
  expect(claims.map(({ verdict }) => verdict)).toEqual(claims.map(() => "true"));
});

test.each([
  ["The sum of 3, 4 and 5 is 13.", "12"],
  ["The product of 3 and 5 is 16.", "15"],
  ["The difference between 8 and 20 is 13.", "-12"],
  ["The average of 3, 4 and 5 is 5.", "4"],
  ["The median of 1, 2, 9 is 3.", "2"],
  ["The largest of 3, 9 and 5 is 5.", "9"],
  ["The GCD of 12 and 18 is 4.", "6"],
  ["The least common multiple of 4 and 6 is 24.", "12"],
  ["The sum of the digits of 99 is 9.", "18"],
  ["The number 12 is nice, so 12 has 5 positive divisors.", "6"],
  ["Twice as many as 12 is 25.", "24"],
  ["A third of 27 is 8.", "9"],
  ["5 more than 12 is 18.", "17"],
  ["The square of 7 is 48.", "49"],
  ["3 dozen eggs is 35 eggs.", "36"],
  ["2 hours is 100 minutes.", "120"],
  ["5 feet = 50 inches", "60"],
  ["3 hours = 200 minutes", "180"],
  ["1 hour + 30 minutes = 100 minutes", "90"],
  ["5 feet 3 inches is 62 inches.", "63"],
  ["3 hours - 30 minutes = 3.5 hours", "2.5"],
  ["2.5 km is 250 m.", "2500"],
  ["So 3 kg = 300 g.", "3000"],
  ["$3.50 is 35 cents.", "350"],
  ["So $2.40 is 250 cents.", "240"],
])("does not hold: %s", (text, expected) => {
  expect(judge(text)).toMatchObject([{ verdict: "false", expected }]);
});

test.each([
  ["Twice the sum of 3 and 4 is 14.", "part of a larger calculation"],
  ["The square of the sum of 3 and 4 is 49.", "part of a larger calculation"],
  ["The sum of 3 and 4 is 2 times as large as 3.5.", "the value goes on"],
  ["The sum of 3 and 4 is 14/2.", "the value goes on"],
  ["The sum of 3 and 4 is 1.5 million.", "the value goes on"],
  ["The sum of 3 and 4 is 8x.", "a letter follows"],
  ["The sum of 1.5 and 2 is 350 cents.", "another unit"],
  ["The average of 3, 4 and 4 is 3.7.", "rounded"],
  ["A third of 10 is 3.", "rounded"],
  ["Suppose the sum of 3 and 4 is 8.", "a supposition"],
  ["Is the sum of 3 and 4 is 8?", "a question"],
  ["The sum of 3,4,5 is 12.", "commas without spaces may stand between thousands"],
  ["The difference of 9, 4 and 1 is 4.", "no usual meaning"],
  ["The lcm of 0.5 and 3 is 3.", "no whole numbers"],
  ["3 dozen eggs is 9 dollars.", "other things"],
  ["5 feet are 3 feet more than 2 feet.", "the same unit"],
  ["2 hours is 100 miles at that speed.", "another kind"],
  ["1/2 hour is 30 minutes.", "the end of a fraction"],
  ["2 hours = 90 minutes + 30 minutes", "the value goes on"],
  ["On the map, 1 inch = 5 miles", "a scale"],
  ["On the map, 5 miles are 1 inch", "a scale"],
  ["In the model, 1 foot = 3 inches", "a scale"],
  ["In the model, 2.5 m is 25 cm", "a scale"],
  ["On the drawing, 2.5 km is 250 m.", "a scale"],
  ["5 km is 3 m longer.", "more follows"],
  ["$3.50 is 35 cents more than $3.15.", "more follows"],
  ["A tip on $3.50 is 35 cents.", "another meaning"],
  ["1 hour + 30 minutes = 1 hour 30 minutes", "the value goes on"],
  ["1 hour + 50 minutes = 2 hours", "rounded"],
  ["1 day + 2 hours = 10 hours", "a day of work"],
  ["1 hour + 30 feet = 100 minutes", "other kinds"],
  ["1 hour + 30 minutes = 10 minutes + 80 minutes", "the value goes on"],
  ["6 feet = 5 feet 12 inches", "the same unit"],
  ["2 feet = 1 yard - 1 foot", "the value goes on"],
  ["1 hour = 30 minutes 1800 seconds", "the value goes on"],
])("is not called false: %s (%s)", (text) => {
  expect(judge(text).filter(({ verdict }) => verdict === "false")).toEqual([]);
});
