import type { Fuel } from "../../answer/fuel.ts";
import { addRational, divRational, mulRational, type Rational } from "../../answer/value/rational.ts";
import type { Claim } from "../verdict.ts";
import {
  clauseStart,
  type FactPattern,
  type FactText,
  findFacts,
  greatestDivisor,
  type Judgement,
  judgeValue,
  numberPattern,
  readNumber,
  valueEnd,
} from "./find-facts.ts";

const list = String.raw`(?<list>${numberPattern}(?:(?:,\s+(?:and\s+)?|\s+and\s+)${numberPattern}){1,29})`;
const says = String.raw`\s+(?:is|=|equals|is\s+equal\s+to)\s+(?<said>${numberPattern})${valueEnd}`;
const names = [
  "sum",
  "product",
  "difference",
  "average",
  "mean",
  "median",
  "largest",
  "smallest",
  "maximum",
  "minimum",
  "gcd",
  String.raw`greatest\s+common\s+(?:divisor|factor)`,
  String.raw`highest\s+common\s+factor`,
  "lcm",
  String.raw`(?:least|lowest)\s+common\s+multiple`,
].join("|");

/** `the sum of 3, 4 and 5 is 12` */
const summary: FactPattern = {
  pattern: new RegExp(
    `${clauseStart}(?<name>${names})\\s+(?:of|between)\\s+(?:the\\s+numbers\\s+)?${list}${says}`,
    "gim",
  ),
  mentions: [
    "sum",
    "product",
    "difference",
    "average",
    "mean",
    "median",
    "largest",
    "smallest",
    "maximum",
    "minimum",
    "gcd",
    "common",
    "lcm",
  ],
};
/** `the sum of the digits of 1234 is 10` */
const digits: FactPattern = {
  pattern: new RegExp(
    `${clauseStart}sum\\s+of\\s+the\\s+digits\\s+(?:of|in)\\s+(?<whole>\\d{1,30})${says}`,
    "gim",
  ),
  mentions: ["digits"],
};
/** `12 has 6 positive divisors` */
const divisors: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}(?<whole>\d{1,9})\s+has\s+(?:exactly\s+)?(?<said>\d{1,4})\s+positive\s+(?:integer\s+)?(?:divisors|factors)\b`,
    "gim",
  ),
  mentions: ["divisors", "factors"],
};

/** Checks what is said of listed numbers (sum, product, mean, median, extremes, common divisors), digits and divisors. */
export function checkListFacts(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  return [
    ...findFacts(step, summary, ({ groups = {} }) => judgeSummary(groups, fuel)),
    ...findFacts(step, digits, ({ groups: { whole = "", said = "" } = {} }) => {
      const sum = [...whole].reduce((total, digit) => total + BigInt(digit), 0n);
      return judgeValue({ n: sum, d: 1n }, said, fuel);
    }),
    ...findFacts(step, divisors, ({ groups: { whole = "", said = "" } = {} }) =>
      judgeValue({ n: countDivisors(Number(whole), fuel), d: 1n }, said, fuel),
    ),
  ];
}

function judgeSummary(groups: Readonly<Record<string, string>>, fuel: Fuel): Judgement {
  const { name = "", list: listed = "", said = "" } = groups;
  const numbers = (listed.match(new RegExp(numberPattern, "g")) ?? []).map((text) => readNumber(text, fuel));
  const value = summarise(name.toLowerCase().replace(/\s+/g, " "), numbers, fuel);
  if (value === undefined) return "unknown";
  const judgement = judgeValue(value, said, fuel);
  // The difference of two numbers is told without its sign.
  if (name.toLowerCase() !== "difference" || typeof judgement === "string") return judgement;
  return judgeValue({ n: -value.n, d: value.d }, said, fuel) === "true" ? "true" : judgement;
}

function summarise(name: string, numbers: readonly Rational[], fuel: Fuel): Rational | undefined {
  const [first, second] = numbers;
  if (first === undefined || second === undefined) return undefined;
  const sum = () => numbers.reduce((total, number) => addRational(total, number, fuel));
  const count = { n: BigInt(numbers.length), d: 1n };
  switch (name) {
    case "sum":
      return sum();
    case "product":
      return numbers.reduce((total, number) => mulRational(total, number, fuel));
    case "difference":
      return numbers.length === 2 ? addRational(first, { n: -second.n, d: second.d }, fuel) : undefined;
    case "average":
    case "mean":
      return divRational(sum(), count, fuel);
    case "median":
      return medianOf(sort(numbers), fuel);
    case "largest":
    case "maximum":
      return sort(numbers).at(-1);
    case "smallest":
    case "minimum":
      return sort(numbers)[0];
    default:
      return commonOf(name, numbers);
  }
}

function sort(numbers: readonly Rational[]): Rational[] {
  return [...numbers].sort((a, b) => (a.n * b.d < b.n * a.d ? -1 : 1));
}

function medianOf(sorted: readonly Rational[], fuel: Fuel): Rational | undefined {
  const half = sorted.length >> 1;
  const [low, high] = [sorted[half - 1], sorted[half]];
  if (low === undefined || high === undefined) return undefined;
  return sorted.length % 2 === 1 ? high : divRational(addRational(low, high, fuel), { n: 2n, d: 1n }, fuel);
}

function commonOf(name: string, numbers: readonly Rational[]): Rational | undefined {
  if (numbers.some(({ n, d }) => d !== 1n || n <= 0n)) return undefined;
  const wholes = numbers.map(({ n }) => n);
  const isMultiple = name === "lcm" || name.endsWith("multiple");
  const n = wholes.reduce((a, b) => (isMultiple ? (a / greatestDivisor(a, b)) * b : greatestDivisor(a, b)));
  return { n, d: 1n };
}

function countDivisors(whole: number, fuel: Fuel): bigint {
  let [rest, count] = [whole, 1];
  for (let prime = 2; prime * prime <= rest; prime++) {
    fuel.spend(1);
    let power = 0;
    while (rest % prime === 0) {
      rest /= prime;
      power++;
    }
    count *= power + 1;
  }
  return BigInt(rest > 1 ? count * 2 : count);
}
