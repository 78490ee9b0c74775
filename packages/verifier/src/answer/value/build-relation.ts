import type { Fuel } from "../fuel.ts";
import { hasSymbol, sameExpr, someExpr } from "../parse/expr-walk.ts";
import type { RelationSign } from "../parse/node.ts";
import { failSyntax } from "../unreadable.ts";
import { buildInterval } from "./build-interval.ts";
import { formatExpr } from "./format-expr.ts";
import { isDerivative, isLabel } from "./label.ts";
import type { Value } from "./value.ts";

/**
 * Returns the value of a relation. `x = v` (x a name that v does not contain) and `m + n = 293` (a label of a closed
 * value) name v; `a <= x < b` and `1 < 2x + 1` name an interval; `a = b = c` without a name on its own is a chain;
 * anything else stays a relation.
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
  if (first === undefined || last === undefined) return failSyntax();
  if (sides.length > 2) return buildEquations(signs, sides, fuel);
  if (isNameOf(first, rest)) return named(first, last, fuel);
  if (isNameOf(last, [first])) return named(last, first, fuel);
  if (isLabelOf(first, last)) return named(first, last, fuel);
  if (isLabelOf(last, first)) return named(last, first, fuel);
  if (first.kind === "bracket" && first.items.every((item) => symbolName(item) !== ""))
    return namedBy(first.items.map(symbolName).join(","), last);
  if (signs.includes("~=")) return chainOf(signs, sides);
  if (!isClosed(first) || !isClosed(last)) return { kind: "relation", signs, sides };
  return isIdentity(sides) ? failSyntax() : chainOf(signs, sides);
}

/** `S = a + b = 2 + 3 = 5` names the closed sides at its end, `x = y = 1` gives every name their value. */
function buildEquations(signs: readonly RelationSign[], sides: readonly Value[], fuel: Fuel): Value {
  const [first, ...rest] = sides;
  const start = sides.findIndex(isClosed);
  const open = start === -1 ? sides : sides.slice(0, start);
  const areNames =
    new Set(open.map(symbolName)).size === open.length && !open.some((side) => symbolName(side) === "");
  if (start > 0 && sides.slice(start).every(isClosed)) {
    const value = chainOf(signs.slice(start), sides.slice(start));
    if (areNames && open.length > 1)
      return { kind: "list", items: open.map((name) => named(name, value, fuel)) };
    const label = open.find((side) => symbolName(side) !== "") ?? open.find((side) => isLabelOf(side, value));
    if (label !== undefined) return named(label, value, fuel);
  }
  if (start === -1 && areNames) return { kind: "relation", signs, sides };
  if (first !== undefined && isNameOf(first, rest)) return named(first, chainOf(signs.slice(1), rest), fuel);
  return chainOf(signs, sides);
}

/** `5 = 5` says nothing, unlike `10/2 = 5`. */
function isIdentity([first, second, ...more]: readonly Value[]): boolean {
  if (first?.kind !== "scalar" || second?.kind !== "scalar" || more.length > 0) return false;
  return sameExpr(first.expr, second.expr);
}

function buildMembership(signs: readonly RelationSign[], sides: readonly Value[]): Value {
  const [first, set] = sides;
  if (first !== undefined && set !== undefined && symbolName(first) !== "")
    return namedBy(symbolName(first), set);
  return { kind: "relation", signs, sides };
}

const noParameters: readonly string[] = [];

/** A value named by a side. */
function named(label: Value, value: Value, fuel: Fuel): Value {
  if (label.kind !== "scalar") return failSyntax();
  const { expr } = label;
  if (expr.kind === "symbol") return namedBy(expr.name, value);
  return {
    kind: "labelled",
    label: formatExpr(expr, fuel),
    isVariable: true,
    parameters: noParameters,
    expr,
    value,
  };
}

function namedBy(label: string, value: Value): Value {
  return { kind: "labelled", label, isVariable: true, parameters: noParameters, value };
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

/** A variable that the other sides do not contain; the derivative of y may depend on x. */
function isNameOf(side: Value, others: readonly Value[]): boolean {
  const name = symbolName(side);
  if (name === "") return side.kind === "scalar" && isDerivative(side.expr);
  return others.every((other) => !mentions(other, name));
}

/** An expression in letters whose value is closed; that of any such expression may be a vector or matrix. */
function isLabelOf(side: Value, value: Value): boolean {
  if (side.kind !== "scalar" || side.mark !== undefined || !hasSymbol(side.expr) || !isClosed(value))
    return false;
  return value.kind === "matrix" || isLabel(side.expr);
}

/** Tells whether a value has no variables. */
function isClosed(value: Value): boolean {
  switch (value.kind) {
    case "scalar":
    case "quantity":
      return !hasSymbol(value.expr);
    case "bracket":
    case "list":
    case "set":
      return value.items.every(isClosed);
    case "set_operation":
      return value.parts.every(isClosed);
    case "chain":
      return value.sides.every(isClosed);
    case "matrix":
      return value.rows.every((row) => row.every(isClosed));
    case "ratio":
      return !value.terms.some(hasSymbol);
    default:
      return false;
  }
}

function mentions(value: Value, name: string): boolean {
  if (value.kind === "scalar" || value.kind === "quantity")
    return someExpr(value.expr, (part) => part.kind === "symbol" && part.name === name);
  if ("items" in value) return value.items.some((item) => mentions(item, name));
  return false;
}
