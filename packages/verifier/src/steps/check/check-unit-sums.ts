import type { Fuel } from "../../answer/fuel.ts";
import { addRational, mulRational, type Rational, zero } from "../../answer/value/rational.ts";
import type { Claim } from "../verdict.ts";
import {
  clauseStart,
  type FactPattern,
  type FactText,
  findFacts,
  type Judgement,
  judgeValue,
  readNumber,
} from "./find-facts.ts";
import {
  amountEnd,
  factorBetween,
  holdsAmount,
  mayBeOfWork,
  nameUnit,
  unitMentions,
  unitPattern,
} from "./units-of-a-kind.ts";

const number = String.raw`\d{1,9}(?:\.\d{1,6})?`;
const joint = String.raw`\s*(?:\+|-|−|\band\b|\bplus\b|\bminus\b|,)?\s*`;

/** `1 hour + 30 minutes = 90 minutes`, `5 feet 3 inches is 63 inches` */
const sum: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}(?<terms>${number}\s+${unitPattern}\b(?:${joint}${number}\s+${unitPattern}\b){1,3})\s*(?:=|\bis\b|\bare\b|\bequals?\b|\bis\s+equal\s+to\b)\s*(?<said>${number})\s+(?<into>${unitPattern})${amountEnd}`,
    "gim",
  ),
  mentions: unitMentions,
};
const term = new RegExp(
  String.raw`(?<sign>-|−|\bminus\b)?\s*(?<number>${number})\s+(?<unit>${unitPattern})\b`,
  "gi",
);

/** Checks sums of amounts in different units of one kind. */
export function checkUnitSums(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  if (!holdsAmount(step.text)) return [];
  return findFacts(step, sum, ({ groups: { terms = "", said = "0", into = "" } = {} }): Judgement => {
    const value = addUp(terms, nameUnit(into), fuel);
    return value === undefined ? "unknown" : judgeValue(value, said, fuel);
  });
}

/** The sum in a unit; undefined where all are in that unit, of different kinds, or may be counted in hours of work. */
function addUp(terms: string, into: string, fuel: Fuel): Rational | undefined {
  let total = zero;
  let isMixed = false;
  for (const { groups: { sign, number: amount = "0", unit: written = "" } = {} } of terms.matchAll(term)) {
    const unit = nameUnit(written);
    const factor = factorBetween(unit, into);
    if (factor === undefined || mayBeOfWork(unit) || mayBeOfWork(into)) return undefined;
    isMixed ||= unit !== into;
    const value = mulRational(readNumber(amount, fuel), factor, fuel);
    total = addRational(total, sign === undefined ? value : { n: -value.n, d: value.d }, fuel);
  }
  return isMixed ? total : undefined;
}
