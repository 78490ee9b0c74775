import type { Fuel } from "../fuel.ts";
import type { Expr } from "../parse/expr.ts";
import { childrenOf, hasSymbol, someExpr } from "../parse/expr-walk.ts";
import { bitLength, type Rational } from "../value/rational.ts";
import { type Ball, BallField, isAroundZero, NoBall, topBit } from "./ball.ts";
import type { CompareContext } from "./compare-context.ts";
import type { ComplexBall } from "./complex-ball.ts";
import { BallEvaluator } from "./evaluate-ball.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";
import { hasIntegerRule, sampleRational } from "./sample-point.ts";
import { needsWholeNumbers, wholeNames } from "./whole-numbers.ts";

/** Working precision in bits, before the bits of the literals are added. */
const basePrecision = 192;
/** Most extra bits for long literals. */
const maxExtraBits = 4096;
/** Extra bits from which a look at the base precision comes first: values far apart need no more. */
const cheapExtraBits = 512;
/** Bits to which two values must agree to be accepted as equal. */
const bitsToAgree = 150;
/** The same for the confirmation. */
const confirmPrecision = 704;
const bitsToConfirm = 640;
/** Points tried, and points that must agree, for expressions with variables. */
const pointsTried = 6;
const pointsToAgree = 3;
/** The same where variables are whole numbers: sin(nπ/2) is 0 at every other one. */
const wholePointsTried = 24;
const wholePointsToAgree = 20;
/** The same beside factorials, which have no value at some: n² is 2^n at 2 and 4. */
const factorialPointsTried = 80;
const factorialPointsToAgree = 12;

/**
 * Compares two expressions at high precision: balls that do not meet refute; agreement beyond the precision that the
 * literals could hide in (at every point, for expressions with variables) is confirmed once at a much higher precision
 * and then accepted as equality. A term too small to count at that precision (`π + e^{-1000}`) leaves the pair undecided.
 * What remains: constants that differ by less than 2^-640 of their size, without such a term, would be taken as equal.
 */
export function compareByBalls(
  gold: Expr,
  answer: Expr,
  isConstant: boolean,
  context: CompareContext,
): Outcome {
  const extra = Math.min(maxExtraBits, 64 * Math.ceil((literalBits(gold) + literalBits(answer)) / 32));
  const sampler = samplerOf(gold, answer, context);
  if (extra > cheapExtraBits && isRefutedCheaply(gold, answer, sampler(0), context.fuel))
    return differentBy("numeric");
  const field = new BallField(basePrecision + extra, context.fuel);
  const tally = { agreed: 0, goldOnly: 0, agreedAt: 0 };
  const { tried, needed } = pointsFor(gold, answer, isConstant, context);
  for (let point = 0; point < tried && tally.agreed < needed; point++) {
    const evaluator = new BallEvaluator(field, sampler(point));
    const a = enclose(gold, evaluator);
    if (a === undefined) continue;
    const b = encloseOr(answer, evaluator);
    if (b instanceof NoBall) {
      if (!b.isOnCut) tally.goldOnly++;
      continue;
    }
    const verdict = compareEnclosures(a, b, { field, bits: bitsToAgree + extra });
    if (verdict === "different") return differentBy("numeric");
    if (verdict !== "agree") continue;
    tally.agreed++;
    tally.agreedAt = point;
  }
  if (tally.agreed >= needed) {
    if (mayHideSteps(gold, answer)) return undecidedOutcome;
    return confirm(gold, answer, { extra, symbol: sampler(tally.agreedAt), fuel: context.fuel });
  }
  // Where the gold has values and the answer has none, the answer is at fault. On a branch cut it has one.
  return tally.agreed === 0 && tally.goldOnly > 0
    ? differentBy("numeric", "undefined_answer")
    : undecidedOutcome;
}

/** Points prove nothing about functions of variables with steps too many or too narrow to meet. */
function mayHideSteps(gold: Expr, answer: Expr): boolean {
  return [gold, answer].some((expr) =>
    someExpr(expr, (part) => part.kind === "call" && stepped.has(part.name) && part.args.some(hasSymbol)),
  );
}

const stepped: ReadonlySet<string> = new Set(["floor", "ceil", "mod", "gcd", "lcm"]);

/** How many points are tried, and how many must agree. */
function pointsFor(gold: Expr, answer: Expr, isConstant: boolean, context: CompareContext) {
  if (isConstant) return { tried: 1, needed: 1 };
  if (hasIntegerRule(context.policy)) return { tried: wholePointsTried, needed: wholePointsToAgree };
  return needsWholeNumbers(gold) || needsWholeNumbers(answer)
    ? { tried: factorialPointsTried, needed: factorialPointsToAgree }
    : { tried: pointsTried, needed: pointsToAgree };
}

function samplerOf(gold: Expr, answer: Expr, context: CompareContext) {
  const whole = wholeNames(gold, answer);
  return (point: number) => (name: string) =>
    sampleRational(name, { seed: context.seed, point, isWhole: whole.has(name), policy: context.policy });
}

/** Compares once more, at one point and the confirming precision. */
function confirm(
  gold: Expr,
  answer: Expr,
  at: { extra: number; symbol: (name: string) => Rational; fuel: Fuel },
): Outcome {
  const field = new BallField(confirmPrecision + at.extra, at.fuel);
  const evaluator = new BallEvaluator(field, at.symbol);
  const a = enclose(gold, evaluator);
  const b = a === undefined ? undefined : enclose(answer, evaluator);
  if (a === undefined || b === undefined) return undecidedOutcome;
  const verdict = compareEnclosures(a, b, { field, bits: bitsToConfirm + at.extra });
  if (verdict === "different") return differentBy("numeric");
  return verdict === "agree" && !field.hasLostTerm ? equalBy("numeric") : undecidedOutcome;
}

function isRefutedCheaply(gold: Expr, answer: Expr, symbol: (name: string) => Rational, fuel: Fuel): boolean {
  const field = new BallField(basePrecision, fuel);
  const evaluator = new BallEvaluator(field, symbol);
  const a = enclose(gold, evaluator);
  const b = a === undefined ? undefined : enclose(answer, evaluator);
  if (a === undefined || b === undefined) return false;
  return compareEnclosures(a, b, { field, bits: bitsToAgree }) === "different";
}

function enclose(expr: Expr, evaluator: BallEvaluator): ComplexBall | undefined {
  const result = encloseOr(expr, evaluator);
  return result instanceof NoBall ? undefined : result;
}

/** The enclosure, or why there is none. */
function encloseOr(expr: Expr, evaluator: BallEvaluator): ComplexBall | NoBall {
  try {
    return evaluator.evaluate(expr);
  } catch (error) {
    if (error instanceof NoBall) return error;
    throw error;
  }
}

function compareEnclosures(
  a: ComplexBall,
  b: ComplexBall,
  precision: { field: BallField; bits: number },
): "agree" | "different" | "unknown" {
  const { field, bits } = precision;
  const re = field.sub(a.re, b.re);
  const im = field.sub(a.im, b.im);
  if (!isAroundZero(re) || !isAroundZero(im)) return "different";
  // Relative to the larger value; a value around 0 is held to the same number of absolute bits.
  const size = Math.max(0, scaleOf(a.re), scaleOf(a.im), scaleOf(b.re), scaleOf(b.im));
  return Math.max(re.r, im.r, topBit(re), topBit(im)) < size - bits ? "agree" : "unknown";
}

function scaleOf(part: Ball): number {
  return isAroundZero(part) ? Number.NEGATIVE_INFINITY : topBit(part);
}

/** Bits of all literals: a difference smaller than these could be written down in the answer. */
function literalBits(expr: Expr): number {
  if (expr.kind === "number") return bitLength(expr.value.n) + bitLength(expr.value.d);
  if (expr.kind === "power" && expr.right.kind === "number" && expr.right.value.d === 1n) {
    const exponent = Number(expr.right.value.n < 0n ? -expr.right.value.n : expr.right.value.n);
    const bits = literalBits(expr.left);
    return bits === 0 ? 0 : Math.min(maxExtraBits, bits * Math.max(1, exponent));
  }
  let bits = 0;
  for (const child of childrenOf(expr)) bits += literalBits(child);
  return bits;
}
