import type { Expr } from "../parse/expr.ts";
import { childrenOf, hasSymbol, mapChildren, sameExpr, someExpr } from "../parse/expr-walk.ts";
import { tellTier } from "../trace.ts";
import { valueOfNumeral } from "../value/based-numeral.ts";
import { type Rational, rationalToNumber, sameRational } from "../value/rational.ts";
import { isApart } from "./approx.ts";
import { compareByBalls } from "./compare-by-balls.ts";
import type { CompareContext } from "./compare-context.ts";
import { evaluateApprox } from "./evaluate-approx.ts";
import { evaluateExact } from "./evaluate-exact.ts";
import { ModularEvaluator } from "./evaluate-modular.ts";
import { hashPair } from "./keyed-random.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";
import { primeField } from "./prime-field.ts";
import { isRefutedAtBranches } from "./refute-at-branches.ts";
import { sampleDouble } from "./sample-point.ts";
import { isRoundedGold, isWithinTolerance } from "./tolerance.ts";
import { mayHavePole } from "./trig-poles.ts";
import { needsWholeNumbers, wholeNames } from "./whole-numbers.ts";

/** Points at which expressions with variables are sampled. */
const samplePoints = 3;
/** Primes that must agree before an identity is accepted. */
const primesToAgree = 3;

/**
 * Decides whether two expressions have the same value for all values of their variables, by tiers: exact rationals;
 * the same expression; complex doubles with error bounds, to refute; GF(p), to prove or refute; balls at high
 * precision. A tolerance applies only where the policy sets one.
 */
export function equalScalars(gold: Expr, answer: Expr, context: CompareContext): Outcome {
  const { trace } = context;
  trace?.({ step: "scalars", gold, answer });
  return (
    tellTier(trace, "exact rationals", compareRationals(gold, answer, context)) ??
    tellTier(trace, "same expression", sameExpr(gold, answer) ? equalBy("canonical") : undefined) ??
    tellTier(trace, "infinities and bases", compareSpecial(gold, answer, context)) ??
    compareGeneral(gold, answer, context)
  );
}

/** Undefined where one of the two is no rational number. */
function compareRationals(gold: Expr, answer: Expr, context: CompareContext): Outcome | undefined {
  const goldValue = evaluateExact(gold, context.fuel);
  const answerValue = evaluateExact(answer, context.fuel);
  if (goldValue === "undefined_value")
    return { result: "undecided", method: "rational", reason: "undefined_gold" };
  if (answerValue === "undefined_value") return differentBy("rational", "undefined_answer");
  if (goldValue === "other") return undefined;
  if (answerValue === "other") return compareRounded(gold, goldValue, answer, context);
  if (sameRational(goldValue, answerValue)) return equalBy("rational");
  const isClose = isWithinTolerance(
    () => [rationalToNumber(goldValue), rationalToNumber(answerValue)],
    context.policy,
  );
  const isRounded =
    isClose || isRoundedGold(gold, goldValue, () => rationalToNumber(answerValue), context.policy);
  return isRounded ? equalBy("numeric") : differentBy("rational");
}

/** A rational gold and a constant that is not rational: equal only where the policy rounds. */
function compareRounded(
  gold: Expr,
  goldValue: Rational,
  answer: Expr,
  context: CompareContext,
): Outcome | undefined {
  if (context.policy.rounding === "exact" || hasSymbol(answer)) return undefined;
  const value = () => {
    const { re, im } = evaluateApprox(answer, noSymbol, context.fuel);
    return im === 0 ? re : Number.NaN;
  };
  return isRoundedGold(gold, goldValue, value, context.policy) ? equalBy("numeric") : undefined;
}

/** Infinities equal only themselves, and so does a digit with an index; a longer numeral in a base is its number. */
function compareSpecial(gold: Expr, answer: Expr, context: CompareContext): Outcome | undefined {
  if (!hasSpecial(gold) && !hasSpecial(answer)) return undefined;
  if (someExpr(gold, isDigit) || someExpr(answer, isDigit)) return differentBy("canonical");
  if (someExpr(gold, isBased) || someExpr(answer, isBased))
    return equalScalars(withoutBases(gold, context), withoutBases(answer, context), context);
  const a = infinitySign(gold);
  const b = infinitySign(answer);
  return a !== 0 && a === b ? equalBy("canonical") : differentBy("canonical");
}

function isBased(expr: Expr): boolean {
  return expr.kind === "based";
}

/** `5_6`: hardly a numeral. */
function isDigit(expr: Expr): boolean {
  return expr.kind === "based" && expr.digits.length === 1;
}

function withoutBases(expr: Expr, context: CompareContext): Expr {
  if (expr.kind !== "based") return mapChildren(expr, (child) => withoutBases(child, context));
  context.fuel.spend(1 + Math.ceil(expr.digits.length ** 2 / 64));
  return { kind: "number", value: { n: valueOfNumeral(expr), d: 1n } };
}

function hasSpecial(expr: Expr): boolean {
  if (expr.kind === "call" && (expr.name === "sum" || expr.name === "product")) return false;
  if (expr.kind === "based" || (expr.kind === "constant" && expr.name === "infinity")) return true;
  return childrenOf(expr).some(hasSpecial);
}

function infinitySign(expr: Expr): -1 | 0 | 1 {
  if (expr.kind === "constant" && expr.name === "infinity") return 1;
  return expr.kind === "negate" && infinitySign(expr.operand) === 1 ? -1 : 0;
}

function compareGeneral(gold: Expr, answer: Expr, context: CompareContext): Outcome {
  const { trace } = context;
  const isConstant = !hasSymbol(gold) && !hasSymbol(answer);
  // Later tiers cancel what they do not evaluate.
  if (mayHavePole(gold, context.fuel) || mayHavePole(answer, context.fuel))
    return tellTier(trace, "poles", undecidedOutcome);
  if (isConstant && isCloseConstant(gold, answer, context))
    return tellTier(trace, "tolerance of the policy", equalBy("numeric"));
  const isRefuted = isRefutedByDoubles(gold, answer, isConstant ? 1 : samplePoints, context);
  return (
    tellTier(trace, "sampling in doubles, to refute", isRefuted ? differentBy("numeric") : undefined) ??
    tellTier(trace, "identity modulo random primes", compareByPrimes(gold, answer, context)) ??
    refuteAtBranches(gold, answer, context) ??
    tellTier(trace, "enclosures at high precision", compareByBalls(gold, answer, isConstant, context))
  );
}

function refuteAtBranches(gold: Expr, answer: Expr, context: CompareContext): Outcome | undefined {
  if (needsWholeNumbers(gold) || needsWholeNumbers(answer)) return undefined;
  if (!isRefutedAtBranches(gold, answer, context)) return undefined;
  return tellTier(context.trace, "sampling where branches meet, to refute", differentBy("numeric"));
}

function isCloseConstant(gold: Expr, answer: Expr, context: CompareContext): boolean {
  return isWithinTolerance(() => {
    const a = evaluateApprox(gold, noSymbol, context.fuel);
    const b = evaluateApprox(answer, noSymbol, context.fuel);
    return a.im === 0 && b.im === 0 ? [a.re, b.re] : [Number.NaN, Number.NaN];
  }, context.policy);
}

function noSymbol(): number {
  return Number.NaN;
}

function isRefutedByDoubles(gold: Expr, answer: Expr, points: number, context: CompareContext): boolean {
  const whole = wholeNames(gold, answer);
  for (let point = 0; point < points; point++) {
    const symbol = (name: string) =>
      sampleDouble(name, { seed: context.seed, point, isWhole: whole.has(name), policy: context.policy });
    const a = evaluateApprox(gold, symbol, context.fuel);
    const b = evaluateApprox(answer, symbol, context.fuel);
    if (isApart(a, b)) return true;
  }
  return false;
}

/** Undefined where the primes cannot decide. */
function compareByPrimes(gold: Expr, answer: Expr, context: CompareContext): Outcome | undefined {
  let agreed = 0;
  for (let attempt = 0; attempt < primesToAgree + 2 && agreed < primesToAgree; attempt++) {
    const evaluator = new ModularEvaluator(
      primeField(hashPair(context.seed, attempt)),
      hashPair(context.seed, attempt + 1000),
      context.fuel,
    );
    const a = evaluator.evaluate(gold);
    const b = a === undefined ? undefined : evaluator.evaluate(answer);
    if (a === undefined || b === undefined) continue;
    if (a !== b) return evaluator.hasAtoms ? undefined : differentBy("modular");
    agreed++;
  }
  return agreed === primesToAgree ? equalBy("modular") : undefined;
}
