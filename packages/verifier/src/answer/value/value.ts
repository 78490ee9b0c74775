import type { Expr } from "../parse/expr.ts";
import type { RelationSign } from "../parse/node.ts";
import type { Condition } from "./condition.ts";
import type { Unit } from "./unit.ts";

/** A number or expression; `mark` is the sign it was written with, and `expr` what stands before the sign. */
export interface ScalarValue {
  readonly kind: "scalar";
  readonly expr: Expr;
  readonly mark?: "percent" | "degrees" | "radians";
  /** The run of letters that is all of it, as written: beside another name it is one, and the order of its letters counts. */
  readonly run?: string;
}

/** A typed answer. Comparers dispatch on the pair of kinds. */
export type Value =
  | ScalarValue
  /** `isWeak`: the unit is a lone letter that may be a variable; it counts only against another quantity. */
  | { readonly kind: "quantity"; readonly expr: Expr; readonly unit: Unit; readonly isWeak: boolean }
  /** A tuple, interval or bracketed list; the brackets tell. */
  | {
      readonly kind: "bracket";
      readonly open: "(" | "[";
      readonly close: ")" | "]";
      readonly items: readonly Value[];
    }
  /** `isGrouped`: written as one number with its digits in groups, so that it is no tuple. */
  | { readonly kind: "list"; readonly items: readonly Value[]; readonly isGrouped?: true }
  /** A proportion of three or more terms. */
  | { readonly kind: "ratio"; readonly terms: readonly Expr[] }
  /** A residue class; with a left side, the congruence. */
  | {
      readonly kind: "congruence";
      readonly left: Expr | undefined;
      readonly residue: Expr;
      readonly modulus: Expr;
    }
  | { readonly kind: "cases"; readonly rows: readonly (readonly [value: Value, condition: Value])[] }
  /** A value with conditions on its names. */
  | { readonly kind: "conditioned"; readonly value: Value; readonly conditions: readonly Condition<Value>[] }
  /** `isPlusMinus`: the two values of a ±. */
  | { readonly kind: "set"; readonly items: readonly Value[]; readonly isPlusMinus: boolean }
  | {
      readonly kind: "set_operation";
      readonly sign: "cup" | "cap" | "setminus";
      readonly parts: readonly Value[];
    }
  /**
   * `x = 5`, `f(x) = 2x`, `m + n = 293`, `Area = 12`; `isVariable` where the label is mathematics rather than words.
   * `expr`: the label where it is more than a name.
   */
  | {
      readonly kind: "labelled";
      readonly label: string;
      readonly isVariable: boolean;
      readonly parameters: readonly string[];
      readonly expr?: Expr;
      readonly value: Value;
    }
  /** An equation or inequality between expressions. */
  | { readonly kind: "relation"; readonly signs: readonly RelationSign[]; readonly sides: readonly Value[] }
  /**
   * a = b = c without a variable to solve for: the value of any side, once all are shown equal. Approximations after
   * ≈ only have to be close to it.
   */
  | { readonly kind: "chain"; readonly sides: readonly Value[]; readonly approximations: readonly Value[] }
  | { readonly kind: "matrix"; readonly rows: readonly (readonly Value[])[] }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "text"; readonly text: string }
  /** Prose with formulas in it, or a formula without a value. */
  | { readonly kind: "statement"; readonly parts: readonly StatementPart[] };

/** A stretch of a statement: words, or a formula with every value that its text allows. */
export interface StatementPart {
  readonly isFormula: boolean;
  /** Words; or letters, numbers, commands and signs. */
  readonly tokens: readonly string[];
  /** Values of a formula, none where it has no value. Read when first asked for: most are told apart by their signs. */
  readonly readings: () => readonly Value[];
}

/** An answer as read: its trimmed text and every reading that the text allows. */
export interface ParsedAnswer {
  readonly text: string;
  /** At least one. */
  readonly readings: readonly Value[];
}
