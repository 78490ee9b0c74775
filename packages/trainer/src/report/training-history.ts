import { readFile } from "node:fs/promises";

/** One step of a training stage, by metric name. */
export type MetricRow = Readonly<Record<string, number>>;

/**
 * The metrics of a stage, step by step. A missing file gives an empty history; a last line that is still being written, or
 * that a crash has broken, is left out. Numbers that JSON has no word for are missing from their row.
 *
 * @throws SyntaxError for a broken line in the middle
 */
export async function readHistory(file: string): Promise<MetricRow[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => {
      const row = JSON.parse(line) as Record<string, number | null>;
      return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as MetricRow;
    });
}

/** Mean of a metric over rows that carry it; NaN when none does. */
export function meanOf(rows: readonly MetricRow[], metric: string): number {
  const values = rows.map((row) => row[metric]).filter((value): value is number => typeof value === "number");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Averages histories of several seeds step by step and over windows of `window` steps: one point a window. */
export function averageHistories(
  histories: readonly (readonly MetricRow[])[],
  metric: string,
  window: number,
): { x: number; y: number }[] {
  const longest = Math.max(0, ...histories.map((rows) => rows.length));
  const points: { x: number; y: number }[] = [];
  for (let start = 0; start < longest; start += window) {
    const inWindow = histories.flatMap((rows) => rows.slice(start, start + window));
    const y = meanOf(inWindow, metric);
    if (!Number.isNaN(y)) points.push({ x: start + window / 2, y });
  }
  return points;
}

/** How many groups each decision took over all steps, `action: reason`, the most frequent first. */
export function countDecisions(rows: readonly MetricRow[]): [decision: string, groups: number][] {
  const prefix = "decisions/";
  const counts = new Map<string, number>();
  for (const [metric, count] of rows.flatMap((row) => Object.entries(row)))
    if (metric.startsWith(prefix)) counts.set(metric, (counts.get(metric) ?? 0) + count);
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([metric, count]) => [metric.slice(prefix.length).replace("/", ": "), count]);
}
