import type { Expr } from "./expr.ts";

/** One factor of a unit as written: `cm` to the power 2. */
export interface UnitFactor {
  readonly name: string;
  readonly power: number;
}

/** Comparison signs of a relation; `~=` is "approximately". */
export type RelationSign = "=" | "<" | ">" | "<=" | ">=" | "!=" | "~=" | "in";

/** What the parser builds: scalar expressions and the structures that hold them, as written. */
export type Node =
  | { readonly kind: "scalar"; readonly expr: Expr }
  | { readonly kind: "quantity"; readonly expr: Expr; readonly unit: readonly UnitFactor[] }
  /** Items between round or square brackets: a tuple, an interval or a bracketed list. */
  | {
      readonly kind: "bracket";
      readonly open: "(" | "[";
      readonly close: ")" | "]";
      readonly items: readonly Node[];
    }
  /** Items separated by commas, "and" or "or", without brackets. */
  | { readonly kind: "list"; readonly items: readonly Node[] }
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
      readonly parameters: readonly string[];
      readonly value: Node;
    }
  | { readonly kind: "matrix"; readonly rows: readonly (readonly Node[])[] }
  | { readonly kind: "text"; readonly text: string };
