import type { Draw } from "../draw.ts";
import type { Term } from "../tree/term.ts";

/** A rewriting that keeps the value; undefined where the term does not have its shape. */
export interface Rule {
  readonly name: string;
  readonly apply: (term: Term, draw: Draw) => Term | undefined;
}
