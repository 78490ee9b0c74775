import type { Fuel } from "../fuel.ts";
import { type Expr, numberExpr } from "../parse/expr.ts";
import { hasSymbol, mapChildren, someExpr } from "../parse/expr-walk.ts";
import type { Node } from "../parse/node.ts";
import { failSyntax } from "../unreadable.ts";
import { buildConditioned } from "./build-conditioned.ts";
import { buildList } from "./build-list.ts";
import { buildRelation } from "./build-relation.ts";
import { evaluateMatrices, hasMatrix } from "./matrix-arithmetic.ts";
import { addRational, divRational, mulRational, type Rational } from "./rational.ts";
import { normalizeText, textValue } from "./text.ts";
import { resolveUnit } from "./unit.ts";
import type { Value } from "./value.ts";

/** Most values that one expression with several ± stands for. */
const maxSigns = 4;

/** Returns the typed value of what the parser read. */
export function buildValue(node: Node, fuel: Fuel): Value {
  fuel.spend(2);
  const build = (item: Node) => buildValue(item, fuel);
  switch (node.kind) {
    case "scalar":
      return node.run === undefined
        ? scalarValue(node.expr, fuel)
        : { kind: "scalar", expr: node.expr, run: node.run };
    case "quantity":
      return quantityValue(node, fuel);
    case "quantity_sum":
      return sumOfQuantities(node.parts.map(build), fuel);
    case "bracket":
      return expandBracket({ ...node, items: node.items.map(build) });
    case "list":
      return buildList(node.items.map(build), node.joiner);
    case "set":
      return { kind: "set", items: flattenSigns(node.items.map(build)), isPlusMinus: false };
    case "set_operation":
      return { kind: "set_operation", sign: node.sign, parts: node.parts.map(build) };
    case "relation":
      return buildRelation(node.signs, node.sides.map(build), fuel);
    case "restatement":
      return { kind: "chain", sides: node.parts.map(build), approximations: [] };
    case "labelled":
      return buildLabelled(node, build(node.value));
    case "conditioned":
      return buildConditioned(
        build(node.value),
        node.conditions.map((one) =>
          one.kind === "relation" ? { kind: "relation", relation: build(one.relation) } : one,
        ),
      );
    case "matrix":
      return { kind: "matrix", rows: node.rows.map((row) => row.map(build)) };
    case "ratio":
      return { kind: "ratio", terms: node.terms.map((term) => scalarOf(build(term))) };
    case "congruence":
      return node;
    case "cases":
      return { kind: "cases", rows: node.rows.map(([value, when]) => [build(value), build(when)] as const) };
    case "text":
      return textValue(normalizeText(node.text, fuel) ?? node.text);
  }
}

/** Functions of number theory: `\\phi(n) = 62` is an equation for n, where `f(n) = 62` is a constant function. */
const arithmeticFunctions: ReadonlySet<string> = new Set("phi varphi sigma tau mu omega Omega".split(" "));

function buildLabelled(node: Node & { kind: "labelled" }, value: Value): Value {
  const isEquation =
    arithmeticFunctions.has(node.label) && node.parameters.length > 0 && value.kind === "scalar";
  if (!isEquation || hasSymbol(value.expr)) return { ...node, value };
  const call: Expr = { kind: "symbol", name: `${node.label}(${node.parameters.join(",")})` };
  return { kind: "relation", signs: ["="], sides: [{ kind: "scalar", expr: call }, value] };
}

function scalarOf(value: Value): Expr {
  return value.kind === "scalar" ? value.expr : failSyntax();
}

function scalarValue(expr: Expr, fuel: Fuel): Value {
  if (someExpr(expr, isPlusMinus)) return signedValues(expr, fuel);
  if (hasMatrix(expr)) return evaluateMatrices(expr, fuel);
  if (expr.kind === "percent" || expr.kind === "degrees")
    return { kind: "scalar", expr: expr.operand, mark: expr.kind };
  if (expr.kind === "negate" && (expr.operand.kind === "percent" || expr.operand.kind === "degrees"))
    return {
      kind: "scalar",
      expr: { kind: "negate", operand: expr.operand.operand },
      mark: expr.operand.kind,
    };
  return { kind: "scalar", expr };
}

function isPlusMinus(expr: Expr): boolean {
  return expr.kind === "plus_minus";
}

/**
 * One ± (or ± with ∓) stands for two values, upper signs and lower signs. Several ± without ∓ are independent, and
 * stand for every choice of signs.
 */
function signedValues(expr: Expr, fuel: Fuel): Value {
  const signs = countSigns(expr);
  const isJoint = signs === 1 || signs > maxSigns || someExpr(expr, isFlipped);
  const choices = isJoint ? 2 : 2 ** signs;
  const items: Value[] = [];
  for (let choice = 0; choice < choices; choice++) {
    let at = 0;
    const isUpper = () => (isJoint ? choice === 0 : ((choice >> at++) & 1) === 0);
    fuel.spend(16);
    items.push(scalarValue(chooseSigns(expr, isUpper), fuel));
  }
  return { kind: "set", items, isPlusMinus: true };
}

function isFlipped(expr: Expr): boolean {
  return expr.kind === "plus_minus" && expr.isFlipped;
}

function countSigns(expr: Expr): number {
  let count = 0;
  someExpr(expr, (part) => {
    if (part.kind === "plus_minus") count++;
    return false;
  });
  return count;
}

/** Takes the upper or lower sign of every ± and ∓, as the chooser says. */
function chooseSigns(expr: Expr, isUpper: () => boolean): Expr {
  const chosen = mapChildren(expr, (child) => chooseSigns(child, isUpper));
  if (chosen.kind !== "plus_minus") return chosen;
  const isPlus = isUpper() !== chosen.isFlipped;
  const right: Expr = isPlus ? chosen.right : { kind: "negate", operand: chosen.right };
  return { kind: "add", left: chosen.left, right };
}

function quantityValue(node: Node & { kind: "quantity" }, fuel: Fuel): Value {
  const unit = resolveUnit(node.unit, fuel);
  const expr = scaled(node.expr, unit.count, fuel);
  if (unit.dimension === "angle^1") return { kind: "scalar", expr, mark: "radians" };
  if (unit.dimension === "") return scalarValue(scaled(expr, unit.size, fuel), fuel);
  return { kind: "quantity", expr, unit, isWeak: node.isWeak === true };
}

function scaled(expr: Expr, size: Rational, fuel: Fuel): Expr {
  if (size.n === size.d) return expr;
  if (expr.kind === "number") return numberExpr(mulRational(expr.value, size, fuel));
  return { kind: "multiply", left: expr, right: numberExpr(size) };
}

/** Tells whether quantities may be parts of one, from the largest unit to the smallest: 5 ft and 6 in. */
export function areParts(items: readonly Value[]): boolean {
  return items.every((item, at) => {
    const before = items[at - 1];
    if (item.kind !== "quantity" || item.unit.words.length > 0 || items.length < 2) return false;
    if (before?.kind !== "quantity") return true;
    const { dimension, size } = item.unit;
    return dimension === before.unit.dimension && size.n * before.unit.size.d < before.unit.size.n * size.d;
  });
}

/** `5 ft 6 in`: quantities of one dimension, added up in the unit of the first. */
export function sumOfQuantities(parts: readonly Value[], fuel: Fuel): Value {
  const [first, ...rest] = parts;
  if (first?.kind !== "quantity") return failSyntax();
  let { expr } = first;
  for (const part of rest) {
    if (part.kind !== "quantity" || part.unit.dimension !== first.unit.dimension) return failSyntax();
    const factor = divRational(part.unit.size, first.unit.size, fuel);
    expr = sumOf(expr, scaled(part.expr, factor, fuel), fuel);
  }
  return { ...first, expr };
}

function sumOf(left: Expr, right: Expr, fuel: Fuel): Expr {
  if (left.kind === "number" && right.kind === "number")
    return numberExpr(addRational(left.value, right.value, fuel));
  return { kind: "add", left, right };
}

/** `(±1, 2)` stands for two tuples. */
function expandBracket(bracket: Value & { kind: "bracket" }): Value {
  const [only] = bracket.items;
  // Brackets around an array are those of the matrix.
  if (only?.kind === "matrix" && bracket.items.length === 1) return only;
  const at = bracket.items.findIndex((item) => signsOf(item) !== undefined);
  const item = bracket.items[at];
  const choices = item === undefined ? undefined : signsOf(item);
  if (choices === undefined || bracket.items.length === 1) return bracket;
  if (bracket.items.filter((other) => signsOf(other) !== undefined).length > 1) return bracket;
  const items = choices.map((choice) => ({
    ...bracket,
    items: bracket.items.map((other, index) => (index === at ? choice : other)),
  }));
  return { kind: "set", items, isPlusMinus: true };
}

function flattenSigns(items: readonly Value[]): readonly Value[] {
  return items.flatMap((item) => signsOf(item) ?? [item]);
}

function signsOf(item: Value): readonly Value[] | undefined {
  return item.kind === "set" && item.isPlusMinus ? item.items : undefined;
}
