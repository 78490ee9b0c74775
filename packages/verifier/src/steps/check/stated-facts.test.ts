import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(step: string) {
  const verdict = checkSteps({ problem: "", trace: [step] });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict.steps[0]!;
}

test.each([
  ["The odd numbers from 1 to 9 are: 1, 3, 5, 7, 8.", "without 8"],
  [
    "Odd numbers between 1 and 30 are: 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31.",
    "without 31",
  ],
  ["The prime numbers between 10 and 20 are 11, 13, 16 and 19.", "without 16"],
  ["The even numbers from 2 to 10 are 2, 4, 6 and 10.", "8 as well"],
  ["The factors of 12 are 1, 2, 3, 4, 8 and 12.", "without 8"],
  ["The divisors of 12 are 1, 2, 3, 6 and 12.", "4 as well"],
  ["There are 4 odd integers in this range (1, 3, 5, 7, 9).", "5"],
  ["There are five primes below 10: 2, 3, 5, 7.", "4"],
  ["There are 4 primes below 10: 2, 3, 5, 9.", "without 9"],
  ["A cube has 8 edges.", "12"],
  ["Since 14 is a multiple of 4, we divide.", "remainder 2"],
  ["So 127 is even.", "127 is odd"],
  ["But 128 is an odd number, so we stop.", "128 is even"],
  ["The hexagonal prism has 12 edges (6 edges in each of the two bases).", "18"],
  ["A tetrahedron is a three-dimensional solid object with six triangular faces.", "4"],
  ["The number of sides in an octagon is 9.", "8"],
  ["Since there are 50 minutes in an hour, we divide.", "60"],
  ["1/2: Since 1/2 is greater than 6/2, we count it.", "1/2 < 6/2"],
  ["Thus 0.75 is less than 0.5.", "0.75 > 0.5"],
  ["So Amy has 55 - 56 = -1 pieces of candy left.", "a count from 0 on"],
  ["The number of cups in the package is 80 - 243 = -163.", "a count from 0 on"],
  ["He was stapling for a total of 3 hours (from 8:00 AM to 11:00 PM).", "15"],
  ["First, \\(168 = 2^3 \\times 7\\).", "168"],
  ["We convert the fraction: 1/2 = 0.4", "0.5"],
])("is false: %s", (step, expected) => {
  expect(judge(step)).toMatchObject({ verdict: "error", error: { expected } });
});

test.each([
  ["The odd numbers from 1 to 9 are 1, 3, 5, 7, and 9."],
  ["The prime numbers between 11 and 20 are 13, 17, and 19."],
  ["The factors of 12 are 1, 2, 3, 4, 6 and 12."],
  ["There are 5 odd integers in this range (1, 3, 5, 7, 9)."],
  ["An octagon has 8 equal sides."],
  ["12 is a multiple of 4."],
  ["As 128 is even and 7 is odd, we go on."],
  ["There are 60 minutes in an hour."],
  ["He was stapling for 15 hours (from 8:00 AM to 11:00 PM)."],
  ["It is open 6 hours, from 9 PM to 3 AM."],
  ["So 1/2 is less than 3."],
  ["First, \\(168 = 2^3 \\times 3 \\times 7\\)."],
])("holds: %s", (step) => {
  expect(judge(step)).toMatchObject({ verdict: "ok" });
});

test.each([
  ["Some of the odd numbers from 1 to 9 are 1, 3 and 5.", "not all"],
  ["The prime numbers between 10 and 99 are 11, 13, 17, ...", "the list goes on"],
  ["The factors of 1000 are 1, 2, 4, and so on.", "the list goes on"],
  ["The prime factors of 12 are 2 and 3.", "only some"],
  ["As the sides are prime, the only factors of 385 are 1, 5, 7, 11 and 385.", "only some"],
  ["Suppose a cube has 8 edges.", "a supposition"],
  ["If 127 is even, we halve it.", "a supposition"],
  ["n + 127 is even.", "the end of a sum"],
  ["127 is even closer to 128.", "another meaning"],
  ["14 is a multiple of 4.5", "the value goes on"],
  ["The cube has 6 edges in common with the box.", "a part of them"],
  ["There are 5 days in a week, so 320 / 5 = 64.", "a week of work"],
  ["0.5 is greater than 0.25 by 0.25, and 3 is less than 4x.", "more follows"],
  ["1/2 is greater than 6/20.", "true"],
  ["He slept 2 hours from 8 AM to 11 AM on Monday.", "more follows"],
  ["So the temperature left is 5 - 8 = -3 degrees.", "a scale"],
  ["The number of points left is 5 - 8 = -3.", "points may be negative"],
  ["He has $5 - $8 = -$3 left.", "a debt"],
  ["If 3 more left, there would be 5 - 8 = -3 people left.", "a supposition"],
  ["In row 12 = 3 * 5", "the end of a name"],
  ["1/3 = 0.3", "rounded"],
  ["2.75 = 2.8", "rounded"],
])("is not called false: %s (%s)", (step) => {
  expect(judge(step).verdict).not.toBe("error");
});
