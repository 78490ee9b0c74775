/**
 * Returns p values adjusted for testing all of them at once, in the order given: the step-down rule of Holm 1979
 * (https://www.jstor.org/stable/4615733). Reject where the adjusted value is below the level; the chance of any
 * false rejection then stays below it, whatever the dependence between tests.
 */
export function adjustHolm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = new Array<number>(pValues.length);
  let running = 0;
  order.forEach((index, rank) => {
    running = Math.max(running, Math.min(1, (pValues.length - rank) * pValues[index]!));
    adjusted[index] = running;
  });
  return adjusted;
}
