import type { Fuel } from "../fuel.ts";
import type { Expr } from "../parse/expr.ts";
import { hasSymbol, sameExpr, someExpr } from "../parse/expr-walk.ts";
import type { RelationSign } from "../parse/node.ts";
import { isDifferentialName } from "../parse/parse-derivative.ts";
import { failSyntax } from "../unreadable.ts";
import { buildInterval } from "./build-interval.ts";
import { isDesignator } from "./designator.ts";
import { formatExpr } from "./format-expr.ts";
import type { Value } from "./value.ts";

/**
 * Returns the value of a relation. `x = v` (x a name that v does not contain) names v; `a <= x < b` and
 * `1 < 2x + 1` name an interval; `a = b = c` without a name on its own is a chain; anything else stays a relation.
 */
export function buildRelation(signs: readonly RelationSign[], sides: readonly Value[], fuel: Fuel): Value {
  const isEquation = signs.every((sign) => sign === "=" || sign === "~=");
  if (isEquation) return buildEquation(signs, sides, fuel);
  if (signs.length === 1 && signs[0] === "in") return buildMembership(signs, sides);
  return buildInterval(signs, sides, fuel) ?? { kind: "relation", signs, sides };
}

function buildEquation(signs: readonly RelationSign[], sides: readonly Value[], fuel: Fuel): Value {
  const [first, ...rest] = sides;
  const last = sides[sides.length - 1];
  if (first !== undefined && isNameOf(first, rest))
    return named(nameOf(first, fuel), chainOf(signs.slice(1), rest));
  if (last !== undefined && sides.length === 2 && first !== undefined && isNameOf(last, [first]))
    return named(nameOf(last, fuel), first);
  if (first?.kind === "bracket" && sides.length === 2 && first.items.every((item) => symbolName(item) !== ""))
    return named(first.items.map(symbolName).join(","), sides[1] ?? first);
  if (first !== undefined && isNameOfVector(first, rest))
    return named(nameOf(first, fuel), chainOf(signs.slice(1), rest));
  if (signs.includes("~=")) return chainOf(signs, sides);
  const isConstant = sides.every((side) => side.kind !== "scalar" || !hasSymbol(side.expr));
  if (isConstant && isIdentity(sides)) failSyntax();
  if (isConstant || sides.length > 2) return chainOf(signs, sides);
  return { kind: "relation", signs, sides };
}

/** `5 = 5` says nothing, unlike `10/2 = 5`. */
function isIdentity([first, second, ...more]: readonly Value[]): boolean {
  if (first?.kind !== "scalar" || second?.kind !== "scalar" || more.length > 0) return false;
  return sameExpr(first.expr, second.expr);
}

function buildMembership(signs: readonly RelationSign[], sides: readonly Value[]): Value {
  const [first, set] = sides;
  if (first !== undefined && set !== undefined && symbolName(first) !== "")
    return named(symbolName(first), set);
  return { kind: "relation", signs, sides };
}

function named(label: string, value: Value): Value {
  return { kind: "labelled", label, isVariable: true, parameters: [], value };
}

/** The value of sides joined by = and ≈: exact sides must agree, sides after an ≈ only be close. */
function chainOf(signs: readonly RelationSign[], sides: readonly Value[]): Value {
  const [only] = sides;
  if (only !== undefined && sides.length === 1) return only;
  const approx = signs.indexOf("~=");
  const exact = approx === -1 ? sides.length : approx + 1;
  return { kind: "chain", sides: sides.slice(0, exact), approximations: sides.slice(exact) };
}

function symbolName(side: Value | undefined): string {
  return side?.kind === "scalar" && side.mark === undefined && side.expr.kind === "symbol"
    ? side.expr.name
    : "";
}

/** The name of a designator; products of points are named alike in any order. */
function nameOf(side: Value, fuel: Fuel): string {
  if (side.kind !== "scalar") return "";
  return side.expr.kind === "symbol" ? side.expr.name : formatExpr(side.expr, fuel);
}

/** A variable that the other sides do not contain, or the name of a quantity whose value is on the other side. */
function isNameOf(side: Value, others: readonly Value[]): boolean {
  const name = symbolName(side);
  if (name !== "") return others.every((other) => !mentions(other, name));
  if (side.kind !== "scalar" || side.mark !== undefined || !isDesignator(side.expr)) return false;
  return isDerivativeOf(side.expr) || others.every((other) => !isExpr(other, hasSymbol));
}

/** An expression in letters whose value is a vector or matrix of numbers: `(v·w / v·v) v = [1, 2]`. */
function isNameOfVector(side: Value, others: readonly Value[]): boolean {
  if (side.kind !== "scalar" || !hasSymbol(side.expr)) return false;
  return others.every((other) => other.kind === "matrix" && !isExpr(other, hasSymbol));
}

/** The derivative of y may depend on x. */
function isDerivativeOf(expr: Expr): boolean {
  return (
    expr.kind === "divide" &&
    someExpr(expr, (part) => part.kind === "symbol" && isDifferentialName(part.name))
  );
}

function isExpr(value: Value, test: (expr: Expr) => boolean): boolean {
  return (value.kind === "scalar" || value.kind === "quantity") && test(value.expr);
}

function mentions(value: Value, name: string): boolean {
  if (value.kind === "scalar" || value.kind === "quantity")
    return someExpr(value.expr, (part) => part.kind === "symbol" && part.name === name);
  if ("items" in value) return value.items.some((item) => mentions(item, name));
  return false;
}
