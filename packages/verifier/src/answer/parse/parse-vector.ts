import { failSyntax } from "../unreadable.ts";
import { type Expr, integerExpr, numberExpr } from "./expr.ts";
import type { Node } from "./node.ts";
import type { ParseState } from "./parse-state.ts";

type Bracket = Node & { kind: "bracket" };

/**
 * Reads `+ t(4, 5, 6)` behind a tuple, and returns the tuple of the sums: a line or plane by its parameters. Other nodes
 * are returned as they are.
 */
export function addTuples(state: ParseState, first: Node, parseOperand: (state: ParseState) => Node): Node {
  let sum = first;
  while (isTuple(sum) && (state.isPunct("+") || state.isPunct("-"))) {
    const isMinus = state.next().text === "-";
    const factor = readFactor(state);
    const term = parseOperand(state);
    if (!isTuple(term) || term.items.length !== sum.items.length) return failSyntax();
    const scaled = scale(term, isMinus ? { kind: "negate", operand: factor } : factor);
    sum = { ...sum, items: sum.items.map((item, at) => add(item, scaled[at])) };
  }
  return sum;
}

function isTuple(node: Node): node is Bracket {
  return (
    node.kind === "bracket" && node.items.length > 1 && node.items.every((item) => item.kind === "scalar")
  );
}

/** The numbers and letters before a tuple. */
function readFactor(state: ParseState): Expr {
  let factor: Expr = integerExpr(1);
  while (state.isType("number") || state.isType("letter") || state.isPunct("*")) {
    const { type, text, value } = state.next();
    if (type === "punct") continue;
    const right: Expr = value === undefined ? { kind: "symbol", name: text } : numberExpr(value);
    factor = { kind: "multiply", left: factor, right };
  }
  return factor;
}

function scale(tuple: Bracket, factor: Expr): readonly Expr[] {
  return tuple.items.map((item) =>
    item.kind === "scalar" ? { kind: "multiply", left: factor, right: item.expr } : failSyntax(),
  );
}

function add(item: Node, term: Expr | undefined): Node {
  if (item.kind !== "scalar" || term === undefined) return failSyntax();
  return { kind: "scalar", expr: { kind: "add", left: item.expr, right: term } };
}
