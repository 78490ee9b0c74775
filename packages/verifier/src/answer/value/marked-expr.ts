import type { Expr } from "../parse/expr.ts";
import type { ScalarValue } from "./value.ts";

/** Returns the expression of a scalar with its percent or degree sign; radians need none. */
export function markedExpr(value: ScalarValue): Expr {
  if (value.mark === undefined || value.mark === "radians") return value.expr;
  return { kind: value.mark, operand: value.expr };
}
