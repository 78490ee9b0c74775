import type { Fuel } from "../fuel.ts";
import { type Expr, numberExpr } from "../parse/expr.ts";
import { makeRational } from "./rational.ts";
import { resolveUnit } from "./unit.ts";
import type { Value } from "./value.ts";

const prime = String.raw`(?:'|′|’|\^?\{?\\prime\}?)`;
const pattern = new RegExp(
  String.raw`^(?:(\d{1,6}(?:\.\d{1,6})?) ?${prime})? ?(?:(\d{1,6}(?:\.\d{1,6})?) ?(?:"|″|”|${prime}{2}))?$`,
);

/** Returns `5'6"` as feet and inches, which count only against another quantity; undefined for other texts. */
export function readFeetInches(text: string, fuel: Fuel): Value | undefined {
  if (text.length > 40) return undefined;
  const match = pattern.exec(text);
  const [, feet, inches] = match ?? [];
  if (feet === undefined && inches === undefined) return undefined;
  const unit = resolveUnit([{ name: "in", power: 1 }], fuel);
  const expr: Expr = numberExpr(makeRational(12n * millionths(feet) + millionths(inches), 1_000_000n, fuel));
  return { kind: "quantity", expr, unit, isWeak: true };
}

function millionths(decimal = "0"): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(6, "0"));
}
