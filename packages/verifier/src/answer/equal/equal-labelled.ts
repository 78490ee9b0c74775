import type { Expr } from "../parse/expr.ts";
import { mapChildren } from "../parse/expr-walk.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { differentBy, type Outcome } from "./outcome.ts";
import type { ValueComparer } from "./value-comparer.ts";

/**
 * Compares values of which at least one has a label. Two variables must be the same variable; a label in words names
 * the value and no more; a value without a label may stand for a labelled one.
 */
export function equalLabelled(
  gold: Value,
  answer: Value,
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  if (gold.kind === "labelled" && answer.kind === "labelled") {
    const areVariables = gold.isVariable && answer.isVariable;
    if (areVariables && gold.parameters.length === answer.parameters.length && gold.parameters.length > 0) {
      const renamed = renameParameters(answer.value, answer.parameters, gold.parameters);
      return compare(gold.value, renamed, context);
    }
    if (areVariables && gold.label !== answer.label) return differentBy("structural");
    return compare(gold.value, answer.value, context);
  }
  if (gold.kind === "labelled") return compare(gold.value, answer, context);
  return answer.kind === "labelled" ? compare(gold, answer.value, context) : differentBy("structural");
}

/** Bound names do not matter: f(z) = z² is f(x) = x². */
function renameParameters(value: Value, from: readonly string[], to: readonly string[]): Value {
  if (value.kind !== "scalar") return value;
  return { ...value, expr: renameSymbols(value.expr, from, to) };
}

function renameSymbols(expr: Expr, from: readonly string[], to: readonly string[]): Expr {
  if (expr.kind === "symbol") {
    const at = from.indexOf(expr.name);
    return at === -1 ? expr : { kind: "symbol", name: to[at] ?? expr.name };
  }
  return mapChildren(expr, (child) => renameSymbols(child, from, to));
}
