import { evaluateApprox } from "../../answer/equal/evaluate-approx.ts";
import { evaluateExact } from "../../answer/equal/evaluate-exact.ts";
import type { Fuel } from "../../answer/fuel.ts";
import type { Expr } from "../../answer/parse/expr.ts";
import { formatRational, type Rational, rationalToNumber } from "../../answer/value/rational.ts";

/** The value of a constant: a fraction where it is rational for certain, and a double with an error bound. */
export interface ConstantValue {
  readonly exact: Rational | undefined;
  readonly number: number;
  readonly error: number;
}

/** Returns the value of an expression without variables, or undefined where it has no certain real value. */
export function constantValue(expr: Expr, fuel: Fuel): ConstantValue | undefined {
  const exact = evaluateExact(expr, fuel);
  if (exact === "undefined_value") return undefined;
  if (exact !== "other") return { exact, number: rationalToNumber(exact), error: 0 };
  const approx = evaluateApprox(expr, () => Number.NaN, fuel);
  if (Number.isNaN(approx.re) || approx.im !== 0) return undefined;
  return { exact: undefined, number: approx.re, error: approx.err };
}

/** The value as a reader writes it: an integer, a short decimal, a fraction, or about six digits. */
export function formatConstant({ exact, number }: ConstantValue): string {
  if (exact === undefined) return `≈ ${Number(number.toPrecision(6))}`;
  if (exact.d === 1n) return exact.n.toString();
  const decimal = String(number);
  return exact.d < 1_000_000n && decimal.length <= 12 && !decimal.includes("e") && isTerminating(exact.d)
    ? decimal
    : formatRational(exact);
}

function isTerminating(denominator: bigint): boolean {
  let rest = denominator;
  while (rest % 2n === 0n) rest /= 2n;
  while (rest % 5n === 0n) rest /= 5n;
  return rest === 1n;
}
