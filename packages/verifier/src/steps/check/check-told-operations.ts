import type { Fuel } from "../../answer/fuel.ts";
import {
  addRational,
  divRational,
  mulRational,
  type Rational,
  sameRational,
} from "../../answer/value/rational.ts";
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
/** What follows makes another value of the number, or tells it in a larger unit: `adding 30 to 45 gives 1 hour 15`. */
const otherValue = String.raw`(?!√|,?\s+(?:with\s|remainder|r\b|R\b|hours?|hrs?|minutes?|days?|weeks?|months?|years?|feet|yards?|met(?:er|re)s?|kilomet|km|dollars?|dozens?|in\s+(?:Z|base|mod|binary)))`;
const gives = String.raw`,?\s+(?:(?:we\s+)?(?:gives?|gets?|yields?|equals?|makes|have|obtain)|is|=|results\s+in)(?:\s+us)?\s+(?<said>${numberPattern})${valueEnd}${otherValue}`;

/** `doubling 12 gives 24`, `squaring 5 gives 25` */
const single: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}(?:by\s+)?(?<verb>doubling|tripling|quadrupling|halving|squaring|cubing)\s+${number("base")}${gives}`,
    "gim",
  ),
  mentions: ["doubling", "tripling", "quadrupling", "halving", "squaring", "cubing"],
};
/** `subtracting 8 from 20 gives 12`, `adding 5 to 7 gives 12`, `dividing 24 by 4 gives 6` */
const double: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}(?:by\s+)?(?<verb>subtracting|adding|multiplying|dividing)\s+${number("first")}\s+(?<link>from|to|by)\s+${number("second")}${gives}`,
    "gim",
  ),
  mentions: ["subtracting", "adding", "multiplying", "dividing"],
};
/** `24 divided among 4 is 6`, `24 cookies split among 4 friends is 6` */
const shared: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}${number("first")}(?:\s+[a-z]{3,20})?\s+(?:divided|split|shared)(?:\s+(?:equally|evenly))?\s+(?:among|between|amongst)\s+(?<second>\d{1,9})(?:\s+[a-z]{3,20})??${gives}`,
    "gim",
  ),
  mentions: ["among", "between"],
};

/** Checks operations that are told by their verbs: doubling, halving, adding to, subtracting from, sharing among. */
export function checkToldOperations(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  const find = (pattern: FactPattern, evaluate: (groups: Groups) => Rational | undefined) =>
    findFacts(step, pattern, ({ groups = {} }): Judgement => {
      const value = evaluate(groups);
      return value === undefined ? "unknown" : judgeResult(value, groups["said"] ?? "0", fuel);
    });
  return [
    ...find(single, ({ verb = "", base = "0" }) =>
      operateOnOne(verb.toLowerCase(), readNumber(base, fuel), fuel),
    ),
    ...find(double, ({ verb = "", link = "", first = "0", second = "0" }) =>
      operateOnTwo(
        `${verb} ${link}`.toLowerCase(),
        [readNumber(first, fuel), readNumber(second, fuel)],
        fuel,
      ),
    ),
    ...find(shared, ({ first = "0", second = "0" }) =>
      operateOnTwo("dividing by", [readNumber(first, fuel), readNumber(second, fuel)], fuel),
    ),
  ];
}

type Groups = Readonly<Record<string, string>>;

/** `adding 5 to 9 gives 2`: hours of a clock may be meant. `subtracting 20 from 8 gives 12` tells a difference without its sign. */
function judgeResult(value: Rational, said: string, fuel: Fuel): Judgement {
  const judgement = judgeValue(value, said, fuel);
  const given = readNumber(said, fuel);
  const isHour = value.d === 1n && given.d === 1n && given.n >= 0n && given.n <= 24n;
  const isTurned = sameRational(value, { n: -given.n, d: given.d });
  if (judgement === "true") return judgement;
  return isTurned || (isHour && (value.n - given.n) % 12n === 0n) ? "unknown" : judgement;
}

function operateOnOne(verb: string, value: Rational, fuel: Fuel): Rational | undefined {
  const square = () => mulRational(value, value, fuel);
  switch (verb) {
    case "doubling":
      return mulRational(value, { n: 2n, d: 1n }, fuel);
    case "tripling":
      return mulRational(value, { n: 3n, d: 1n }, fuel);
    case "quadrupling":
      return mulRational(value, { n: 4n, d: 1n }, fuel);
    case "halving":
      return divRational(value, { n: 2n, d: 1n }, fuel);
    case "squaring":
      return square();
    case "cubing":
      return mulRational(square(), value, fuel);
    default:
      return undefined;
  }
}

function operateOnTwo(
  operation: string,
  [first, second]: readonly [Rational, Rational],
  fuel: Fuel,
): Rational | undefined {
  switch (operation) {
    case "subtracting from":
      return addRational(second, { n: -first.n, d: first.d }, fuel);
    case "adding to":
      return addRational(first, second, fuel);
    case "multiplying by":
      return mulRational(first, second, fuel);
    case "dividing by":
      return second.n === 0n ? undefined : divRational(first, second, fuel);
    default:
      return undefined;
  }
}
