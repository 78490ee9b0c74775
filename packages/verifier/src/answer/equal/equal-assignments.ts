import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { differentBy, equalBy, type Outcome } from "./outcome.ts";
import type { ValueComparer } from "./value-comparer.ts";

/**
 * Compares lists of assignments such as `x = 1, y = 2` by label, where both sides label every item with the same set
 * of labels, each once. Undefined where that does not hold, so that the lists are compared as plain lists.
 */
export function equalAssignments(
  gold: readonly Value[],
  answer: readonly Value[],
  context: CompareContext,
  compare: ValueComparer,
): Outcome | undefined {
  const a = byLabel(gold);
  const b = byLabel(answer);
  if (a === undefined || b === undefined) return undefined;
  if (a.size !== b.size) return differentBy("structural");
  for (const label of a.keys()) if (!b.has(label)) return undefined;
  let undecided: Outcome | undefined;
  for (const [label, value] of a) {
    const other = b.get(label);
    const outcome = other === undefined ? differentBy("structural") : compare(value, other, context);
    if (outcome.result === "different") return outcome;
    if (outcome.result === "undecided") undecided = outcome;
  }
  return undecided ?? equalBy("structural");
}

function byLabel(items: readonly Value[]): Map<string, Value> | undefined {
  const map = new Map<string, Value>();
  for (const item of items) {
    if (item.kind !== "labelled" || map.has(item.label)) return undefined;
    map.set(item.label, item.value);
  }
  return map;
}
