import type { Fuel } from "../fuel.ts";
import { type Expr, integerExpr } from "./expr.ts";
import { mapChildren } from "./expr-walk.ts";

/**
 * Returns the body of a series with its index replaced by a whole number or another name, in subscripts as well:
 * `a_{k+1}` is `a_3` at k = 2.
 */
export function replaceIndex(body: Expr, index: string, by: number | string, fuel: Fuel): Expr {
  if (body.kind !== "symbol" && body.kind !== "constant")
    return mapChildren(body, (child) => replaceIndex(child, index, by, fuel));
  if (body.name === index) return typeof by === "number" ? integerExpr(by) : { kind: "symbol", name: by };
  return body.kind === "symbol" ? { kind: "symbol", name: memberName(body.name, index, by, fuel) } : body;
}

/** The name of a member of a sequence where its index has another value: `a_k-1` is `a_2` at k = 3. */
export function memberName(name: string, index: string, by: number | string, fuel: Fuel): string {
  const start = name.indexOf("_") + 1;
  if (start === 0 || index === "" || !name.includes(index, start)) return name;
  fuel.spend(name.length);
  const subscript = name.slice(start);
  const offset = subscript.startsWith(index) ? subscript.slice(index.length) : undefined;
  const isPlain = offset !== undefined && /^(?:[+-]\d{1,9})?$/.test(offset);
  const place =
    typeof by === "number" && isPlain ? by + Number(offset) : subscript.replaceAll(index, `${by}`);
  return `${name.slice(0, start)}${place}`;
}
