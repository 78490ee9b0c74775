import type { Expr } from "../parse/expr.ts";
import { childrenOf, sameExpr, someExpr } from "../parse/expr-walk.ts";
import { isDifferentialName } from "../parse/parse-derivative.ts";

/**
 * Tells whether an expression may name the closed value that it is equated to: a name (`x`, `a_{10}`), a measure of a
 * thing (`|z|`, `\log_2 x`, `\sin A`, `\max f`) or its power, or a combination of two or more of them (`m+n`, `abc`,
 * `x_1^2+x_2^2`, `\frac{AB}{CD}`). Where one unknown is left to solve for (`2x`, `x^2`, `n!`, `\sin x`), the value of the
 * unknown is another number, so that the expression is no label.
 */
export function isLabel(expr: Expr): boolean {
  if (isMeasure(expr)) return true;
  if (expr.kind === "power" && expr.left.kind !== "symbol" && isMeasure(expr.left))
    return isNumber(expr.right);
  return countUnknowns(expr, []) > 1;
}

/** Tells whether an expression is a quotient of differentials: dy/dx. */
export function isDerivative(expr: Expr): boolean {
  return expr.kind === "divide" && isDifferential(expr.left) && isDifferential(expr.right);
}

function isDifferential(expr: Expr): boolean {
  if (expr.kind === "power") return isDifferential(expr.left);
  return expr.kind === "symbol" && isDifferentialName(expr.name);
}

/** Different names and measures in an expression; stops at two. */
function countUnknowns(expr: Expr, found: Expr[]): number {
  if (found.length > 1) return found.length;
  if (isMeasure(expr)) {
    const isBound = expr.kind === "symbol" && expr.name.startsWith("bound ");
    if (!isBound && !found.some((other) => sameExpr(other, expr))) found.push(expr);
    return found.length;
  }
  for (const child of childrenOf(expr)) countUnknowns(child, found);
  return found.length;
}

const angleFunctions: ReadonlySet<string> = new Set("sin cos tan cot sec csc".split(" "));

/** A name, or a function that measures what it names rather than poses an equation for it. */
function isMeasure(expr: Expr): boolean {
  if (expr.kind === "symbol") return true;
  // min is -max.
  if (expr.kind === "negate") return expr.operand.kind === "call" && expr.operand.name === "max";
  // log_2 x asks for the exponent; ln x and log x are functions of an unknown.
  if (expr.kind === "divide") return isLogarithm(expr.left) && isBase(expr.right);
  if (expr.kind !== "call") return false;
  const [arg] = expr.args;
  if (arg === undefined) return false;
  if (expr.name === "max" || expr.name === "det") return true;
  if (expr.name === "sum" || expr.name === "product") return someExpr(expr, isIndexed);
  if (expr.name === "abs") return isThing(arg);
  return angleFunctions.has(expr.name) && everyName(arg, isAngle);
}

/** The logarithm of a base other than 10. */
function isBase(expr: Expr): boolean {
  const [base] = expr.kind === "call" && expr.name === "ln" ? expr.args : [];
  return base?.kind === "number" && base.value.n !== 10n;
}

function isLogarithm(expr: Expr): boolean {
  return expr.kind === "call" && expr.name === "ln" && expr.args.every(isSymbol);
}

/** A term a_k of a sum over k. */
function isIndexed(expr: Expr): boolean {
  return expr.kind === "symbol" && expr.name.includes("_bound ");
}

/** Letters whose modulus, length or size is asked for: complex numbers, vectors, sets, segments. */
const thing = /^(?:[zwuvab]|[A-Z△].*)(?:_.*)?'*$/;

function isThing(expr: Expr): boolean {
  if (expr.kind === "symbol") return thing.test(expr.name);
  if (expr.kind === "multiply") return isThing(expr.left) && isThing(expr.right);
  return everyName(expr, (name) => name === "z" || name === "w");
}

/** Angles have Greek letters, capitals (those of a triangle) or three points. */
function isAngle(name: string): boolean {
  return /^[A-Z∠]/.test(name) || /^[a-z]{2,}/.test(name);
}

function everyName(expr: Expr, test: (name: string) => boolean): boolean {
  return someExpr(expr, isSymbol) && !someExpr(expr, (part) => part.kind === "symbol" && !test(part.name));
}

function isSymbol(expr: Expr): boolean {
  return expr.kind === "symbol";
}

function isNumber(expr: Expr): boolean {
  return expr.kind === "number";
}
