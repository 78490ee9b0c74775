import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import type { ValueComparer } from "./value-comparer.ts";

/** How far a rounded form after ≈ may be from the exact one. */
const roundingTolerance = 0.01;

/**
 * Returns the value that a chain a = b = c stands for, once every side is shown equal to the first; undefined for a
 * chain that does not hold, such as 41 = 42. A later side may be the first one rounded: 2000√3 = 3464.1. Other values are
 * returned as they are.
 */
export function resolveChain(
  value: Value,
  context: CompareContext,
  compare: ValueComparer,
): Value | undefined {
  if (value.kind !== "chain") return value;
  const [first, ...rest] = value.sides;
  if (first === undefined) return undefined;
  const toDigits = { ...context, policy: { ...context.policy, rounding: "gold_digits" as const } };
  const holds = (side: Value) =>
    compare(first, side, context).result === "equal" || compare(side, first, toDigits).result === "equal";
  if (!rest.every(holds)) return undefined;
  const rounded = { ...context, policy: { ...context.policy, relativeTolerance: roundingTolerance } };
  const isClose = value.approximations.every((side) => compare(first, side, rounded).result === "equal");
  return isClose ? first : undefined;
}
