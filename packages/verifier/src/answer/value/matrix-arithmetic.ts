import type { Fuel } from "../fuel.ts";
import { type Expr, integerExpr } from "../parse/expr.ts";
import { someExpr } from "../parse/expr-walk.ts";
import { failSize, failSyntax } from "../unreadable.ts";
import type { Value } from "./value.ts";

type Rows = readonly (readonly Expr[])[];

/** Largest matrix of which determinants and inverses are taken. */
const maxOrder = 4;
/** Largest power of a matrix that is multiplied out. */
const maxPower = 12;

/** Tells whether an expression has a matrix in it. */
export function hasMatrix(expr: Expr): boolean {
  return someExpr(expr, (part) => part.kind === "matrix");
}

/** Carries out sums, products, powers, transposes and determinants. Throws `Unreadable` where the shapes do not fit. */
export function evaluateMatrices(expr: Expr, fuel: Fuel): Value {
  const result = evaluate(expr, fuel);
  if (result.kind !== "matrix") return { kind: "scalar", expr: result };
  return {
    kind: "matrix",
    rows: result.rows.map((row) => row.map((entry): Value => ({ kind: "scalar", expr: entry }))),
  };
}

function evaluate(expr: Expr, fuel: Fuel): Expr {
  fuel.spend(4);
  if (!hasMatrix(expr)) return expr;
  switch (expr.kind) {
    case "matrix":
      return expr;
    case "negate":
      return scale(integerExpr(-1), evaluate(expr.operand, fuel));
    case "add":
      return add(evaluate(expr.left, fuel), evaluate(expr.right, fuel));
    case "multiply":
      return multiply(evaluate(expr.left, fuel), evaluate(expr.right, fuel), fuel);
    case "divide":
      return divide(evaluate(expr.left, fuel), expr.right);
    case "power":
      return power(evaluate(expr.left, fuel), expr.right, fuel);
    case "call":
      if (expr.name === "det" || expr.name === "abs")
        return determinantOf(evaluate(expr.args[0] ?? expr, fuel), fuel);
      return failSyntax();
    default:
      return failSyntax();
  }
}

function rowsOf(expr: Expr): Rows {
  return expr.kind === "matrix" ? expr.rows : failSyntax();
}

function scale(factor: Expr, matrix: Expr): Expr {
  if (matrix.kind !== "matrix") return times(factor, matrix);
  return { kind: "matrix", rows: matrix.rows.map((row) => row.map((entry) => times(factor, entry))) };
}

function divide(matrix: Expr, divisor: Expr): Expr {
  return hasMatrix(divisor)
    ? failSyntax()
    : scale({ kind: "divide", left: integerExpr(1), right: divisor }, matrix);
}

function add(a: Expr, b: Expr): Expr {
  const [left, right] = [rowsOf(a), rowsOf(b)];
  if (left.length !== right.length || left[0]?.length !== right[0]?.length) return failSyntax();
  return {
    kind: "matrix",
    rows: left.map((row, at) => row.map((entry, column) => plus(entry, right[at]?.[column] ?? failSyntax()))),
  };
}

function multiply(a: Expr, b: Expr, fuel: Fuel): Expr {
  if (a.kind !== "matrix") return scale(a, b);
  if (b.kind !== "matrix") return scale(b, a);
  const inner = b.rows.length;
  if (a.rows[0]?.length !== inner) return failSyntax();
  const width = b.rows[0]?.length ?? 0;
  fuel.spend(8 * a.rows.length * width * inner);
  const columns = Array.from({ length: width }, (_, at) => b.rows.map((row) => row[at] ?? failSyntax()));
  return { kind: "matrix", rows: a.rows.map((row) => columns.map((column) => dot(row, column))) };
}

function dot(row: readonly Expr[], column: readonly Expr[]): Expr {
  const products = row.map((entry, at) => times(entry, column[at] ?? failSyntax()));
  return products.reduce(plus);
}

/** `M^2`, `M^{-1}` and `M^T`. */
function power(matrix: Expr, exponent: Expr, fuel: Fuel): Expr {
  if (matrix.kind !== "matrix") return { kind: "power", left: matrix, right: exponent };
  if (exponent.kind === "symbol" && exponent.name === "T") return transpose(matrix.rows);
  const isInverse = exponent.kind === "negate";
  const size = exponent.kind === "negate" ? exponent.operand : exponent;
  if (size.kind !== "number" || size.value.d !== 1n || size.value.n < 1n) return failSyntax();
  if (size.value.n > maxPower) return failSize("fixed");
  const base = isInverse ? inverse(matrix, fuel) : matrix;
  let result = base;
  for (let step = 1n; step < size.value.n; step++) result = multiply(result, base, fuel);
  return result;
}

function transpose(rows: Rows): Expr {
  const width = rows[0]?.length ?? 0;
  return {
    kind: "matrix",
    rows: Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? failSyntax())),
  };
}

function determinantOf(expr: Expr, fuel: Fuel): Expr {
  if (expr.kind !== "matrix") return { kind: "call", name: "abs", args: [expr] };
  return determinant(expr.rows, fuel);
}

/** Expansion along the first row. */
function determinant(rows: Rows, fuel: Fuel): Expr {
  if (rows.length > maxOrder) return failSize("fixed");
  if (rows[0]?.length !== rows.length) return failSyntax();
  fuel.spend(16);
  const [first, ...rest] = rows;
  if (first === undefined) return failSyntax();
  if (rest.length === 0) return first[0] ?? failSyntax();
  const terms = first.map((entry, at) => {
    const minor = rest.map((row) => row.filter((_, column) => column !== at));
    const term = times(entry, determinant(minor, fuel));
    return at % 2 === 0 ? term : times(integerExpr(-1), term);
  });
  return terms.reduce(plus);
}

/** Adjugate over determinant. */
function inverse(matrix: Expr & { kind: "matrix" }, fuel: Fuel): Expr {
  const { rows } = matrix;
  const whole = determinant(rows, fuel);
  if (rows.length === 1) return { kind: "matrix", rows: [[over(integerExpr(1), whole)]] };
  return {
    kind: "matrix",
    rows: rows.map((_, at) =>
      rows.map((__, column) => {
        const minor = rows
          .filter((___, row) => row !== column)
          .map((row) => row.filter((____, c) => c !== at));
        const cofactor = determinant(minor, fuel);
        return over((at + column) % 2 === 0 ? cofactor : times(integerExpr(-1), cofactor), whole);
      }),
    ),
  };
}

function times(left: Expr, right: Expr): Expr {
  return { kind: "multiply", left, right };
}

function plus(left: Expr, right: Expr): Expr {
  return { kind: "add", left, right };
}

function over(left: Expr, right: Expr): Expr {
  return { kind: "divide", left, right };
}
