import type { Expr } from "../parse/expr.ts";
import { isDifferentialName } from "../parse/parse-derivative.ts";

/**
 * Tells whether an expression only names a quantity, so that `AB = 5` answers 5: a segment or figure (`AB`, `|AB|`,
 * `S_{ABC}`), a quotient of such names, a function at a variable (`\cos\theta`), a derivative. Products and powers of
 * ordinary variables are formulas, not names.
 */
export function isDesignator(expr: Expr): boolean {
  switch (expr.kind) {
    case "symbol":
      return true;
    case "multiply":
      return isSegment(expr);
    case "divide":
      return isDerivative(expr) || (isFigure(expr.left) && isFigure(expr.right));
    case "call":
      return (
        expr.args.length === 1 &&
        expr.args.every((arg) => (expr.name === "abs" ? isFigure(arg) : isDesignator(arg)))
      );
    default:
      return false;
  }
}

/** A name with a capital letter: a point, segment, area, volume. */
function isFigure(expr: Expr): boolean {
  if (expr.kind === "symbol") return isCapital(expr.name[0] ?? "") || expr.name[0] === "△";
  return expr.kind === "multiply" && isSegment(expr);
}

/** Capital letters side by side. */
function isSegment(expr: Expr): boolean {
  if (expr.kind === "multiply") return isSegment(expr.left) && isSegment(expr.right);
  return expr.kind === "symbol" && expr.name.length === 1 && isCapital(expr.name);
}

function isCapital(letter: string): boolean {
  return letter >= "A" && letter <= "Z";
}

/** dy/dx */
function isDerivative(expr: Expr & { kind: "divide" | "add" | "multiply" | "power" }): boolean {
  return isDifferential(expr.left) && isDifferential(expr.right);
}

function isDifferential(expr: Expr): boolean {
  if (expr.kind === "power") return isDifferential(expr.left);
  return expr.kind === "symbol" && isDifferentialName(expr.name);
}
