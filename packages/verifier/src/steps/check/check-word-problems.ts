import type { Fuel } from "../../answer/fuel.ts";
import { addRational, mulRational, type Rational } from "../../answer/value/rational.ts";
import type { Claim } from "../verdict.ts";
import {
  clauseStart,
  type FactPattern,
  type FactText,
  findFacts,
  type Judgement,
  judgeValue,
  numberPattern,
  readNumber,
  valueEnd,
} from "./find-facts.ts";

const number = (name: string) => `(?<${name}>${numberPattern})`;
const says = String.raw`\s+(?:is|are|=|equals|is\s+equal\s+to)\s+(?<said>${numberPattern})${valueEnd}`;

const multiples: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ["half", [1n, 2n]],
  ["twice", [2n, 1n]],
  ["two times", [2n, 1n]],
  ["three times", [3n, 1n]],
  ["four times", [4n, 1n]],
  ["five times", [5n, 1n]],
  ["ten times", [10n, 1n]],
]);
const parts = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** `twice as many as 12 is 24` */
const asMany: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}(?<times>${[...multiples.keys()].join("|")})\s+as\s+(?:many|much)\s+as\s+${number("base")}${says}`,
    "gim",
  ),
  mentions: ["many", "much"],
};
const counts = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
/** `a third of 27 is 9`, `three quarters of 40 is 30` */
const part: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}(?<count>one|${counts.join("|")})[ -](?<part>${[...parts, "fourth"].join("|")})s?\s+of\s+${number("base")}${says}`,
    "gim",
  ),
  mentions: [...parts, "fourth"],
};
/** `5 more than 12 is 17` */
const moreThan: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}${number("by")}\s+(?<way>more|less|fewer)\s+than\s+${number("base")}${says}`,
    "gim",
  ),
  mentions: ["than"],
};
/** `the square of 7 is 49` */
const power: FactPattern = {
  pattern: new RegExp(String.raw`${clauseStart}(?<power>square|cube)\s+of\s+${number("base")}${says}`, "gim"),
  mentions: ["square", "cube"],
};
/** `3 dozen eggs is 36 eggs`: the same things on both sides. */
const dozens: FactPattern = {
  pattern: new RegExp(
    String.raw`${number("count")}\s+dozens?\s+(?<things>[a-z]{3,20})(?:\s*,)?\s+(?:which\s+)?(?:is|are|=|equals?|makes?)\s+(?<said>\d{1,9})\s+\k<things>\b`,
    "gi",
  ),
  mentions: ["dozen"],
};

/** Checks calculations that are told in words: multiples and parts of a number, more and less than it, dozens. */
export function checkWordProblems(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  const find = (pattern: FactPattern, evaluate: (groups: Readonly<Record<string, string>>) => Rational) =>
    findFacts(
      step,
      pattern,
      ({ groups = {} }): Judgement => judgeValue(evaluate(groups), groups["said"] ?? "0", fuel),
    );
  const read = (written = "0") => readNumber(written, fuel);
  return [
    ...find(asMany, ({ times = "", base }) => {
      const [n, d] = multiples.get(times.toLowerCase().replace(/\s+/g, " ")) ?? [1n, 1n];
      return mulRational({ n, d }, read(base), fuel);
    }),
    ...find(part, ({ count = "", part: name = "", base }) => {
      const times = BigInt(Math.max(1, counts.indexOf(count.toLowerCase()) + 1));
      const word = name.toLowerCase() === "fourth" ? "quarter" : name.toLowerCase();
      return mulRational(read(base), { n: times, d: BigInt(parts.indexOf(word) + 2) }, fuel);
    }),
    ...find(moreThan, ({ by, way = "", base }) => {
      const { n, d } = read(by);
      return addRational(read(base), way.toLowerCase() === "more" ? { n, d } : { n: -n, d }, fuel);
    }),
    ...find(power, ({ power: name = "", base }) => {
      const value = read(base);
      const square = mulRational(value, value, fuel);
      return name.toLowerCase() === "square" ? square : mulRational(square, value, fuel);
    }),
    ...find(dozens, ({ count }) => mulRational(read(count), { n: 12n, d: 1n }, fuel)),
  ];
}
