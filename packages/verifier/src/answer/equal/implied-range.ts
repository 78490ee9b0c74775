import type { Expr } from "../parse/expr.ts";
import { someExpr, symbolsOf } from "../parse/expr-walk.ts";
import { exprsOf, namesIn } from "../value/map-exprs.ts";
import type { Value } from "../value/value.ts";
import type { Approx } from "./approx.ts";
import type { CompareContext } from "./compare-context.ts";
import { isAngleFamily } from "./equal-families.ts";
import { evaluateApprox } from "./evaluate-approx.ts";
import { indexLetters, meet, type NameRange } from "./name-range.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";

/**
 * Tells whether a range that only one side states costs nothing, because the value implies it: it has no value outside
 * (`1/(x-1)` at x = 1, `\sqrt x` below 0), or an index is customarily a whole number (`2^n`, `k\pi`). "different" where the
 * range limits the value, "undecided" where that is not known.
 */
export function judgeOneSided(
  name: string,
  range: NameRange,
  value: Value,
  context: CompareContext,
): Outcome {
  const exprs = exprsOf(value).filter((expr) => symbolsOf(expr).has(name));
  const isParameter = isArgument(name, value);
  const isNamed = value.kind === "labelled" && value.label === name;
  if (exprs.length === 0 && !isParameter && !isNamed) return undecidedOutcome;
  // "for all integers x" may be the domain that the problem gives f.
  if (isParameter && range.base !== "real") return undecidedOutcome;
  if (range.base === "real" || range.base === "complex") {
    const isFamily = exprs.some((expr) => isAngleFamily(expr, name, context));
    if (range.bounds.length === 0) return isFamily ? differentBy("structural") : equalBy("structural");
    const isImplied = range.base === "real" && isUndefinedOutside(exprs, name, meet(range.bounds), context);
    return isImplied ? equalBy("structural") : differentBy("structural");
  }
  if (range.base !== "integer" || range.parity !== "" || range.bounds.length > 0)
    return differentBy("structural");
  if (!indexLetters.has(name)) return differentBy("structural");
  return isNamed ? undecidedOutcome : judgeIndex(name, range, value, { exprs, context });
}

/** Tells whether a name is the argument of a function that is given: the x of `f(x) = 2x`. */
function isArgument(name: string, value: Value): boolean {
  if (value.kind === "list") return value.items.some((item) => isArgument(name, item));
  return value.kind === "labelled" && value.parameters.includes(name);
}

/** An index runs over all whole numbers where solutions are listed; in a formula it starts at 0 or 1. */
function judgeIndex(
  name: string,
  range: NameRange,
  value: Value,
  { exprs, context }: { exprs: readonly Expr[]; context: CompareContext },
): Outcome {
  if (exprs.some((expr) => isAngleFamily(expr, name, context)))
    return range.least === undefined ? equalBy("structural") : differentBy("structural");
  const startsLow = range.least === undefined || range.least === "natural" || range.least <= 1;
  if (!startsLow) return differentBy("structural");
  const isFormula = value.kind === "scalar" || (value.kind === "labelled" && isFormulaLabel(value, name));
  if (isFormula || range.least === undefined) return equalBy("structural");
  return undecidedOutcome;
}

/** `a_n = 2^n` and `f(n) = 2^n` are formulas in n; `x = 2n` lists solutions. */
function isFormulaLabel({ label, parameters, value }: Value & { kind: "labelled" }, name: string): boolean {
  return value.kind === "scalar" && (parameters.includes(name) || label.endsWith(`_${name}`));
}

/** Places at which the value is looked at outside of a set. */
const places = [-1000.37, -7.3, -2.6, -1, -0.51, 0, 0.3, 0.5, 1, 1.7, 2, 3, 5.5, 12, 100.1];
const nearness = 1e-9;

/** Tells whether some expression has no real value anywhere outside the set, and has one inside. */
function isUndefinedOutside(
  exprs: readonly Expr[],
  name: string,
  set: Value,
  context: CompareContext,
): boolean {
  const ends = endsOf(set, context);
  const points = [...places, ...ends, ...ends.flatMap((end) => [end - 0.01, end + 0.01])];
  const outside = points.filter((point) => contains(set, point, context) === false);
  const inside = points.filter((point) => contains(set, point, context) === true);
  if (outside.length === 0) return false;
  return exprs.some((expr) => {
    const at = (point: number) => isRealAt(expr, name, point, context);
    return inside.filter(at).length > inside.length / 2 && !outside.some(at);
  });
}

/** Other names have values with nothing special about them. */
const elsewhere = 0.731_904_3;

function isRealAt(expr: Expr, name: string, point: number, context: CompareContext): boolean {
  const symbol = (other: string) => (other === name ? point : elsewhere + other.length);
  return someExpr(expr, (part) => isBranch(part))
    ? !someBroken(expr, symbol, context)
    : isReal(evaluate(expr, symbol, context));
}

function isBranch(part: Expr): boolean {
  return part.kind === "root" || part.kind === "power" || part.kind === "divide" || part.kind === "call";
}

/** Tells whether a part has no real value: √x·√x is real at -1, √x is not. */
function someBroken(expr: Expr, symbol: (name: string) => number, context: CompareContext): boolean {
  return someExpr(expr, (part) => part.kind !== "symbol" && !isReal(evaluate(part, symbol, context)));
}

function evaluate(expr: Expr, symbol: (name: string) => number, context: CompareContext): Approx {
  return evaluateApprox(expr, symbol, context.fuel);
}

function isReal({ re, im, err }: Approx): boolean {
  return Number.isFinite(re) && Number.isFinite(err) && Math.abs(im) <= nearness * (1 + Math.abs(re));
}

/** Finite ends of the intervals of a set. */
function endsOf(set: Value, context: CompareContext): readonly number[] {
  return exprsOf(set)
    .filter((expr) => symbolsOf(expr).size === 0)
    .map((expr) => evaluate(expr, () => Number.NaN, context).re)
    .filter(Number.isFinite);
}

/** Tells whether a number is in a set of real numbers; undefined for another value. */
function contains(set: Value, point: number, context: CompareContext): boolean | undefined {
  if (set.kind === "labelled") return contains(set.value, point, context);
  if (set.kind === "set")
    return set.items.some((item) => Math.abs(numberOf(item, context) - point) < nearness);
  if (set.kind === "set_operation") {
    const parts = set.parts.map((part) => contains(part, point, context));
    if (parts.includes(undefined)) return undefined;
    if (set.sign === "cup") return parts.includes(true);
    if (set.sign === "cap") return !parts.includes(false);
    return parts[0] === true && !parts.slice(1).includes(true);
  }
  if (set.kind !== "bracket" || set.items.length !== 2 || namesIn(set).size > 0) return undefined;
  const [low, high] = set.items.map((item) => numberOf(item, context));
  if (low === undefined || high === undefined) return undefined;
  const isAbove = set.open === "[" ? point >= low : point > low;
  return isAbove && (set.close === "]" ? point <= high : point < high);
}

function numberOf(value: Value, context: CompareContext): number {
  if (value.kind !== "scalar") return Number.NaN;
  const { expr } = value;
  if (expr.kind === "constant" && expr.name === "infinity") return Number.POSITIVE_INFINITY;
  if (expr.kind === "negate" && expr.operand.kind === "constant" && expr.operand.name === "infinity")
    return Number.NEGATIVE_INFINITY;
  return evaluate(expr, () => Number.NaN, context).re;
}
