import { replaceSymbol } from "../parse/expr-walk.ts";
import { type Condition, domainOfSet } from "./condition.ts";
import { mapExprs, namesIn } from "./map-exprs.ts";
import type { Value } from "./value.ts";

/**
 * Returns a value with its conditions. A name that a condition gives a value is replaced by it ("cx where c = 2" is 2x),
 * and a condition that leaves a name free ("for all x", "an arbitrary constant c") says nothing.
 */
export function buildConditioned(value: Value, conditions: readonly Condition<Value>[]): Value {
  let inner = value;
  const kept: Condition<Value>[] = [];
  for (const condition of conditions.map(asDomain)) {
    const given = givenBy(condition);
    if (given !== undefined && namesIn(inner).has(given.label))
      inner = mapExprs(inner, (expr) => replaceSymbol(expr, given.label, given.value.expr));
    else if (condition.kind !== "domain" || condition.domain !== "any") kept.push(condition);
  }
  if (kept.length === 0) return inner;
  if (inner.kind !== "conditioned") return { kind: "conditioned", value: inner, conditions: kept };
  return { ...inner, conditions: [...inner.conditions, ...kept] };
}

/** `k \\in \\mathbb{Z}` as the domain of k. */
function asDomain(condition: Condition<Value>): Condition<Value> {
  if (condition.kind !== "relation" || condition.relation.kind !== "labelled") return condition;
  const { label, value } = condition.relation;
  const set =
    value.kind === "scalar" && value.expr.kind === "symbol" ? /^set (.)$/.exec(value.expr.name) : null;
  const domain = set === null ? undefined : domainOfSet(set[1] ?? "", "");
  return domain === undefined ? condition : { kind: "domain", names: [label], domain };
}

function givenBy(condition: Condition<Value>) {
  if (condition.kind !== "relation" || condition.relation.kind !== "labelled") return undefined;
  const { label, expr, value } = condition.relation;
  return expr === undefined && value.kind === "scalar" && value.mark === undefined
    ? { label, value }
    : undefined;
}
