import type { Fuel } from "../fuel.ts";
import type { Expr } from "../parse/expr.ts";
import { hasSymbol } from "../parse/expr-walk.ts";
import type { UnitFactor } from "../parse/node.ts";
import { resolveUnit } from "./unit.ts";
import type { Value } from "./value.ts";

/** Single letters that may be units where a number or another unit stands before them. */
export const letterUnits = "mgsLlhNJWVKdC";

/** Returns `5 m`, `-5 m` or `5 m/s` read as a quantity, where the text may also mean 5·m or 5·m/s; undefined elsewhere. */
export function readLetterUnit(value: Value, fuel: Fuel): Value | undefined {
  if (value.kind !== "scalar" || value.mark !== undefined) return undefined;
  const isNegative = value.expr.kind === "negate";
  const expr = value.expr.kind === "negate" ? value.expr.operand : value.expr;
  const quotient = quotientOf(expr);
  const divisor = quotient === undefined ? undefined : readFactor(quotient.right, -1);
  const product = divisor !== undefined && quotient !== undefined ? quotient.left : expr;
  if (product.kind !== "multiply" || hasSymbol(product.left)) return undefined;
  const factor = readFactor(product.right, 1);
  if (factor === undefined) return undefined;
  const unit = resolveUnit(divisor === undefined ? [factor] : [factor, divisor], fuel);
  const size: Expr = isNegative ? { kind: "negate", operand: product.left } : product.left;
  return { kind: "quantity", expr: size, unit, isWeak: !isSpeedOrAcceleration(factor, divisor) };
}

/** 5 m/s and 5 m/s² are hardly ever meant as letters. */
function isSpeedOrAcceleration(factor: UnitFactor, divisor: UnitFactor | undefined): boolean {
  return factor.name === "m" && factor.power === 1 && divisor?.name === "s";
}

/** Returns `5 m/s` and `5 \frac{m}{s}` as the quotient of 5 m and s; undefined for what is no quotient. */
function quotientOf(expr: Expr): { left: Expr; right: Expr } | undefined {
  if (expr.kind === "divide") return expr;
  if (expr.kind !== "multiply" || expr.right.kind !== "divide") return undefined;
  const { left, right } = expr.right;
  return { left: { kind: "multiply", left: expr.left, right: left }, right };
}

function readFactor(expr: Expr, sign: 1 | -1): UnitFactor | undefined {
  if (expr.kind === "symbol")
    return letterUnits.includes(expr.name) ? { name: expr.name, power: sign } : undefined;
  if (expr.kind !== "power" || expr.left.kind !== "symbol" || expr.right.kind !== "number") return undefined;
  const power = Number(expr.right.value.n);
  const isPower = expr.right.value.d === 1n && (power === 2 || power === 3);
  return isPower && letterUnits.includes(expr.left.name)
    ? { name: expr.left.name, power: sign * power }
    : undefined;
}
