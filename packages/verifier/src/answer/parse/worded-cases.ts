import type { Condition } from "../value/condition.ts";
import type { Node } from "./node.ts";

/** An item of a list with the conditions said right behind it. */
export interface ConditionedItem {
  readonly node: Node;
  readonly conditions: readonly Condition<Node>[];
}

/**
 * Returns the values by condition that several items with a condition each stand for: "x^2 for x > 0 and 0 for x <= 0",
 * also under one name, "f(x) = x^2 if x > 0 and f(x) = 0 if x <= 0". Undefined for other items.
 */
export function joinCases(items: readonly ConditionedItem[]): Node | undefined {
  if (items.length < 2) return undefined;
  const rows: (readonly [Node, Node])[] = [];
  for (const { node, conditions } of items) {
    const [only] = conditions;
    if (only?.kind !== "relation" || conditions.length > 1) return undefined;
    rows.push([caseOf(node), only.relation]);
  }
  const [first] = items;
  if (first === undefined || new Set(items.map(({ node }) => nameOf(node))).size > 1) return undefined;
  const cases: Node = { kind: "cases", rows };
  const { node } = first;
  if (node.kind === "labelled") return { ...node, value: cases };
  return node.kind === "relation" ? { ...node, sides: [node.sides[0] ?? node, cases] } : cases;
}

/**
 * Returns each item with its own conditions where several have some, which then are not about the whole list: "x = 1 if
 * a > 0, y = 2 if a < 0". Undefined where at most one has.
 */
export function withOwnConditions(items: readonly ConditionedItem[]): readonly Node[] | undefined {
  if (items.filter(({ conditions }) => conditions.length > 0).length < 2) return undefined;
  return items.map(
    ({ node, conditions }): Node =>
      conditions.length === 0 ? node : { kind: "conditioned", value: node, conditions },
  );
}

function caseOf(node: Node): Node {
  if (node.kind === "labelled") return node.value;
  return node.kind === "relation" && nameOf(node) !== "" ? (node.sides[1] ?? node) : node;
}

/** What an item names; empty where it names nothing. */
function nameOf(node: Node): string {
  if (node.kind === "labelled") return `${node.label}(${node.parameters.join(",")})`;
  if (node.kind !== "relation" || node.signs.length !== 1 || node.signs[0] !== "=") return "";
  const [name] = node.sides;
  return name?.kind === "scalar" && name.expr.kind === "symbol" ? name.expr.name : "";
}
