import type { Random } from "../random.ts";

/** One key, drawn with probability proportional to its weight. Weights are non-negative with a positive sum. */
export function drawWeighted<K extends string>(
  random: Random,
  weights: Readonly<Partial<Record<K, number>>>,
): K {
  const entries = (Object.entries(weights) as [K, number][]).filter(([, weight]) => weight > 0);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.next() * total;
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  const last = entries.at(-1);
  if (last === undefined) throw new RangeError("drawWeighted needs at least one positive weight");
  return last[0];
}
