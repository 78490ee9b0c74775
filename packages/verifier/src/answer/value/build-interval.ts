import type { Fuel } from "../fuel.ts";
import { type Expr, numberExpr } from "../parse/expr.ts";
import { hasSymbol, symbolsOf } from "../parse/expr-walk.ts";
import type { RelationSign } from "../parse/node.ts";
import { formatExpr } from "./format-expr.ts";
import { type LinearForm, linearForm } from "./linear-form.ts";
import { divRational, type Rational } from "./rational.ts";
import type { Value } from "./value.ts";

type Order = "<" | ">" | "<=" | ">=";

const flips: Readonly<Record<Order, Order>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/**
 * Returns the interval that inequalities between constants and one variable mean: `x < 3`, `-x > -1`, `1 < 2x+3 < 7`,
 * `|x - 1| >= 2`, and the two rays of `x != 1`. The variable is the label. Undefined for other relations.
 */
export function buildInterval(
  signs: readonly RelationSign[],
  sides: readonly Value[],
  fuel: Fuel,
): Value | undefined {
  const exprs = sides.map((side) =>
    side.kind === "scalar" && side.mark === undefined ? side.expr : undefined,
  );
  const quantity = quantityBounds(signs, sides);
  if (quantity !== undefined) return quantity;
  const plain = exprs.filter((expr) => expr !== undefined);
  if (plain.length !== sides.length) return undefined;
  if (signs.length === 1 && signs[0] === "!=") return excluded(plain, fuel);
  if (!signs.every(isOrder)) return undefined;
  return twoSided(signs, plain, fuel) ?? (plain.length === 2 ? oneSided(signs[0], plain, fuel) : undefined);
}

/** `x > 5 cm`: a bare name and bounds with units. */
function quantityBounds(signs: readonly RelationSign[], sides: readonly Value[]): Value | undefined {
  const [left, right] = sides;
  const [sign] = signs;
  if (sides.length !== 2 || left === undefined || right === undefined || sign === undefined || !isOrder(sign))
    return undefined;
  const isLeft = left.kind === "scalar" && left.expr.kind === "symbol" && right.kind === "quantity";
  if (!isLeft || left.expr.kind !== "symbol") return undefined;
  return named(left.expr.name, ray(sign, right));
}

/** `low < middle < high` with constants at both ends. */
function twoSided(signs: readonly Order[], sides: readonly Expr[], fuel: Fuel): Value | undefined {
  const [low, middle, high] = sides;
  const [left, right] = signs;
  if (sides.length !== 3 || low === undefined || middle === undefined || high === undefined) return undefined;
  if (left === undefined || right === undefined || hasSymbol(low) || hasSymbol(high)) return undefined;
  const first = solve(middle, flips[left], low, fuel);
  const second = solve(middle, right, high, fuel);
  if (first === undefined || second === undefined || isUp(first.sign) === isUp(second.sign)) return undefined;
  if (first.isBetween !== undefined || second.isBetween !== undefined)
    return named(first.name, { kind: "set_operation", sign: "cap", parts: [setOf(first), setOf(second)] });
  const [lower, upper] = isUp(first.sign) ? [first, second] : [second, first];
  return named(first.name, between(lower, upper));
}

function oneSided(sign: Order | undefined, sides: readonly Expr[], fuel: Fuel): Value | undefined {
  const [left, right] = sides;
  if (sign === undefined || left === undefined || right === undefined) return undefined;
  const solved =
    solve(left, sign, right, fuel) ??
    solve(right, flips[sign], left, fuel) ??
    solve(difference(left, right), sign, numberExpr({ n: 0n, d: 1n }), fuel);
  return solved === undefined ? undefined : named(solved.name, setOf(solved));
}

/** An inequality solved for its variable. */
interface Solved {
  readonly name: string;
  readonly sign: Order;
  readonly bound: Expr;
  /** Both ends, where the left side is an absolute value. */
  readonly isBetween: readonly [Expr, Expr] | undefined;
}

/** Solves `expr sign bound` for the one variable of `expr`; the bound is a constant. */
function solve(expr: Expr, sign: Order, bound: Expr, fuel: Fuel): Solved | undefined {
  if (hasSymbol(bound) || !hasSymbol(expr)) return undefined;
  if (expr.kind === "call" && expr.name === "abs") return solveAbs(expr.args[0] ?? expr, sign, bound, fuel);
  const form = linearForm(expr, fuel);
  if (form === undefined) {
    const name = nameOfProduct(expr, fuel);
    return name === undefined ? undefined : { name, sign, bound, isBetween: undefined };
  }
  const isFlipped = form.slope.n < 0n;
  return {
    name: form.name,
    sign: isFlipped ? flips[sign] : sign,
    bound: valueAt(form, bound, fuel),
    isBetween: undefined,
  };
}

/** |ax + b| < c lies between two ends, |ax + b| > c outside them; c must be positive for certain. */
function solveAbs(inner: Expr, sign: Order, bound: Expr, fuel: Fuel): Solved | undefined {
  const form = linearForm(inner, fuel);
  if (form === undefined || bound.kind === "negate" || bound.kind === "add") return undefined;
  const ends = [valueAt(form, { kind: "negate", operand: bound }, fuel), valueAt(form, bound, fuel)] as const;
  const ordered = form.slope.n > 0n ? ends : ([ends[1], ends[0]] as const);
  return { name: form.name, sign, bound, isBetween: ordered };
}

/** A function at a variable, as in 0 < f(x) < 1, or a name of two letters. */
function nameOfProduct(expr: Expr, fuel: Fuel): string | undefined {
  const isName = expr.kind === "multiply" && expr.left.kind === "symbol" && expr.right.kind === "symbol";
  return isName && symbolsOf(expr).size === 2 ? formatExpr(expr, fuel) : undefined;
}

/** (bound - rest) / slope */
function valueAt(form: LinearForm, bound: Expr, fuel: Fuel): Expr {
  const one: Rational = { n: 1n, d: 1n };
  const isPlain =
    form.slope.n === 1n && form.slope.d === 1n && form.rest.kind === "number" && form.rest.value.n === 0n;
  if (isPlain) return bound;
  return {
    kind: "multiply",
    left: numberExpr(divRational(one, form.slope, fuel)),
    right: difference(bound, form.rest),
  };
}

function difference(left: Expr, right: Expr): Expr {
  return { kind: "add", left, right: { kind: "negate", operand: right } };
}

function setOf(solved: Solved): Value {
  if (solved.isBetween === undefined) return ray(solved.sign, scalar(solved.bound));
  const [low, high] = solved.isBetween.map(scalar);
  if (low === undefined || high === undefined) return ray(solved.sign, scalar(solved.bound));
  const isClosed = solved.sign === "<=" || solved.sign === ">=";
  if (!isUp(solved.sign))
    return { kind: "bracket", open: isClosed ? "[" : "(", close: isClosed ? "]" : ")", items: [low, high] };
  return {
    kind: "set_operation",
    sign: "cup",
    parts: [ray(isClosed ? "<=" : "<", low), ray(isClosed ? ">=" : ">", high)],
  };
}

function between(lower: Solved, upper: Solved): Value {
  return {
    kind: "bracket",
    open: lower.sign === ">=" ? "[" : "(",
    close: upper.sign === "<=" ? "]" : ")",
    items: [scalar(lower.bound), scalar(upper.bound)],
  };
}

function ray(sign: Order, bound: Value): Value {
  const infinite: Expr = { kind: "constant", name: "infinity" };
  if (isUp(sign))
    return { kind: "bracket", open: sign === ">=" ? "[" : "(", close: ")", items: [bound, scalar(infinite)] };
  const end = scalar({ kind: "negate", operand: infinite });
  return { kind: "bracket", open: "(", close: sign === "<=" ? "]" : ")", items: [end, bound] };
}

function excluded(sides: readonly Expr[], fuel: Fuel): Value | undefined {
  const [left, right] = sides;
  if (left === undefined || right === undefined) return undefined;
  const solved = solve(left, "<", right, fuel) ?? solve(right, "<", left, fuel);
  if (
    solved === undefined ||
    solved.isBetween !== undefined ||
    linearForm(hasSymbol(left) ? left : right, fuel) === undefined
  )
    return undefined;
  const bound = scalar(solved.bound);
  return named(solved.name, {
    kind: "set_operation",
    sign: "cup",
    parts: [ray("<", bound), ray(">", bound)],
  });
}

function scalar(expr: Expr): Value {
  return { kind: "scalar", expr };
}

function named(label: string, value: Value): Value {
  return { kind: "labelled", label, isVariable: true, parameters: [], value };
}

function isOrder(sign: RelationSign): sign is Order {
  return sign === "<" || sign === ">" || sign === "<=" || sign === ">=";
}

function isUp(sign: Order): boolean {
  return sign === ">" || sign === ">=";
}
