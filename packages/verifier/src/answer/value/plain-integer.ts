import { type Expr, numberExpr } from "../parse/expr.ts";

/** Longest run of digits that a double holds exactly. */
const maxDigits = 15;

/** Returns the number of a text that is nothing but an optional minus sign and up to 15 digits: the common case. */
export function readPlainInteger(text: string): Expr | undefined {
  const isNegative = text.charCodeAt(0) === 45;
  const start = isNegative ? 1 : 0;
  const count = text.length - start;
  if (count < 1 || count > maxDigits) return undefined;
  let value = 0;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    value = value * 10 + digit;
  }
  return numberExpr({ n: BigInt(isNegative ? -value : value), d: 1n });
}
