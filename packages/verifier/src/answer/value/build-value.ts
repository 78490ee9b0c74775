import type { Fuel } from "../fuel.ts";
import type { Expr } from "../parse/expr.ts";
import { mapChildren, someExpr } from "../parse/expr-walk.ts";
import type { Node } from "../parse/node.ts";
import { buildRelation } from "./build-relation.ts";
import { normalizeText, textValue } from "./text.ts";
import { resolveUnit } from "./unit.ts";
import type { Value } from "./value.ts";

/** Returns the typed value of what the parser read. */
export function buildValue(node: Node, fuel: Fuel): Value {
  fuel.spend(2);
  switch (node.kind) {
    case "scalar":
      return scalarValue(node.expr);
    case "quantity":
      return quantityValue(node, fuel);
    case "bracket":
      return { ...node, items: node.items.map((item) => buildValue(item, fuel)) };
    case "list":
      return listValue(node.items.map((item) => buildValue(item, fuel)));
    case "set":
      return {
        kind: "set",
        items: flatten(node.items.map((item) => buildValue(item, fuel))),
        isPlusMinus: false,
      };
    case "set_operation":
      return {
        kind: "set_operation",
        sign: node.sign,
        parts: node.parts.map((part) => buildValue(part, fuel)),
      };
    case "relation":
      return buildRelation(
        node.signs,
        node.sides.map((side) => buildValue(side, fuel)),
      );
    case "labelled":
      return { ...node, isVariable: node.parameters.length > 0, value: buildValue(node.value, fuel) };
    case "matrix":
      return { kind: "matrix", rows: node.rows.map((row) => row.map((item) => buildValue(item, fuel))) };
    case "text":
      return textValue(normalizeText(node.text, fuel) ?? node.text);
  }
}

function scalarValue(expr: Expr): Value {
  if (someExpr(expr, isPlusMinus)) {
    const items = [scalarValue(chooseSign(expr, 1)), scalarValue(chooseSign(expr, -1))];
    return { kind: "set", items, isPlusMinus: true };
  }
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

/** Takes the upper (1) or lower (-1) sign of every ± and ∓. */
function chooseSign(expr: Expr, sign: 1 | -1): Expr {
  const chosen = mapChildren(expr, (child) => chooseSign(child, sign));
  if (chosen.kind !== "plus_minus") return chosen;
  const isPlus = (sign === 1) !== chosen.isFlipped;
  const right: Expr = isPlus ? chosen.right : { kind: "negate", operand: chosen.right };
  return { kind: "add", left: chosen.left, right };
}

function quantityValue(node: Node & { kind: "quantity" }, fuel: Fuel): Value {
  const unit = resolveUnit(node.unit, fuel);
  if (unit.dimension === "") return scalarValue(node.expr);
  return { kind: "quantity", expr: node.expr, unit, isWeak: false };
}

/** Flattens ± items and drops labels that repeat: `x = 1 or x = 2` lists 1 and 2. */
function listValue(items: readonly Value[]): Value {
  return { kind: "list", items: dropCommonLabel(flatten(items)) };
}

function flatten(items: readonly Value[]): readonly Value[] {
  if (!items.some((item) => plusMinusOf(item) !== undefined)) return items;
  return items.flatMap((item) => plusMinusOf(item) ?? [item]);
}

function plusMinusOf(item: Value): readonly Value[] | undefined {
  const inner = item.kind === "labelled" ? item.value : item;
  return inner.kind === "set" && inner.isPlusMinus ? inner.items : undefined;
}

function dropCommonLabel(items: readonly Value[]): readonly Value[] {
  const first = items[0];
  if (first?.kind !== "labelled") return items;
  const label = first.label;
  const isCommon = items.every((item) => item.kind !== "labelled" || item.label === label);
  return isCommon ? items.map((item) => (item.kind === "labelled" ? item.value : item)) : items;
}
