import { type GradeItem, gradeAnswer } from "@touchstone/verifier/answer";

/** CPU milliseconds (user and system, all threads of this process) that the work takes. */
export function measureCpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Grades every item once. */
export function gradeAll(items: readonly GradeItem[]): void {
  for (const item of items) gradeAnswer(item);
}

/**
 * Wall milliseconds of the work on every item, the least of several passes: on a shared machine a pass may be interrupted by others,
 * and the least is what the item itself takes.
 */
export function timeItems<Item>(
  items: readonly Item[],
  work: (item: Item) => void,
  passes: number,
): Float64Array {
  const least = new Float64Array(items.length).fill(Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < passes; pass++) {
    for (const [index, item] of items.entries()) {
      const startedAt = performance.now();
      work(item);
      least[index] = Math.min(least[index]!, performance.now() - startedAt);
    }
  }
  return least;
}

/** The value below which the given share of the values lie. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
