import type { Condition } from "../value/condition.ts";
import { ellipsisName } from "./ellipsis-sum.ts";
import type { Expr } from "./expr.ts";
import { someExpr } from "./expr-walk.ts";
import type { Node } from "./node.ts";

/** Most values listed for a name. */
const maxValues = 64;

/**
 * Returns what a name stands for by the values listed for it: `k = 0, \\pm1, \\pm2, \\ldots` is a whole number,
 * `n = 0, 1, 2` one of three. Undefined for other items.
 */
export function enumerationOf(items: readonly Node[]): Condition<Node> | undefined {
  const [head, ...rest] = items;
  const start = startOf(head);
  if (start === undefined || rest.length === 0 || rest.length > maxValues) return undefined;
  const last = rest[rest.length - 1];
  const isEndless = last?.kind === "scalar" && last.expr.kind === "symbol" && last.expr.name === ellipsisName;
  const numbers = [start.first, ...(isEndless ? rest.slice(0, -1) : rest)];
  if (isEndless) {
    const domain = endlessDomains.get(numbers.map(shown).join(","));
    return domain === undefined ? undefined : { kind: "domain", names: [start.name], domain };
  }
  if (!numbers.every((node) => node.kind === "scalar" && !someExpr(node.expr, isSymbol))) return undefined;
  const name: Node = { kind: "scalar", expr: { kind: "symbol", name: start.name } };
  const set: Node = { kind: "set", items: numbers };
  return { kind: "relation", relation: { kind: "relation", signs: ["in"], sides: [name, set] } };
}

/** Returns the name and the first value of `k = 0`; undefined for another node. */
export function startOf(item: Node | undefined): { readonly name: string; readonly first: Node } | undefined {
  if (item?.kind !== "relation" || item.signs.length !== 1 || item.signs[0] !== "=") return undefined;
  const [name, first] = item.sides;
  if (name?.kind !== "scalar" || name.expr.kind !== "symbol" || first?.kind !== "scalar") return undefined;
  return someExpr(first.expr, isSymbol) ? undefined : { name: name.expr.name, first };
}

/** Beginnings of the whole numbers, as listed before dots. */
const endlessDomains: ReadonlyMap<string, string> = new Map([
  ["0,1", "nonnegative integer"],
  ["0,1,2", "nonnegative integer"],
  ["0,1,2,3", "nonnegative integer"],
  ["1,2", "positive integer"],
  ["1,2,3", "positive integer"],
  ["1,2,3,4", "positive integer"],
  ["0,±1", "integer"],
  ["0,±1,±2", "integer"],
  ["0,±1,±2,±3", "integer"],
]);

function shown(node: Node): string {
  if (node.kind !== "scalar") return "?";
  const { expr } = node;
  if (expr.kind === "number" && expr.value.d === 1n) return String(expr.value.n);
  return expr.kind === "plus_minus" ? `±${shown({ kind: "scalar", expr: expr.right })}` : "?";
}

function isSymbol(expr: Expr): boolean {
  return expr.kind === "symbol";
}
