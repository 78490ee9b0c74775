import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(step: string) {
  const verdict = checkSteps({ problem: "", trace: [step] });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict.steps[0]!;
}

test.each([
  ["gcd(48, 36) = 6", "12", "gcd(48, 36) = 12"],
  ["So \\(\\gcd(48, 36, 8) = 12\\).", "4", "So \\(\\gcd(48, 36, 8) = 4\\)."],
  ["\\operatorname{lcm}(4, 6) = 24", "12", "\\operatorname{lcm}(4, 6) = 12"],
  ["gcd(48, 36) = 12 and lcm(48, 36) = 72", "144", "gcd(48, 36) = 12 and lcm(48, 36) = 144"],
  ["\\log_2 32 = 6", "5", "\\log_2 32 = 5"],
  ["Here $\\log_{3}(81) = 3$.", "4", "Here $\\log_{3}(81) = 4$."],
  ["There are 5! = 125 orders.", "120", "There are 5! = 120 orders."],
  ["$20! = 2,432,902,008,176,640,001$", "2432902008176640000", "$20! = 2,432,902,008,176,640,000$"],
  ["47 mod 5 = 3", "2", "47 mod 5 = 2"],
  ["\\[ 47 \\bmod 5 = 3 \\]", "2", "\\[ 47 \\bmod 5 = 2 \\]"],
  ["\\(47 \\equiv 3 \\pmod 5\\)", "2 (mod 5)", "\\(47 \\equiv 2 \\pmod 5\\)"],
  ["Clearly $7 \\mid 64$.", "remainder 1", "Clearly $7 \\mid 63$."],
  ["Since $7 \\nmid 63$, we stop.", "63 = 7 * 9", "Since $7 \\nmid 64$, we stop."],
  ["7 divides 64.", "remainder 1", "7 divides 63."],
  ["So 7 does not divide 63.", "63 = 7 * 9", "So 7 does not divide 64."],
  ["7 is a factor of 64.", "remainder 1", "7 is a factor of 63."],
  ["63 is not divisible by 7.", "63 = 7 * 9", "64 is not divisible by 7."],
  ["So 64 isn't a multiple of 8.", "64 = 8 * 8", "So 63 isn't a multiple of 8."],
  [
    "The number \\(63\\) is not divisible by \\(7\\).",
    "63 = 7 * 9",
    "The number \\(63\\) is not divisible by \\(8\\).",
  ],
  ["So $7$ divides $64$.", "remainder 1", "So $7$ divides $63$."],
  ["17 is not prime.", "17 is prime", "18 is not prime."],
  ["But 17 is not a prime number.", "17 is prime", "But 51 is not a prime number."],
  ["9 is not composite.", "divisible by 3", "7 is not composite."],
  ["50 is a perfect square.", "between 7^2 and 8^2", "49 is a perfect square."],
  ["49 is not a perfect square.", "49 = 7^2", "50 is not a perfect square."],
  ["So 25 is a perfect cube.", "between 2^3 and 3^3", "So 27 is a perfect cube."],
  ["The square root of 49 is 8.", "7", "The square root of 49 is 7."],
  ["The cube root of 64 is 8.", "4", "The cube root of 64 is 4."],
  ["The square root of 50 is 7.5.", "≈ 7.07107", "The square root of 64 is 8.0."],
])("is false: %s (%s); holds: %s", (wrong, expected, right) => {
  expect(judge(wrong)).toMatchObject({ verdict: "error", error: { expected } });
  expect(judge(right)).toMatchObject({ verdict: "ok" });
});

test.each([
  ["2 gcd(48, 36) = 24", "a factor before it"],
  ["a - gcd(48, 36) = 6", "the end of a difference"],
  ["gcd(48, 36) = 6 * 2", "the value goes on"],
  ["gcd(1,000, 25, 5) = 25", "two numbers or three"],
  ["\\frac{5!}{3!} = 20", "a part of a fraction"],
  ["3 \\cdot 5! = 360", "the end of a product"],
  ["5!=125", "may say that they differ"],
  ["5! = 10 \\cdot 12", "the value goes on"],
  ["\\log_2 10 = 3", "rounded"],
  ["3 + \\log_2 32 = 8", "the end of a sum"],
  ["\\log_2 3 \\cdot \\log_2 32 = 8", "the end of a product"],
  ["47 mod 5 = 12 mod 5", "another number of the class"],
  ["47 mod 5 = 12", "another number of the class"],
  ["2^10 mod 7 = 2", "a power"],
  ["3 * 47 mod 5 = 1", "the end of a product"],
  ["P(3 \\mid 5) = 2", "a probability"],
  ["\\{2 \\mid 5\\}", "a set"],
  ["7 \\mid 64 - 1", "the value goes on"],
  ["If 7 \\mid 64, then we go on.", "a supposition"],
  ["Then 7 \\mid 64, a contradiction.", "an absurdity"],
  ["63 is not divisible by 2 or 7.", "more follows"],
  ["63 is not divisible by $7$ or 2.", "more follows"],
  ["\\(63\\) is divisible by \\(2\\)x.", "the value goes on"],
  ["\\(n + 63\\) is divisible by \\(8\\).", "the end of a sum"],
  ["63 is not divisible by 7 and 2.", "both at once"],
  ["Is 63 not divisible by 7?", "a question"],
  ["It is false that 63 is not divisible by 7.", "rejected"],
  ["7 divides 64 into parts.", "another meaning"],
  ["n + 50 is a perfect square.", "the end of a sum"],
  ["17 is not prime to 34.", "another meaning"],
  ["1 is not composite.", "neither is said"],
  ["The square root of 50 is 7.", "rounded"],
  ["The square root of 50 is 5√2.", "the value goes on"],
  ["4 times the square root of 49 is 28.", "part of a larger calculation"],
])("is not called false: %s (%s)", (step) => {
  expect(judge(step).verdict).not.toBe("error");
});
