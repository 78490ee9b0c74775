import type { Expr } from "../parse/expr.ts";
import { childrenOf, hasSymbol, someExpr } from "../parse/expr-walk.ts";
import type { Value } from "../value/value.ts";

/**
 * Tells whether an answer leaves sums, products or whole divisions of plain numbers undone where the gold is a plain
 * number: `27+18` for 45, `48/2` for 24. Other fractions, mixed numbers, powers, roots, factorials and scientific
 * notation count as done.
 */
export function isUnevaluated(gold: Value, answer: Value): boolean {
  return isPlainNumber(gold) && isUndone(answer);
}

function isPlainNumber(value: Value): boolean {
  if (value.kind === "labelled") return isPlainNumber(value.value);
  return (value.kind === "scalar" || value.kind === "quantity") && isNumeral(value.expr);
}

function isUndone(value: Value): boolean {
  if (value.kind === "labelled") return isUndone(value.value);
  // 27 + 18 = 45 shows the result.
  if (value.kind === "chain") return value.sides.every(isUndone);
  if (value.kind !== "scalar" && value.kind !== "quantity") return false;
  return !hasSymbol(value.expr) && someExpr(value.expr, isOpenOperation);
}

function isOpenOperation(expr: Expr): boolean {
  if (expr.kind === "add") return !isMixed(expr) && childrenOf(expr).every(isArithmetic);
  if (expr.kind === "multiply") return !isPowerOfTen(expr.right) && childrenOf(expr).every(isArithmetic);
  return expr.kind === "divide" && childrenOf(expr).every(isArithmetic) && !isProperFraction(expr);
}

/** A quotient of two plain numbers that is no whole number: nothing is left to do. */
function isProperFraction(expr: Expr & { kind: "add" | "multiply" | "divide" | "power" }): boolean {
  const { left, right } = expr;
  if (!isNumeral(left) || !isNumeral(right)) return false;
  const [top, bottom] = [left, right].map((side) => (side.kind === "negate" ? side.operand : side));
  if (top?.kind !== "number" || bottom?.kind !== "number" || bottom.value.n === 0n) return true;
  return (top.value.n * bottom.value.d) % (top.value.d * bottom.value.n) !== 0n;
}

/** Plain numbers and arithmetic on them. */
function isArithmetic(expr: Expr): boolean {
  if (isNumeral(expr)) return true;
  const isOperation =
    expr.kind === "add" || expr.kind === "multiply" || expr.kind === "divide" || expr.kind === "negate";
  return isOperation && childrenOf(expr).every(isArithmetic);
}

function isNumeral(expr: Expr): boolean {
  return expr.kind === "number" || (expr.kind === "negate" && isNumeral(expr.operand));
}

/** 1 1/2, and minutes and seconds of arc. */
function isMixed(expr: Expr & { kind: "add" | "multiply" | "divide" | "power" }): boolean {
  const isWhole = expr.left.kind === "number" || (expr.left.kind === "add" && isMixed(expr.left));
  return isWhole && expr.right.kind === "divide" && childrenOf(expr.right).every(isNumeral);
}

function isPowerOfTen(expr: Expr): boolean {
  return (
    expr.kind === "power" &&
    expr.left.kind === "number" &&
    expr.left.value.n === 10n &&
    expr.left.value.d === 1n
  );
}
