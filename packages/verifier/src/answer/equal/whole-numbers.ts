import type { Expr } from "../parse/expr.ts";
import { hasSymbol, someExpr } from "../parse/expr-walk.ts";

const wholeCalls: ReadonlySet<string> = new Set(
  "factorial double_factorial binom gcd lcm mod sum product".split(" "),
);

/** Factorials and binomials of variables make sense at whole numbers. */
export function needsWholeNumbers(expr: Expr): boolean {
  return someExpr(
    expr,
    (part) => part.kind === "call" && wholeCalls.has(part.name) && part.args.some(hasSymbol),
  );
}
