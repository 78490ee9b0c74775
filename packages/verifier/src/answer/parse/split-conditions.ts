import type { Condition } from "../value/condition.ts";
import { enumerationOf, startOf } from "./enumeration.ts";
import { symbolsOf } from "./expr-walk.ts";
import type { Joiner, Node } from "./node.ts";

const orders: ReadonlySet<string> = new Set(["<", ">", "<=", ">=", "!="]);

/** Most conditions of a list; one with more relations at its end is a list of them. */
const maxConditions = 24;

const none: readonly Condition<Node>[] = [];

/**
 * Splits the items of a list into its values and the conditions at its end: relations whose names all stand in an
 * expression before them. `x^2, x > 1` has a condition, `x > 1, y < 2` is a list of two.
 */
export function splitConditions(
  items: readonly Node[],
  joiner: Joiner | undefined,
): { readonly values: readonly Node[]; readonly conditions: readonly Condition<Node>[] } {
  if (items.every(({ kind }) => kind !== "relation")) return { values: items, conditions: none };
  const listed = findEnumeration(items);
  if (listed !== undefined && joiner !== "or") return listed;
  return splitRelations(spreadExclusions(items), joiner);
}

/** `x \\ne 2, 3` excludes both. */
function spreadExclusions(items: readonly Node[]): readonly Node[] {
  let name: Node | undefined;
  return items.map((item): Node => {
    if (item.kind === "relation") {
      const [first] = item.sides;
      const isExclusion = item.signs.length === 1 && item.signs[0] === "!=";
      name = isExclusion && first?.kind === "scalar" && first.expr.kind === "symbol" ? first : undefined;
    } else if (name !== undefined && item.kind === "scalar" && symbolsOf(item.expr).size === 0)
      return { kind: "relation", signs: ["!="], sides: [name, item] };
    return item;
  });
}

function splitRelations(
  items: readonly Node[],
  joiner: Joiner | undefined,
): { readonly values: readonly Node[]; readonly conditions: readonly Condition<Node>[] } {
  let end = items.length;
  while (
    end > 1 &&
    items.length - end <= maxConditions &&
    joiner !== "or" &&
    isCondition(items[end - 1], items.slice(0, end - 1))
  )
    end--;
  if (items.length - end > maxConditions) end = items.length;
  const conditions = items.slice(end).map((relation): Condition<Node> => ({ kind: "relation", relation }));
  return { values: end === items.length ? items : items.slice(0, end), conditions };
}

/** `k = 0, \\pm1, \\pm2, \\ldots` behind a value in k says what k stands for. */
function findEnumeration(
  items: readonly Node[],
): { readonly values: readonly Node[]; readonly conditions: readonly Condition<Node>[] } | undefined {
  const at = items.findIndex((item, index) => index > 0 && startOf(item) !== undefined);
  const start = startOf(items[at]);
  if (start === undefined || at === items.length - 1) return undefined;
  const inside = new Set<string>();
  const values = items.slice(0, at);
  for (const node of values) addInnerNames(node, inside);
  const condition = inside.has(start.name) ? enumerationOf(items.slice(at)) : undefined;
  return condition === undefined ? undefined : { values, conditions: [condition] };
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
