import type { Expr } from "../parse/expr.ts";
import type { AnswerPolicy } from "../policy.ts";
import { type Rational, rationalToNumber } from "../value/rational.ts";

/**
 * Tells whether the policy lets a gold decimal stand for the answer: under `gold_digits`, the answer is within half a unit
 * of the last place that the gold is written with. Whole numbers, fractions and other expressions are exact.
 */
export function isRoundedGold(
  gold: Expr,
  value: Rational,
  answer: () => number,
  policy: AnswerPolicy,
): boolean {
  if (policy.rounding !== "gold_digits") return false;
  const place = lastPlace(gold);
  if (place === undefined || Math.abs(place) > maxPlace) return false;
  const halfUnit = 0.5 * 10 ** place;
  // A little more than half a unit: a tie such as 0.125 for 0.13 may come out of doubles on either side.
  return Math.abs(rationalToNumber(value) - answer()) <= halfUnit * (1 + 1e-9);
}

/** Last places beyond this are not told apart in doubles. */
const maxPlace = 15;

/** The power of ten of the last written place of a decimal, with its sign, percent sign or power of ten. */
function lastPlace(expr: Expr): number | undefined {
  switch (expr.kind) {
    case "number":
      return expr.places === undefined ? undefined : -expr.places;
    case "negate":
      return lastPlace(expr.operand);
    case "percent":
      return shifted(expr.operand, -2);
    case "multiply":
      return shifted(expr.left, powerOfTen(expr.right));
    default:
      return undefined;
  }
}

function shifted(expr: Expr, by: number | undefined): number | undefined {
  const place = lastPlace(expr);
  return place === undefined || by === undefined ? undefined : place + by;
}

/** The whole-number exponent of a power of ten. */
function powerOfTen(expr: Expr): number | undefined {
  return expr.kind === "power" && wholeNumber(expr.left) === 10 ? wholeNumber(expr.right) : undefined;
}

function wholeNumber(expr: Expr): number | undefined {
  if (expr.kind === "negate") {
    const size = wholeNumber(expr.operand);
    return size === undefined ? undefined : -size;
  }
  return expr.kind === "number" && expr.value.d === 1n ? Number(expr.value.n) : undefined;
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
