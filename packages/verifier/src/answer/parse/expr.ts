import type { Rational } from "../value/rational.ts";

/** Functions that an expression may call. */
export type FunctionName =
  | "sin"
  | "cos"
  | "tan"
  | "cot"
  | "sec"
  | "csc"
  | "arcsin"
  | "arccos"
  | "arctan"
  | "sinh"
  | "cosh"
  | "tanh"
  | "ln"
  | "exp"
  | "abs"
  | "floor"
  | "ceil"
  | "factorial"
  | "binom"
  | "max"
  | "gcd"
  | "lcm"
  | "mod"
  | "double_factorial"
  /** \\sum and \\prod with arguments from, to and body; the bound variable is named by its nesting. */
  | "sum"
  | "product"
  /** Determinant of a matrix. */
  | "det";

/** A scalar expression: exact numbers, constants, variables and operations on them. */
export type Expr =
  /** `places`: digits after the point of a decimal as written, which its value does not tell (2.50). */
  | { readonly kind: "number"; readonly value: Rational; readonly places?: number }
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "constant"; readonly name: "pi" | "e" | "i" | "infinity" }
  | { readonly kind: "negate"; readonly operand: Expr }
  | {
      readonly kind: "add" | "multiply" | "divide" | "power";
      readonly left: Expr;
      readonly right: Expr;
    }
  /** The principal root; for an odd index of a negative real, the real root. */
  | { readonly kind: "root"; readonly radicand: Expr; readonly index: number }
  | { readonly kind: "call"; readonly name: FunctionName; readonly args: readonly Expr[] }
  /** left ± right; `isFlipped` for ∓. */
  | { readonly kind: "plus_minus"; readonly left: Expr; readonly right: Expr; readonly isFlipped: boolean }
  | { readonly kind: "degrees" | "percent"; readonly operand: Expr }
  /** Entries of a matrix, by rows. Arithmetic on matrices is carried out before comparison. */
  | { readonly kind: "matrix"; readonly rows: readonly (readonly Expr[])[] }
  /** A literal in a base, such as 1011_2. It equals only the same numeral in the same base. */
  | { readonly kind: "based"; readonly digits: string; readonly base: number };

/** Returns the number expression of a fraction in lowest terms. */
export function numberExpr(value: Rational): Expr {
  return { kind: "number", value };
}

/** Returns the number expression of a small integer. */
export function integerExpr(value: number): Expr {
  return { kind: "number", value: { n: BigInt(value), d: 1n } };
}
