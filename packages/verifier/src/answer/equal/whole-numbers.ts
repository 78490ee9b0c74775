import type { Expr } from "../parse/expr.ts";
import { hasSymbol, someExpr, symbolsOf } from "../parse/expr-walk.ts";

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

/** Returns the variables of either expression that stand where only whole numbers make sense: the n of n!, not the x beside it. */
export function wholeNames(gold: Expr, answer: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  for (const expr of [gold, answer])
    someExpr(expr, (part) => {
      if (part.kind === "call" && wholeCalls.has(part.name))
        for (const arg of part.args) symbolsOf(arg, names);
      return false;
    });
  return names;
}
