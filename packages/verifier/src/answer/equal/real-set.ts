import type { Expr } from "../parse/expr.ts";
import { hasSymbol } from "../parse/expr-walk.ts";
import type { Value } from "../value/value.ts";
import { isApart } from "./approx.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalScalars } from "./equal-scalars.ts";
import { evaluateApprox } from "./evaluate-approx.ts";

/** An end of an interval: a constant, or an infinity (whose expression is not used). */
interface End {
  readonly expr: Expr;
  readonly infinite: -1 | 0 | 1;
}

/** Numbers between two ends. */
interface Span {
  readonly low: End;
  readonly high: End;
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
}

/** A set of real numbers as intervals in order that do not touch. */
export type RealSet = readonly Span[];

const minusInfinity: End = { expr: { kind: "constant", name: "infinity" }, infinite: -1 };
const plusInfinity: End = { expr: { kind: "constant", name: "infinity" }, infinite: 1 };
const line: Span = { low: minusInfinity, high: plusInfinity, hasLow: false, hasHigh: false };

/** Thrown inside this file where ends cannot be put in order. */
class Unordered extends Error {}
const unordered = new Unordered();

/** Tells whether a value can be nothing but a set of real numbers: a union, a half-open or endless interval, the line. */
export function isRealSet(value: Value): boolean {
  if (value.kind === "set_operation") return true;
  if (value.kind === "scalar") return isLine(value);
  if (value.kind !== "bracket" || value.items.length !== 2) return false;
  const isMixed = (value.open === "(") !== (value.close === ")");
  return isMixed || value.items.some((item) => item.kind === "scalar" && infinityOf(item.expr) !== 0);
}

/**
 * Tells whether two values are the same set of real numbers: touching intervals are joined, intersections and
 * differences carried out. Undefined where a value is no such set, or its ends cannot be ordered for certain.
 */
export function sameRealSet(gold: Value, answer: Value, context: CompareContext): boolean | undefined {
  try {
    const a = toSpans(gold, context);
    const b = toSpans(answer, context);
    if (a === undefined || b === undefined) return undefined;
    return a.length === b.length && a.every((span, at) => isSameSpan(span, b[at], context));
  } catch (error) {
    if (error instanceof Unordered) return undefined;
    throw error;
  }
}

function isSameSpan(a: Span, b: Span | undefined, context: CompareContext): boolean {
  if (b === undefined || a.hasLow !== b.hasLow || a.hasHigh !== b.hasHigh) return false;
  return order(a.low, b.low, context) === 0 && order(a.high, b.high, context) === 0;
}

function toSpans(value: Value, context: CompareContext): RealSet | undefined {
  context.fuel.spend(8);
  if (value.kind === "scalar") return isLine(value) ? [line] : undefined;
  if (value.kind === "bracket") return spanOf(value, context);
  if (value.kind === "set") return pointsOf(value, context);
  if (value.kind === "labelled") return toSpans(value.value, context);
  if (value.kind !== "set_operation") return undefined;
  const parts: RealSet[] = [];
  for (const part of value.parts) {
    const spans = toSpans(part, context);
    if (spans === undefined) return undefined;
    parts.push(spans);
  }
  if (value.sign === "cup") return join(parts.flat(), context);
  const [first, ...rest] = parts;
  if (first === undefined) return undefined;
  return rest.reduce(
    (left, right) => meet(left, value.sign === "cap" ? right : complement(right), context),
    first,
  );
}

function isLine(value: Value): boolean {
  return value.kind === "scalar" && value.expr.kind === "symbol" && value.expr.name === "set R";
}

function spanOf(value: Value & { kind: "bracket" }, context: CompareContext): RealSet | undefined {
  const [low, high] = value.items.map(endOf);
  if (value.items.length !== 2 || low === undefined || high === undefined) return undefined;
  const span: Span = { low, high, hasLow: value.open === "[", hasHigh: value.close === "]" };
  return isEmpty(span, context) ? [] : [span];
}

function pointsOf(value: Value & { kind: "set" }, context: CompareContext): RealSet | undefined {
  const spans: Span[] = [];
  for (const item of value.items) {
    const end = endOf(item);
    if (end === undefined || end.infinite !== 0) return undefined;
    spans.push({ low: end, high: end, hasLow: true, hasHigh: true });
  }
  return join(spans, context);
}

function endOf(value: Value): End | undefined {
  if (value.kind !== "scalar" || value.mark !== undefined || hasSymbol(value.expr)) return undefined;
  return { expr: value.expr, infinite: infinityOf(value.expr) };
}

function infinityOf(expr: Expr): -1 | 0 | 1 {
  if (expr.kind === "constant" && expr.name === "infinity") return 1;
  return expr.kind === "negate" && infinityOf(expr.operand) === 1 ? -1 : 0;
}

/** Sign of a - b. Throws where it is not certain. */
function order(a: End, b: End, context: CompareContext): number {
  if (a.infinite !== 0 || b.infinite !== 0) return Math.sign(a.infinite - b.infinite);
  const none = () => Number.NaN;
  const x = evaluateApprox(a.expr, none, context.fuel);
  const y = evaluateApprox(b.expr, none, context.fuel);
  if (isApart(x, y) && x.im === 0 && y.im === 0) return Math.sign(x.re - y.re);
  if (equalScalars(a.expr, b.expr, context).result === "equal") return 0;
  throw unordered;
}

function isEmpty(span: Span, context: CompareContext): boolean {
  const sign = order(span.low, span.high, context);
  return sign > 0 || (sign === 0 && !(span.hasLow && span.hasHigh));
}

/** Sorts spans and joins those that touch. */
function join(spans: readonly Span[], context: CompareContext): RealSet {
  const sorted = [...spans].sort(
    (a, b) => order(a.low, b.low, context) || Number(b.hasLow) - Number(a.hasLow),
  );
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result[result.length - 1];
    const gap = last === undefined ? 1 : order(span.low, last.high, context);
    if (last === undefined || gap > 0 || (gap === 0 && !span.hasLow && !last.hasHigh)) result.push(span);
    else result[result.length - 1] = extend(last, span, context);
  }
  return result;
}

function extend(span: Span, by: Span, context: CompareContext): Span {
  const sign = order(by.high, span.high, context);
  if (sign > 0) return { ...span, high: by.high, hasHigh: by.hasHigh };
  return sign === 0 ? { ...span, hasHigh: span.hasHigh || by.hasHigh } : span;
}

function complement(spans: RealSet): RealSet {
  const result: Span[] = [];
  let low = minusInfinity;
  let hasLow = false;
  for (const span of spans) {
    if (span.low.infinite !== -1) result.push({ low, high: span.low, hasLow, hasHigh: !span.hasLow });
    low = span.high;
    hasLow = !span.hasHigh;
  }
  if (low.infinite !== 1) result.push({ low, high: plusInfinity, hasLow, hasHigh: false });
  return result;
}

function meet(a: RealSet, b: RealSet, context: CompareContext): RealSet {
  const result: Span[] = [];
  for (const x of a) {
    for (const y of b) {
      const low = order(x.low, y.low, context);
      const high = order(x.high, y.high, context);
      const span: Span = {
        low: low >= 0 ? x.low : y.low,
        hasLow: low === 0 ? x.hasLow && y.hasLow : low > 0 ? x.hasLow : y.hasLow,
        high: high <= 0 ? x.high : y.high,
        hasHigh: high === 0 ? x.hasHigh && y.hasHigh : high < 0 ? x.hasHigh : y.hasHigh,
      };
      if (!isEmpty(span, context)) result.push(span);
    }
  }
  return join(result, context);
}
