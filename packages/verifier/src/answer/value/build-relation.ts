import type { Expr } from "../parse/expr.ts";
import { hasSymbol, someExpr } from "../parse/expr-walk.ts";
import type { RelationSign } from "../parse/node.ts";
import type { Value } from "./value.ts";

/**
 * Returns the value of a relation. `x = v` (x a variable that v does not contain) names v; `a <= x < b` names an
 * interval; `a = b = c` without a variable on its own is a chain; anything else stays a relation.
 */
export function buildRelation(signs: readonly RelationSign[], sides: readonly Value[]): Value {
  const isEquation = signs.every((sign) => sign === "=" || sign === "~=");
  if (isEquation) return buildEquation(signs, sides);
  if (signs.length === 1 && signs[0] === "in") return buildMembership(signs, sides);
  return buildInterval(signs, sides) ?? { kind: "relation", signs, sides };
}

function buildEquation(signs: readonly RelationSign[], sides: readonly Value[]): Value {
  const [first, ...rest] = sides;
  const last = sides[sides.length - 1];
  if (first !== undefined && isVariableOf(first, rest)) return named(symbolName(first), chainOf(rest));
  if (last !== undefined && sides.length === 2 && first !== undefined && isVariableOf(last, [first]))
    return named(symbolName(last), first);
  if (first?.kind === "bracket" && sides.length === 2 && first.items.every((item) => symbolName(item) !== ""))
    return named(first.items.map(symbolName).join(","), sides[1] ?? first);
  const approx = signs.indexOf("~=");
  if (approx > 0 || (approx === 0 && sides.length === 2))
    return { kind: "chain", sides: sides.slice(0, approx + 1), approximations: sides.slice(approx + 1) };
  const isConstant = sides.every((side) => side.kind !== "scalar" || !hasSymbol(side.expr));
  if (isConstant || sides.length > 2) return chainOf(sides);
  return { kind: "relation", signs, sides };
}

function buildMembership(signs: readonly RelationSign[], sides: readonly Value[]): Value {
  const [first, set] = sides;
  if (first !== undefined && set !== undefined && symbolName(first) !== "")
    return named(symbolName(first), set);
  return { kind: "relation", signs, sides };
}

/** Turns `x < 3`, `3 > x` and `a <= x < b` into the interval they mean. */
function buildInterval(signs: readonly RelationSign[], sides: readonly Value[]): Value | undefined {
  const at = sides.findIndex((side) => symbolName(side) !== "");
  if (at === -1 || sides.some((side, index) => index !== at && !isBound(side))) return undefined;
  const name = symbolName(sides[at]);
  if (sides.length === 2) {
    const sign = at === 0 ? signs[0] : flip(signs[0]);
    const bound = sides[1 - at];
    if (bound === undefined || sign === undefined || sign === "!=") return undefined;
    const isUpper = sign === "<" || sign === "<=";
    const end = isUpper ? infinity(-1) : infinity(1);
    return named(
      name,
      isUpper ? interval(end, "<", sign, bound) : interval(bound, flip(sign) ?? "<", "<", end),
    );
  }
  const [low, , high] = sides;
  if (sides.length !== 3 || at !== 1 || low === undefined || high === undefined) return undefined;
  const [left, right] = signs;
  if (isBelow(left) && isBelow(right)) return named(name, interval(low, left ?? "<", right ?? "<", high));
  const [flippedRight, flippedLeft] = [flip(right), flip(left)];
  if (isBelow(flippedRight) && isBelow(flippedLeft))
    return named(name, interval(high, flippedRight ?? "<", flippedLeft ?? "<", low));
  return undefined;
}

function interval(low: Value, leftSign: RelationSign, rightSign: RelationSign, high: Value): Value {
  const open = leftSign === "<=" ? "[" : "(";
  const close = rightSign === "<=" ? "]" : ")";
  return { kind: "bracket", open, close, items: [low, high] };
}

function infinity(sign: 1 | -1): Value {
  const expr: Expr = { kind: "constant", name: "infinity" };
  return { kind: "scalar", expr: sign === 1 ? expr : { kind: "negate", operand: expr } };
}

function isBelow(sign: RelationSign | undefined): boolean {
  return sign === "<" || sign === "<=";
}

function flip(sign: RelationSign | undefined): RelationSign | undefined {
  const flips: Partial<Record<RelationSign, RelationSign>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };
  return sign === undefined ? undefined : flips[sign];
}

function isBound(side: Value): boolean {
  return (side.kind === "scalar" && !hasSymbol(side.expr)) || side.kind === "quantity";
}

function named(label: string, value: Value): Value {
  return { kind: "labelled", label, isVariable: true, parameters: [], value };
}

function chainOf(sides: readonly Value[]): Value {
  const [only] = sides;
  return only !== undefined && sides.length === 1 ? only : { kind: "chain", sides, approximations: [] };
}

function symbolName(side: Value | undefined): string {
  return side?.kind === "scalar" && side.mark === undefined && side.expr.kind === "symbol"
    ? side.expr.name
    : "";
}

function isVariableOf(side: Value, others: readonly Value[]): boolean {
  const name = symbolName(side);
  return name !== "" && others.every((other) => !mentions(other, name));
}

function mentions(value: Value, name: string): boolean {
  if (value.kind === "scalar" || value.kind === "quantity")
    return someExpr(value.expr, (part) => part.kind === "symbol" && part.name === name);
  if ("items" in value) return value.items.some((item) => mentions(item, name));
  return false;
}
