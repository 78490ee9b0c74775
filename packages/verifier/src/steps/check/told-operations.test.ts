import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(step: string) {
  const verdict = checkSteps({ problem: "", trace: [step] });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict.steps[0]!;
}

test.each([
  ["Doubling 12 gives 26.", "24", "Doubling 12 gives 24."],
  ["Then halving 50, we get 24.", "25", "Then halving 50, we get 25."],
  ["Cubing 3 gives 9.", "27", "Cubing 3 gives 27."],
  ["Three quarters of 40 is 20.", "30", "Three quarters of 40 is 30."],
  ["So two fifths of 40 is 20.", "16", "So two fifths of 40 is 16."],
  ["24 divided among 4 is 8.", "6", "24 divided among 4 is 6."],
  [
    "24 cookies split evenly among 4 friends gives 8 each.",
    "6",
    "24 cookies split evenly among 4 friends gives 6 each.",
  ],
  ["Subtracting 8 from 20 gives 14.", "12", "Subtracting 8 from 20 gives 12."],
  ["Adding 5 to 70 gives 76.", "75", "Adding 5 to 70 gives 75."],
  ["Multiplying 6 by 7 gives 43.", "42", "Multiplying 6 by 7 gives 42."],
  ["By dividing $24 by 4, we get $8.", "6", "By dividing $24 by 4, we get $6."],
  ["1+2+\\dots+100 = 5000", "5050", "1+2+\\dots+100 = 5050"],
  ["So $1 + 3 + 5 + \\cdots + 99 = 2550$.", "2500", "So $1 + 3 + 5 + \\cdots + 99 = 2500$."],
  ["3 + 6 + 9 + ... + 30 = 160", "165", "3 + 6 + 9 + ... + 30 = 165"],
])("is false: %s (%s); holds: %s", (wrong, expected, right) => {
  expect(judge(wrong)).toMatchObject({ verdict: "error", error: { expected } });
  expect(judge(right)).toMatchObject({ verdict: "ok" });
});

test.each([
  ["Adding 5 to 9 gives 2.", "a clock"],
  ["Adding 30 to 45 gives 1 hour 15 minutes.", "another unit"],
  ["Subtracting 20 from 8 gives 12.", "without its sign"],
  ["Dividing 25 by 4 gives 6 remainder 1.", "a quotient with remainder"],
  ["Halving 7 gives 3.", "rounded"],
  ["Multiplying 6 by 7 gives 4 * 10 + 2.", "the value goes on"],
  ["Adding 3 to twice 5 gives 13.", "part of a larger calculation"],
  ["Adding 3 and doubling 12 gives 27.", "part of a larger calculation"],
  ["If adding 5 to 70 gives 76, then stop.", "a supposition"],
  ["Three quarters of 41 is 30.", "rounded"],
  ["1 + 4 + \\dots + 100 = 385", "squares"],
  ["1 + 2 + \\dots + 64 = 127", "powers"],
  ["1 + 2 + 4 + \\dots + 64 = 127", "powers"],
  ["5 - 1 + 2 + 3 + \\dots + 10 = 58", "the end of a sum"],
  ["1 + 2 + 3 + \\dots + 10 = 50 + 5", "the value goes on"],
])("is not called false: %s (%s)", (step) => {
  expect(judge(step).verdict).not.toBe("error");
});
