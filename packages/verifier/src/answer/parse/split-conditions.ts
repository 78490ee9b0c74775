import type { Condition } from "../value/condition.ts";
import { ellipsisName } from "./ellipsis-sum.ts";
import type { Expr } from "./expr.ts";
import { someExpr, symbolsOf } from "./expr-walk.ts";
import type { Joiner, Node } from "./node.ts";

const orders: ReadonlySet<string> = new Set(["<", ">", "<=", ">=", "!="]);

/**
 * Splits the items of a list into its values and the conditions at its end: relations whose names all stand in an
 * expression before them. `x^2, x > 1` has a condition, `x > 1, y < 2` is a list of two.
 */
export function splitConditions(
  items: readonly Node[],
  joiner: Joiner | undefined,
): { readonly values: readonly Node[]; readonly conditions: readonly Condition<Node>[] } {
  const listed = findEnumeration(items);
  if (listed !== undefined && joiner !== "or") return listed;
  let end = items.length;
  while (end > 1 && joiner !== "or" && isCondition(items[end - 1], items.slice(0, end - 1))) end--;
  const conditions = items.slice(end).map((relation): Condition<Node> => ({ kind: "relation", relation }));
  return { values: end === items.length ? items : items.slice(0, end), conditions };
}

/** `k = 0, \\pm1, \\pm2, \\ldots` and `n = 0, 1, 2` behind a value in k or n say what the name stands for. */
function findEnumeration(
  items: readonly Node[],
): { readonly values: readonly Node[]; readonly conditions: readonly Condition<Node>[] } | undefined {
  const at = items.findIndex((item, index) => index > 0 && startOf(item) !== undefined);
  const start = startOf(items[at]);
  if (start === undefined || at === items.length - 1) return undefined;
  const inside = new Set<string>();
  for (const node of items.slice(0, at)) addInnerNames(node, inside);
  if (!inside.has(start.name)) return undefined;
  const rest = items.slice(at + 1);
  const values = items.slice(0, at);
  const last = rest[rest.length - 1];
  const isEndless = last?.kind === "scalar" && last.expr.kind === "symbol" && last.expr.name === ellipsisName;
  const numbers = [start.first, ...(isEndless ? rest.slice(0, -1) : rest)];
  if (!isEndless) {
    if (!numbers.every((node) => node.kind === "scalar" && !someExpr(node.expr, isSymbol))) return undefined;
    const name: Node = { kind: "scalar", expr: { kind: "symbol", name: start.name } };
    const relation: Node = {
      kind: "relation",
      signs: ["in"],
      sides: [name, { kind: "set", items: numbers }],
    };
    return { values, conditions: [{ kind: "relation", relation }] };
  }
  const domain = endlessDomains.get(numbers.map(shown).join(","));
  return domain === undefined
    ? undefined
    : { values, conditions: [{ kind: "domain", names: [start.name], domain }] };
}

/** Beginnings of the whole numbers, as listed before dots. */
const endlessDomains: ReadonlyMap<string, string> = new Map([
  ["0,1,2", "nonnegative integer"],
  ["0,1,2,3", "nonnegative integer"],
  ["1,2,3", "positive integer"],
  ["1,2", "positive integer"],
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

/** The name and first value of `k = 0`. */
function startOf(item: Node | undefined): { readonly name: string; readonly first: Node } | undefined {
  if (item?.kind !== "relation" || item.signs.length !== 1 || item.signs[0] !== "=") return undefined;
  const [name, first] = item.sides;
  if (name?.kind !== "scalar" || name.expr.kind !== "symbol" || first?.kind !== "scalar") return undefined;
  return someExpr(first.expr, isSymbol) ? undefined : { name: name.expr.name, first };
}

function isSymbol(expr: Expr): boolean {
  return expr.kind === "symbol";
}

function isCondition(item: Node | undefined, before: readonly Node[]): boolean {
  if (item?.kind !== "relation" || !item.signs.every((sign) => orders.has(sign) || sign === "in"))
    return false;
  const names = new Set<string>();
  for (const side of item.sides) addNames(side, names);
  if (names.size === 0) return false;
  const inside = new Set<string>();
  for (const node of before) addInnerNames(node, inside);
  return [...names].every((name) => inside.has(name));
}

/** Names inside expressions: what a side names, and what an inequality bounds, is the answer itself. */
function addInnerNames(node: Node, names: Set<string>): void {
  if (node.kind === "relation") {
    if (node.signs.some((sign) => orders.has(sign) || sign === "in")) return;
    for (const side of node.sides)
      if (side.kind !== "scalar" || side.expr.kind !== "symbol") addNames(side, names);
  } else if (node.kind === "labelled") {
    for (const name of node.parameters) names.add(name);
    addInnerNames(node.value, names);
  } else if (node.kind === "list") for (const item of node.items) addInnerNames(item, names);
  else addNames(node, names);
}

function addNames(node: Node, names: Set<string>): void {
  if (node.kind === "scalar" || node.kind === "quantity") symbolsOf(node.expr, names);
  else if (node.kind === "labelled") addNames(node.value, names);
  else if (node.kind === "relation") for (const side of node.sides) addNames(side, names);
  else if (node.kind === "matrix") for (const row of node.rows) for (const item of row) addNames(item, names);
  else if ("items" in node) for (const item of node.items) addNames(item, names);
}
