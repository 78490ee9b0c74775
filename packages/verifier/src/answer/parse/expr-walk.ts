import type { Expr } from "./expr.ts";

/** Returns the direct subexpressions. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "number":
    case "symbol":
    case "constant":
    case "based":
      return [];
    case "negate":
    case "degrees":
    case "percent":
      return [expr.operand];
    case "root":
      return [expr.radicand];
    case "call":
      return expr.args;
    case "matrix":
      return expr.rows.flat();
    default:
      return [expr.left, expr.right];
  }
}

/** Tells whether any subexpression satisfies the test. Depth is bounded by the parser. */
export function someExpr(expr: Expr, test: (expr: Expr) => boolean): boolean {
  if (test(expr)) return true;
  // Spelled out: a list of children for every node is what this would otherwise spend most of its time on.
  switch (expr.kind) {
    case "number":
    case "symbol":
    case "constant":
    case "based":
      return false;
    case "negate":
    case "degrees":
    case "percent":
      return someExpr(expr.operand, test);
    case "root":
      return someExpr(expr.radicand, test);
    case "call":
    case "matrix":
      return childrenOf(expr).some((child) => someExpr(child, test));
    default:
      return someExpr(expr.left, test) || someExpr(expr.right, test);
  }
}

/** Returns the expression with each direct subexpression replaced; shares the original where nothing changed. */
export function mapChildren(expr: Expr, map: (expr: Expr) => Expr): Expr {
  switch (expr.kind) {
    case "number":
    case "symbol":
    case "constant":
    case "based":
      return expr;
    case "negate":
    case "degrees":
    case "percent":
      return { kind: expr.kind, operand: map(expr.operand) };
    case "root":
      return { kind: "root", radicand: map(expr.radicand), index: expr.index };
    case "call":
      return { kind: "call", name: expr.name, args: expr.args.map(map) };
    case "matrix":
      return { kind: "matrix", rows: expr.rows.map((row) => row.map(map)) };
    case "plus_minus":
      return { kind: "plus_minus", left: map(expr.left), right: map(expr.right), isFlipped: expr.isFlipped };
    default:
      return { kind: expr.kind, left: map(expr.left), right: map(expr.right) };
  }
}

/** Tells whether the expression has a variable. */
export function hasSymbol(expr: Expr): boolean {
  return someExpr(expr, isSymbol);
}

function isSymbol(expr: Expr): boolean {
  return expr.kind === "symbol";
}

/** Returns the number of subexpressions, itself included. */
export function sizeOf(expr: Expr): number {
  return childrenOf(expr).reduce((size, child) => size + sizeOf(child), 1);
}

/** Returns the expression with every variable (or constant, such as an index i) of that name replaced. */
export function replaceSymbol(expr: Expr, name: string, by: Expr): Expr {
  if (expr.kind === "symbol" || expr.kind === "constant") return expr.name === name ? by : expr;
  return mapChildren(expr, (child) => replaceSymbol(child, name, by));
}

/** Returns the names of all variables. */
export function symbolsOf(expr: Expr, names: Set<string> = new Set()): Set<string> {
  if (expr.kind === "symbol") names.add(expr.name);
  else for (const child of childrenOf(expr)) symbolsOf(child, names);
  return names;
}

/** Tells whether two expressions are written alike, numbers by value. */
export function sameExpr(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case "number":
      return b.kind === "number" && a.value.n === b.value.n && a.value.d === b.value.d;
    case "symbol":
    case "constant":
      return "name" in b && a.name === b.name;
    case "based":
      return b.kind === "based" && a.digits === b.digits && a.base === b.base;
    case "root":
      return b.kind === "root" && a.index === b.index && sameExpr(a.radicand, b.radicand);
    case "call":
      if (b.kind !== "call" || a.name !== b.name || a.args.length !== b.args.length) return false;
      break;
    case "matrix":
      if (b.kind !== "matrix" || a.rows.length !== b.rows.length || a.rows[0]?.length !== b.rows[0]?.length)
        return false;
      break;
    case "plus_minus":
      if (b.kind !== "plus_minus" || a.isFlipped !== b.isFlipped) return false;
      break;
    default:
      break;
  }
  const left = childrenOf(a);
  const right = childrenOf(b);
  return left.every((child, index) => {
    const other = right[index];
    return other !== undefined && sameExpr(child, other);
  });
}
