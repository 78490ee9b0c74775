import { type Expr, integerExpr } from "../parse/expr.ts";
import { replaceSymbol, symbolsOf } from "../parse/expr-walk.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalScalars } from "./equal-scalars.ts";
import { differentBy, equalBy, type Outcome } from "./outcome.ts";

type Relation = Value & { kind: "relation" };

/**
 * Tells whether one of two equations is the other solved for a variable: `y = 6/x` and `xy = 6`. The other must be
 * linear in that variable, so that there is no further solution.
 */
export function isSolvedForm(gold: Relation, answer: Relation, context: CompareContext): boolean {
  return solves(gold, answer, context) || solves(answer, gold, context);
}

function solves(solved: Relation, equation: Relation, context: CompareContext): boolean {
  const [left, right] = exprsOf(solved);
  if (left === undefined || right === undefined) return false;
  for (const [name, value] of [
    [left, right],
    [right, left],
  ] as const) {
    if (name.kind !== "symbol" || symbolsOf(value).has(name.name)) continue;
    if (isRoot(equation, name.name, value, context)) return true;
  }
  return false;
}

/**
 * Compares an equation with an expression that stands for its right-hand side: gold `xy = 6`, answer `6/x`. The equation
 * must have exactly one more variable than the expression, and the expression at least one.
 */
export function equalSolvedFor(gold: Value, answer: Value, context: CompareContext): Outcome {
  const [relation, value] = gold.kind === "relation" ? [gold, answer] : [answer, gold];
  if (relation.kind !== "relation" || value.kind !== "scalar" || value.mark !== undefined)
    return differentBy("structural");
  const [left, right] = exprsOf(relation);
  const given = symbolsOf(value.expr);
  if (left === undefined || right === undefined || given.size === 0) return differentBy("structural");
  const all = symbolsOf(right, symbolsOf(left));
  const missing = [...all].filter((name) => !given.has(name));
  const [name] = missing;
  if (name === undefined || missing.length !== 1 || [...given].some((other) => !all.has(other)))
    return differentBy("structural");
  return isRoot(relation, name, value.expr, context) ? equalBy("structural") : differentBy("structural");
}

/** Tells whether the equation is linear in `name` and solved by `value`, and by nothing else. */
function isRoot(equation: Relation, name: string, value: Expr, context: CompareContext): boolean {
  const [left, right] = exprsOf(equation);
  if (left === undefined || right === undefined) return false;
  const difference = minus(left, right);
  if (!symbolsOf(difference).has(name)) return false;
  const at = (by: Expr) => replaceSymbol(difference, name, by);
  const isZero = (expr: Expr) => equalScalars(integerExpr(0), expr, context).result === "equal";
  if (!isZero(at(value))) return false;
  const [first, second] = [
    minus(at(integerExpr(1)), at(integerExpr(0))),
    minus(at(integerExpr(2)), at(integerExpr(1))),
  ];
  const slope = equalScalars(integerExpr(0), first, context);
  return slope.result === "different" && equalScalars(first, second, context).result === "equal";
}

function exprsOf(relation: Relation): readonly (Expr | undefined)[] {
  if (relation.signs.length !== 1 || relation.signs[0] !== "=") return [];
  return relation.sides.map((side) =>
    side.kind === "scalar" && side.mark === undefined ? side.expr : undefined,
  );
}

function minus(left: Expr, right: Expr): Expr {
  return { kind: "add", left, right: { kind: "negate", operand: right } };
}
