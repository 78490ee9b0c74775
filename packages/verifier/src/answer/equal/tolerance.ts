import type { AnswerPolicy } from "../policy.ts";
import { type Rational, rationalToNumber } from "../value/rational.ts";

/**
 * Tells whether the policy lets a gold decimal stand for the answer: under `gold_digits`, the answer is within half a unit
 * of the last place of the gold. Only golds with places after the point are rounded.
 */
export function isRoundedGold(gold: Rational, answer: () => number, policy: AnswerPolicy): boolean {
  if (policy.rounding !== "gold_digits") return false;
  const places = decimalPlaces(gold.d);
  if (places === undefined || places === 0) return false;
  const halfUnit = 0.5 * 10 ** -places;
  // A little more than half a unit: a tie such as 0.125 for 0.13 may come out of doubles on either side.
  return Math.abs(rationalToNumber(gold) - answer()) <= halfUnit * (1 + 1e-9);
}

/** Most places that are looked for. */
const maxPlaces = 15;

/** Places after the point of a decimal with this denominator in lowest terms; undefined for other fractions. */
function decimalPlaces(denominator: bigint): number | undefined {
  let power = 1n;
  for (let places = 0; places <= maxPlaces; places++) {
    if (power % denominator === 0n) return places;
    power *= 10n;
  }
  return undefined;
}

/**
 * Tells whether the policy's tolerance accepts a pair of real numbers (gold, answer). The numbers are computed only
 * when a tolerance is set; NaN is never close to anything.
 */
export function isWithinTolerance(numbers: () => readonly [number, number], policy: AnswerPolicy): boolean {
  if (policy.absoluteTolerance <= 0 && policy.relativeTolerance <= 0) return false;
  const [gold, answer] = numbers();
  const difference = Math.abs(gold - answer);
  return difference <= policy.absoluteTolerance || difference <= policy.relativeTolerance * Math.abs(gold);
}
