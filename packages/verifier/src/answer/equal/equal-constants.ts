import type { Expr } from "../parse/expr.ts";
import { replaceSymbol, symbolsOf } from "../parse/expr-walk.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalScalars } from "./equal-scalars.ts";
import type { Outcome } from "./outcome.ts";

const names: ReadonlySet<string> = new Set(["C", "c", "K", "k", "C_1", "c_1", "C_0", "const", "constant"]);

/**
 * Compares antiderivatives: where both sides have a free constant added (`+ C`), they are equal when they differ by a
 * constant. Undefined where a side has none.
 */
export function equalUpToConstant(gold: Expr, answer: Expr, context: CompareContext): Outcome | undefined {
  if (symbolsOf(gold).size < 2 || symbolsOf(answer).size < 2) return undefined;
  const a = withoutConstant(gold);
  const b = a === undefined ? undefined : withoutConstant(answer);
  if (a === undefined || b === undefined) return undefined;
  const variables = [...symbolsOf(a)];
  for (const name of symbolsOf(b)) if (!variables.includes(name)) return undefined;
  const difference: Expr = { kind: "add", left: a, right: { kind: "negate", operand: b } };
  // The difference does not depend on the variables when renaming them all changes nothing.
  const renamed = variables.reduce<Expr>(
    (expr, name) => replaceSymbol(expr, name, { kind: "symbol", name: `other ${name}` }),
    difference,
  );
  return equalScalars(difference, renamed, context);
}

/** Takes a constant that stands once, as a term of the sum, out of an expression. */
function withoutConstant(expr: Expr): Expr | undefined {
  if (expr.kind !== "add") return undefined;
  const { left, right } = expr;
  if (isConstantName(right)) return mentions(left, right.name) ? undefined : left;
  if (isConstantName(left)) return mentions(right, left.name) ? undefined : right;
  const rest = withoutConstant(left);
  if (rest === undefined || mentionsAny(right)) return undefined;
  return { kind: "add", left: rest, right };
}

function isConstantName(expr: Expr): expr is Expr & { kind: "symbol" } {
  return expr.kind === "symbol" && names.has(expr.name);
}

function mentions(expr: Expr, name: string): boolean {
  return symbolsOf(expr).has(name);
}

function mentionsAny(expr: Expr): boolean {
  return [...symbolsOf(expr)].some((name) => names.has(name));
}
