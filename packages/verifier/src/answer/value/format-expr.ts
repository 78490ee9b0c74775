import { evaluateExact } from "../equal/evaluate-exact.ts";
import type { Fuel } from "../fuel.ts";
import type { Expr } from "../parse/expr.ts";
import { formatRational } from "./rational.ts";

/**
 * Returns a normal form of an expression: rational parts as one fraction, sums and products flattened and sorted.
 * Equal forms mean equal expressions; equal expressions may have several forms.
 */
export function formatExpr(expr: Expr, fuel: Fuel): string {
  const exact = evaluateExact(expr, fuel);
  if (typeof exact !== "string") return formatRational(exact);
  return formatOpen(expr, fuel);
}

function formatOpen(expr: Expr, fuel: Fuel): string {
  fuel.spend(4);
  switch (expr.kind) {
    case "symbol":
    case "constant":
      return expr.name;
    case "negate":
      return `-${wrapped(expr.operand, fuel)}`;
    case "percent":
      return `${wrapped(expr.operand, fuel)}%`;
    case "degrees":
      return `${wrapped(expr.operand, fuel)}°`;
    case "add":
      return `(${chain(expr, "add", fuel).sort().join("+")})`;
    case "multiply":
      return chain(expr, "multiply", fuel).sort().join("*");
    case "divide":
      return `${wrapped(expr.left, fuel)}/${wrapped(expr.right, fuel)}`;
    case "power":
      return `${wrapped(expr.left, fuel)}^${wrapped(expr.right, fuel)}`;
    case "root":
      return `root${expr.index}(${formatExpr(expr.radicand, fuel)})`;
    case "call":
      return `${expr.name}(${expr.args.map((arg) => formatExpr(arg, fuel)).join(",")})`;
    case "based":
      return `${expr.digits}_${expr.base}`;
    case "matrix":
      return `[${expr.rows.map((row) => `[${row.map((entry) => formatExpr(entry, fuel)).join(", ")}]`).join(", ")}]`;
    default:
      return `(${formatExpr(numberOrSelf(expr), fuel)})`;
  }
}

/** ± is expanded before values are formatted; a stray one shows its upper sign. */
function numberOrSelf(expr: Expr & { kind: "number" | "plus_minus" }): Expr {
  return expr.kind === "plus_minus" ? { kind: "add", left: expr.left, right: expr.right } : expr;
}

function chain(expr: Expr, kind: "add" | "multiply", fuel: Fuel, forms: string[] = []): string[] {
  if (expr.kind !== kind) forms.push(wrapped(expr, fuel));
  else {
    chain(expr.left, kind, fuel, forms);
    chain(expr.right, kind, fuel, forms);
  }
  return forms;
}

function wrapped(expr: Expr, fuel: Fuel): string {
  const form = formatExpr(expr, fuel);
  const isSum = expr.kind === "add" && form.startsWith("(");
  const isAtom = isSum || expr.kind === "symbol" || expr.kind === "constant" || /^\d+$/.test(form);
  return isAtom ? form : `(${form})`;
}
