import type { Condition } from "../value/condition.ts";
import type { Expr } from "./expr.ts";

/** One factor of a unit as written: `cm` to the power 2. */
export interface UnitFactor {
  readonly name: string;
  readonly power: number;
}

/** Signs of a relation; `~=` is "approximately", the last four stand between figures. */
export type RelationSign =
  | "="
  | "<"
  | ">"
  | "<="
  | ">="
  | "!="
  | "~="
  | "in"
  | "equiv"
  | "parallel"
  | "perp"
  | "cong"
  | "sim";

/** The word between the items of a list. */
export type Joiner = "and" | "or";

/** What the parser builds: scalar expressions and the structures that hold them, as written. */
export type Node =
  /** `run`: the run of letters that is all of it: a product, and a name as well. */
  | { readonly kind: "scalar"; readonly expr: Expr; readonly run?: string }
  /** `isWeak`: the unit may as well be a product of letters, `2as`. */
  | {
      readonly kind: "quantity";
      readonly expr: Expr;
      readonly unit: readonly UnitFactor[];
      readonly isWeak?: boolean;
    }
  /** Items between round or square brackets: a tuple, an interval or a bracketed list. */
  | {
      readonly kind: "bracket";
      readonly open: "(" | "[";
      readonly close: ")" | "]";
      readonly items: readonly Node[];
    }
  /**
   * Items separated by commas, "and" or "or", without brackets; `joiner` is the word used. Where semicolons separate
   * groups of items, each group is a list.
   */
  | { readonly kind: "list"; readonly items: readonly Node[]; readonly joiner: Joiner | undefined }
  /** The parts of a proportion: `1:2:3`. */
  | { readonly kind: "ratio"; readonly terms: readonly Node[] }
  /** The same thing written more than once: `-1 < x: (-1, ∞)`. */
  | { readonly kind: "restatement"; readonly parts: readonly Node[] }
  /** A quantity in several units: `5 ft 6 in`. */
  | { readonly kind: "quantity_sum"; readonly parts: readonly Node[] }
  /** A residue class, `2 (mod 5)`; with a left side, `n ≡ 2 (mod 5)`. */
  | {
      readonly kind: "congruence";
      readonly left: Expr | undefined;
      readonly residue: Expr;
      readonly modulus: Expr;
    }
  /** Values by condition. */
  | { readonly kind: "cases"; readonly rows: readonly (readonly [value: Node, condition: Node])[] }
  | { readonly kind: "set"; readonly items: readonly Node[] }
  | {
      readonly kind: "set_operation";
      readonly sign: "cup" | "cap" | "setminus";
      readonly parts: readonly Node[];
    }
  | { readonly kind: "relation"; readonly signs: readonly RelationSign[]; readonly sides: readonly Node[] }
  /** A value with a name in words or a function head: `Area = 12`, `f(x) = 2x`. */
  | {
      readonly kind: "labelled";
      readonly label: string;
      /** The label is mathematics, such as `f(3)`, rather than words. */
      readonly isVariable: boolean;
      readonly parameters: readonly string[];
      readonly value: Node;
    }
  /** A value with conditions on its names: `k\\pi, k \\in \\mathbb{Z}`, `x^2, x > 1`. */
  | { readonly kind: "conditioned"; readonly value: Node; readonly conditions: readonly Condition<Node>[] }
  | { readonly kind: "matrix"; readonly rows: readonly (readonly Node[])[] }
  | { readonly kind: "text"; readonly text: string };
