import type { Fuel } from "../fuel.ts";
import type { Expr, FunctionName } from "../parse/expr.ts";
import { hasSymbol, someExpr } from "../parse/expr-walk.ts";
import { magnitude } from "./approx.ts";
import { evaluateApprox } from "./evaluate-approx.ts";

/** The function in the denominator of another one. */
const denominators: Partial<Record<FunctionName, FunctionName>> = {
  tan: "cos",
  sec: "cos",
  cot: "sin",
  csc: "sin",
};

/** As near to 0 as doubles come at a pole. */
const nearZero = 1e-13;

const noSymbol = () => Number.NaN;

/** Tells whether a function without variables stands at a pole, or too near to tell: `tan 90°` has no value to cancel. */
export function mayHavePole(expr: Expr, fuel: Fuel): boolean {
  return someExpr(expr, (part) => {
    if (part.kind !== "call" || hasSymbol(part)) return false;
    const name = denominators[part.name];
    if (name === undefined) return false;
    return magnitude(evaluateApprox({ kind: "call", name, args: part.args }, noSymbol, fuel)) < nearZero;
  });
}
