import { evaluateExact } from "../../answer/equal/evaluate-exact.ts";
import type { Fuel } from "../../answer/fuel.ts";
import type { Expr } from "../../answer/parse/expr.ts";
import { childrenOf, mapChildren } from "../../answer/parse/expr-walk.ts";
import {
  addRational,
  divRational,
  mulRational,
  type Rational,
  sameRational,
} from "../../answer/value/rational.ts";

/** An equation, as its two sides. */
export interface Equation {
  readonly left: Expr;
  readonly right: Expr;
}

/** Returns the names of the variables of an expression. */
export function symbolsOf(expr: Expr, names: Set<string> = new Set()): Set<string> {
  if (expr.kind === "symbol" || (expr.kind === "constant" && expr.name !== "pi")) names.add(expr.name);
  for (const child of childrenOf(expr)) symbolsOf(child, names);
  return names;
}

/**
 * Returns the only solution of an equation that is linear in its one variable; undefined where it is not linear, has no
 * single solution, or is not made of rational operations alone.
 */
export function solveLinear(equation: Equation, name: string, fuel: Fuel): Rational | undefined {
  const points = [0n, 1n, 2n, 5n].map((n) => gapAt(equation, name, { n, d: 1n }, fuel));
  const [zero, one, two, five] = points;
  if (zero === undefined || one === undefined || two === undefined || five === undefined) return undefined;
  const slope = subtract(one, zero, fuel);
  const isLinear =
    sameRational(subtract(two, one, fuel), slope) &&
    sameRational(subtract(five, zero, fuel), mulRational({ n: 5n, d: 1n }, slope, fuel));
  if (!isLinear || slope.n === 0n) return undefined;
  return divRational({ n: -zero.n, d: zero.d }, slope, fuel);
}

/** Returns left - right at a value of the variable, or undefined where that is not rational for certain. */
export function gapAt(
  { left, right }: Equation,
  name: string,
  value: Rational,
  fuel: Fuel,
): Rational | undefined {
  const a = evaluateAt(left, name, value, fuel);
  const b = a === undefined ? undefined : evaluateAt(right, name, value, fuel);
  return a === undefined || b === undefined ? undefined : subtract(a, b, fuel);
}

/** Returns the value of an expression at a value of its variable, or undefined where that is not rational. */
export function evaluateAt(expr: Expr, name: string, value: Rational, fuel: Fuel): Rational | undefined {
  return evaluateWith(expr, new Map([[name, value]]), fuel);
}

/** The value of an expression at a point; undefined where it is not rational there, or a letter has no value. */
export function evaluateWith(
  expr: Expr,
  values: ReadonlyMap<string, Rational>,
  fuel: Fuel,
): Rational | undefined {
  const result = evaluateExact(substitute(expr, values), fuel);
  return typeof result === "string" ? undefined : result;
}

function substitute(expr: Expr, values: ReadonlyMap<string, Rational>): Expr {
  const value = expr.kind === "symbol" ? values.get(expr.name) : undefined;
  if (value !== undefined) return { kind: "number", value };
  return mapChildren(expr, (child) => substitute(child, values));
}

function subtract(a: Rational, b: Rational, fuel: Fuel): Rational {
  return addRational(a, { n: -b.n, d: b.d }, fuel);
}
