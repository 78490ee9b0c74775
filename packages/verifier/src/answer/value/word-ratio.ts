import { integerExpr } from "../parse/expr.ts";
import type { Value } from "./value.ts";

const pattern = /^(\d{1,9})[ -](?:in|to|out of)[ -](?:every )?(\d{1,9})$/;

/** Returns `1 in 2`, `3 to 4` or `2 out of 5` as a quotient; undefined for other texts. */
export function readWordRatio(text: string): Value | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [left, right] = [integerExpr(Number(match[1])), integerExpr(Number(match[2]))];
  return { kind: "scalar", expr: { kind: "divide", left, right } };
}
