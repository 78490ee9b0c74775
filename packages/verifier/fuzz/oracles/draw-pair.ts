import type { Draw } from "../draw.ts";
import { mutateTerm, tinyChange } from "../mutate/mutate-term.ts";
import { rewriteTerm } from "../rewrite/rewrite-term.ts";
import { drawTerm } from "../tree/draw-term.ts";
import type { Term } from "../tree/term.ts";
import { TermWriter } from "../write/write-term.ts";

/** Two terms with a text of each. */
export interface TermPair {
  readonly terms: readonly [Term, Term];
  readonly texts: readonly [string, string];
}

/** Draws two terms that are near each other: rewritten, changed (also by less than doubles can tell), or both. */
export function drawTermPair(draw: Draw, { withTiny }: { readonly withTiny: boolean }): TermPair {
  const first = drawTerm(draw);
  const rewritten = draw.chance(3) ? first : rewriteTerm(first, draw.between(1, 3), draw).term;
  const mutated = draw.chance(2) ? mutateTerm(rewritten, draw) : undefined;
  const isUsable = mutated !== undefined && (withTiny || mutated.rule !== tinyChange);
  const second = isUsable ? mutated.term : rewritten;
  const write = (term: Term) =>
    new TermWriter(draw.pick(["latex", "plain", "unicode"] as const), draw).write(term);
  return { terms: [first, second], texts: [write(first), write(second)] };
}
