import type { Fuel } from "../../answer/fuel.ts";
import { mulRational } from "../../answer/value/rational.ts";
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
} from "./find-facts.ts";
import {
  amountEnd,
  differByTens,
  factorBetween,
  holdsAmount,
  mayBeOfWork,
  nameUnit,
  unitMentions,
  unitPattern,
} from "./units-of-a-kind.ts";

/** A conversion is wrong by less than this factor, or by a point that moved one place. */
const maxRatio = 3;
const is = String.raw`\s+(?:=|is|are|equals?|is\s+equal\s+to)\s+`;

/** `2 hours is 120 minutes`, `5 feet = 60 inches` */
const conversion: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}(?<from>\d{1,9}(?:\.\d{1,6})?)\s+(?<unit>${unitPattern})${is}(?<said>${numberPattern})\s+(?<into>${unitPattern})${amountEnd}`,
    "gim",
  ),
  mentions: unitMentions,
};
/** `$3.50 is 350 cents` */
const cents: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}\$(?<from>\d{1,9}(?:\.\d{1,2})?)${is}(?<said>\d{1,9})\s+(?<into>cents)${amountEnd}`,
    "gim",
  ),
  mentions: ["cents"],
};
/** On a map, 1 inch = 5 miles. */
const scaleWords = /\b(?:maps?|scaled?|models?|drawings?|blueprints?|represents?|miniature|replica)\b/i;

/** Tells whether lengths of a text may be measured on something that is drawn or built to a scale. */
export function mayBeToScale(text: string): boolean {
  return scaleWords.test(text);
}

/** Checks amounts that are told again in another unit of the same kind. `isToScale`: lengths may stand for others. */
export function checkUnitWords(step: FactText, isToScale: boolean, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  if (!holdsAmount(step.text)) return [];
  return [conversion, cents].flatMap((pattern) =>
    findFacts(step, pattern, ({ groups = {} }) => judgeConversion(groups, isToScale, fuel)),
  );
}

function judgeConversion(
  { from = "0", unit = "dollar", said = "0", into = "" }: Readonly<Record<string, string>>,
  isToScale: boolean,
  fuel: Fuel,
): Judgement {
  const [larger, smaller] = [nameUnit(unit), nameUnit(into)];
  // "5 feet are 3 feet" tells something else.
  const factor = larger === smaller ? undefined : factorBetween(larger, smaller);
  if (factor === undefined) return "unknown";
  const judgement = judgeValue(mulRational(readNumber(from, fuel), factor, fuel), said, fuel);
  if (judgement === "true") return judgement;
  // What is far off is no conversion.
  const ratio = (toNumber(said) / toNumber(from)) * (Number(factor.d) / Number(factor.n));
  const isPointMoved = [0.1, 10].some((tens) => Math.abs(ratio / tens - 1) < 1e-9);
  const isConversion =
    (ratio > 1 / maxRatio && ratio < maxRatio) ||
    (isPointMoved && differByTens(larger, smaller) && !isToScale);
  return isConversion && !mayBeOfWork(larger) && !mayBeOfWork(smaller) ? judgement : "unknown";
}

function toNumber(written: string): number {
  return Number(written.replace(/[$,]/g, ""));
}
