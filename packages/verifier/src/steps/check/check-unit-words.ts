import type { Fuel } from "../../answer/fuel.ts";
import { mulRational, type Rational } from "../../answer/value/rational.ts";
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

/** Units of one kind, each as a multiple of the smallest. */
const families: readonly Readonly<Record<string, bigint>>[] = [
  { second: 1n, minute: 60n, hour: 3600n, day: 86_400n, week: 604_800n },
  { month: 1n, year: 12n },
  { inch: 1n, foot: 12n, yard: 36n, mile: 63_360n },
  { millimeter: 1n, centimeter: 10n, meter: 1000n, kilometer: 1_000_000n },
  { gram: 1n, kilogram: 1000n },
  { milliliter: 1n, liter: 1000n },
  { cent: 1n, dollar: 100n },
];
/** Days, weeks and years may be those of work or school: `he works 8 hours a day, so 3 days are 24 hours`. */
const ofWork: ReadonlySet<string> = new Set(["day", "week", "month", "year"]);
/** A conversion is wrong by less than this factor. */
const maxRatio = 3;
const plurals: Readonly<Record<string, string>> = { feet: "foot", inches: "inch" };
const names = [...families.flatMap(Object.keys), ...Object.keys(plurals)];
const unitNames = names.map((name) => `${name}s?`).join("|");

/** An amount in one of the units; most texts hold none. */
const amount = new RegExp(String.raw`\d\s+(?:${names.join("|")})`, "i");

/** `2 hours is 120 minutes`, `5 feet = 60 inches` */
const conversion: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}(?<from>\d{1,9}(?:\.\d{1,6})?)\s+(?<unit>${unitNames})\s+(?:=|is|are|equals?|is\s+equal\s+to)\s+(?<said>${numberPattern})\s+(?<into>${unitNames})\b(?!\s*[-+*/×÷^(]|\s+(?:and|plus|times|minus|\d|per|more|less|longer|shorter|a|an|each))`,
    "gim",
  ),
  mentions: names,
};

/** Checks amounts that are told again in another unit of the same kind. */
export function checkUnitWords(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  if (!amount.test(step.text)) return [];
  return findFacts(step, conversion, ({ groups = {} }): Judgement => {
    const { from = "0", unit = "", said = "0", into = "" } = groups;
    const [larger, smaller] = [singular(unit), singular(into)];
    const factor = factorBetween(larger, smaller);
    if (factor === undefined) return "unknown";
    const judgement = judgeValue(mulRational(readNumber(from, fuel), factor, fuel), said, fuel);
    if (judgement === "true") return judgement;
    // On a map, 1 inch = 5 miles: what is far off is no conversion.
    const ratio = (toNumber(said) / toNumber(from)) * (Number(factor.d) / Number(factor.n));
    const isConversion = ratio > 1 / maxRatio && ratio < maxRatio;
    return isConversion && !ofWork.has(larger) && !ofWork.has(smaller) ? judgement : "unknown";
  });
}

function toNumber(written: string): number {
  return Number(written.replace(/[$,]/g, ""));
}

function singular(name: string): string {
  const lower = name.toLowerCase();
  return plurals[lower] ?? lower.replace(/s$/, "");
}

/** Undefined for units of different kinds, and for a unit and itself: `5 feet are 3 feet` tells something else. */
function factorBetween(unit: string, into: string): Rational | undefined {
  if (unit === into) return undefined;
  for (const family of families) {
    const [n, d] = [family[unit], family[into]];
    if (n !== undefined && d !== undefined) return { n, d };
  }
  return undefined;
}
