import type { Expr } from "../parse/expr.ts";
import { replaceSymbol, symbolsOf } from "../parse/expr-walk.ts";
import type { Condition } from "./condition.ts";
import type { Value } from "./value.ts";

/** Returns a value with each of its expressions mapped; texts and statements are returned as they are. */
export function mapExprs(value: Value, map: (expr: Expr) => Expr): Value {
  const each = (item: Value) => mapExprs(item, map);
  switch (value.kind) {
    case "scalar":
    case "quantity":
      return { ...value, expr: map(value.expr) };
    case "bracket":
    case "list":
    case "set":
      return { ...value, items: value.items.map(each) };
    case "set_operation":
      return { ...value, parts: value.parts.map(each) };
    case "relation":
      return { ...value, sides: value.sides.map(each) };
    case "chain":
      return { ...value, sides: value.sides.map(each), approximations: value.approximations.map(each) };
    case "labelled":
      return {
        ...value,
        ...(value.expr === undefined ? {} : { expr: map(value.expr) }),
        value: each(value.value),
      };
    case "matrix":
      return { ...value, rows: value.rows.map((row) => row.map(each)) };
    case "ratio":
      return { ...value, terms: value.terms.map(map) };
    case "congruence":
      return {
        ...value,
        left: value.left === undefined ? undefined : map(value.left),
        residue: map(value.residue),
        modulus: map(value.modulus),
      };
    case "cases":
      return { ...value, rows: value.rows.map(([item, when]) => [each(item), each(when)] as const) };
    case "conditioned":
      return {
        ...value,
        value: each(value.value),
        conditions: value.conditions.map((one) => mapCondition(one, each)),
      };
    default:
      return value;
  }
}

function mapCondition(condition: Condition<Value>, map: (value: Value) => Value): Condition<Value> {
  return condition.kind === "relation" ? { kind: "relation", relation: map(condition.relation) } : condition;
}

/** Returns the expressions of a value, in the order in which they are written. */
export function exprsOf(value: Value): readonly Expr[] {
  const found: Expr[] = [];
  visitExprs(value, (expr) => found.push(expr));
  return found;
}

/** Returns the variables in the expressions of a value. */
export function namesIn(value: Value): ReadonlySet<string> {
  const names = new Set<string>();
  visitExprs(value, (expr) => symbolsOf(expr, names));
  return names;
}

function visitExprs(value: Value, visit: (expr: Expr) => unknown): void {
  switch (value.kind) {
    case "scalar":
    case "quantity":
      visit(value.expr);
      return;
    case "text":
    case "boolean":
    case "statement":
      return;
    case "bracket":
    case "list":
    case "set":
      for (const item of value.items) visitExprs(item, visit);
      return;
    default:
      mapExprs(value, (expr) => {
        visit(expr);
        return expr;
      });
  }
}

/** Returns a value with variables under other names, all at once, so that two may change places. */
export function renameIn(value: Value, names: ReadonlyMap<string, string>): Value {
  return mapExprs(value, (expr) => {
    let renamed = expr;
    for (const [from] of names)
      renamed = replaceSymbol(renamed, from, { kind: "symbol", name: `renamed ${from}` });
    for (const [from, to] of names)
      renamed = replaceSymbol(renamed, `renamed ${from}`, { kind: "symbol", name: to });
    return renamed;
  });
}
