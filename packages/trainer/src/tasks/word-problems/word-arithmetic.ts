import type { Operator } from "../check-steps.ts";

/** Integer arithmetic; a division that does not come out even has no value. */
export function applyInteger(left: number, operator: Operator, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right !== 0 && left % right === 0 ? left / right : undefined;
  }
}
