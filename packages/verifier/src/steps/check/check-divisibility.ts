import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import { type FactPattern, type FactText, findFacts, type Judgement } from "./find-facts.ts";
import { formulaEnd, formulaStart } from "./formula-edges.ts";
import { wholeNumber, wholeSubject } from "./whole-subject.ts";

/** Nothing follows that would make another number of it or add one to it: `63 is not divisible by 2, 5 or 7`. */
const alone = String.raw`(?!\d|[A-Za-z]|[.,]\d|,\s*\d|\s*(?:[-+*/^(]|\\(?!text))|,?\s+(?:and|or|nor)\s+(?:by\s+)?(?:\$|\\\(\s?)?\d)`;
const no = String.raw`(?<no>\s+not|n['’]t)?`;

/** `63 is divisible by 7`, `63 is not a multiple of 8` */
const divisible: FactPattern = {
  pattern: new RegExp(
    String.raw`${wholeSubject}is${no}\s+(?:(?:evenly\s+)?divisible\s+by|a\s+multiple\s+of)\s+${wholeNumber("divisor")}${alone}`,
    "gim",
  ),
  mentions: ["divisible", "multiple of"],
  hasOwnWords: true,
};
/** `7 divides 63`, `7 does not divide 64` */
const divides: FactPattern = {
  pattern: new RegExp(
    String.raw`${wholeSubject}(?:divides|(?<no>does\s*n['’]?o?t\s+divide|is\s+not\s+a\s+(?:divisor|factor)\s+of)|is\s+a\s+(?:divisor|factor)\s+of)\s+${wholeNumber("whole")}${alone}(?!\s+(?:by|into|in|equally|among)\b)`,
    "gim",
  ),
  mentions: ["divide", "divisor of", "factor of"],
  hasOwnWords: true,
};
/** `7 \mid 63`, `7 \nmid 64` */
const bar: FactPattern = {
  pattern: new RegExp(
    String.raw`${formulaStart}(?<number>\d{1,12})\s*(?:\\mid\b|∣|(?<no>\\nmid\b|∤))\s*(?<whole>\d{1,12})${formulaEnd}`,
    "g",
  ),
  mentions: ["mid", "∣", "∤"],
  hasOwnWords: true,
};

/** Checks which numbers divide which, said in words or with a bar. */
export function checkDivisibility(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  return [
    ...findFacts(step, divisible, ({ groups = {} }) =>
      judgeDivisor(groups["number"], groups["divisor"], groups["no"] === undefined),
    ),
    ...[divides, bar].flatMap((pattern) =>
      findFacts(step, pattern, ({ groups = {} }) =>
        judgeDivisor(groups["whole"], groups["number"], groups["no"] === undefined),
      ),
    ),
  ];
}

function judgeDivisor(whole = "0", divisor = "0", isSaid: boolean): Judgement {
  const [n, d] = [BigInt(whole), BigInt(divisor)];
  if (d === 0n) return isSaid ? { expected: "no number is divisible by 0" } : "true";
  if ((n % d === 0n) === isSaid) return "true";
  return { expected: isSaid ? `remainder ${n % d}` : `${n} = ${d} * ${n / d}` };
}
