import type { Fuel } from "../fuel.ts";
import type { Expr } from "../parse/expr.ts";
import { childrenOf, mapChildren, replaceSymbol, symbolsOf } from "../parse/expr-walk.ts";
import { linearForm } from "../value/linear-form.ts";
import { divRational, type Rational } from "../value/rational.ts";
import { evaluateExact } from "./evaluate-exact.ts";

/** Returns the sign of a - b. */
export function compareRational(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

/**
 * Returns where |u| and max(u, v) of an expression change from one form to another; undefined where that is not at
 * rational values of the variable.
 */
export function findKinks(expr: Expr, name: string, fuel: Fuel): Rational[] | undefined {
  fuel.spend(1);
  const found: Rational[] = [];
  for (const child of childrenOf(expr)) {
    const inner = findKinks(child, name, fuel);
    if (inner === undefined) return undefined;
    found.push(...inner);
  }
  const turning = turningOf(expr);
  if (turning === undefined || !symbolsOf(turning).has(name)) return found;
  const form = linearForm(turning, fuel);
  const rest = form === undefined ? "other" : evaluateExact(form.rest, fuel);
  if (form === undefined || typeof rest === "string") return undefined;
  return [...found, divRational({ n: -rest.n, d: rest.d }, form.slope, fuel)];
}

/** Returns the expression with the form that each |u| and max(u, v) has at a value of the variable. */
export function resolveKinks(expr: Expr, name: string, at: Rational, fuel: Fuel): Expr {
  fuel.spend(1);
  const inner = mapChildren(expr, (child) => resolveKinks(child, name, at, fuel));
  const turning = turningOf(inner);
  if (turning === undefined || inner.kind !== "call") return inner;
  const value = evaluateExact(replaceSymbol(turning, name, { kind: "number", value: at }), fuel);
  if (typeof value === "string") return inner;
  const [first, second] = inner.args;
  if (first === undefined) return inner;
  if (inner.name === "abs") return value.n < 0n ? { kind: "negate", operand: first } : first;
  return value.n < 0n && second !== undefined ? second : first;
}

/** The expression at whose zeros a call changes its form. */
function turningOf(expr: Expr): Expr | undefined {
  if (expr.kind !== "call") return undefined;
  const [first, second] = expr.args;
  if (expr.name === "abs") return first;
  if (expr.name !== "max" || first === undefined || second === undefined || expr.args.length !== 2)
    return undefined;
  return { kind: "add", left: first, right: { kind: "negate", operand: second } };
}
