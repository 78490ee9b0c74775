import { evaluateExact } from "../equal/evaluate-exact.ts";
import type { Fuel } from "../fuel.ts";
import { type Expr, integerExpr } from "../parse/expr.ts";
import { symbolsOf } from "../parse/expr-walk.ts";
import { addRational, divRational, mulRational, type Rational } from "./rational.ts";

/** slope * name + rest, with a rational slope and a rest without variables. */
export interface LinearForm {
  readonly name: string;
  readonly slope: Rational;
  readonly rest: Expr;
}

/** Returns an expression in one variable as a linear form; undefined where it is none, or has no variable. */
export function linearForm(expr: Expr, fuel: Fuel): LinearForm | undefined {
  const names = symbolsOf(expr);
  const [name] = names;
  if (name === undefined || names.size !== 1) return undefined;
  const parts = split(expr, name, fuel);
  return parts === undefined || parts.slope.n === 0n ? undefined : { name, ...parts };
}

interface Parts {
  readonly slope: Rational;
  readonly rest: Expr;
}

const zero: Rational = { n: 0n, d: 1n };

function split(expr: Expr, name: string, fuel: Fuel): Parts | undefined {
  fuel.spend(4);
  if (expr.kind === "symbol") return { slope: { n: 1n, d: 1n }, rest: integerExpr(0) };
  if (symbolsOf(expr).size === 0) return { slope: zero, rest: expr };
  if (expr.kind === "negate") return scaled(split(expr.operand, name, fuel), { n: -1n, d: 1n }, fuel);
  if (expr.kind === "add") {
    const [a, b] = [split(expr.left, name, fuel), split(expr.right, name, fuel)];
    if (a === undefined || b === undefined) return undefined;
    return {
      slope: addRational(a.slope, b.slope, fuel),
      rest: { kind: "add", left: a.rest, right: b.rest },
    };
  }
  if (expr.kind === "multiply") {
    const left = evaluateExact(expr.left, fuel);
    if (typeof left !== "string") return scaled(split(expr.right, name, fuel), left, fuel);
    const right = evaluateExact(expr.right, fuel);
    return typeof right === "string" ? undefined : scaled(split(expr.left, name, fuel), right, fuel);
  }
  if (expr.kind !== "divide") return undefined;
  const divisor = evaluateExact(expr.right, fuel);
  if (typeof divisor === "string" || divisor.n === 0n) return undefined;
  return scaled(split(expr.left, name, fuel), divRational({ n: 1n, d: 1n }, divisor, fuel), fuel);
}

function scaled(parts: Parts | undefined, factor: Rational, fuel: Fuel): Parts | undefined {
  if (parts === undefined) return undefined;
  return {
    slope: mulRational(parts.slope, factor, fuel),
    rest: { kind: "multiply", left: { kind: "number", value: factor }, right: parts.rest },
  };
}
