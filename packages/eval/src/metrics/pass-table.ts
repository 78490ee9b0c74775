import type { ProblemTable } from "./bootstrap.ts";
import type { SampleCounts } from "./counts.ts";
import { computePassCurve } from "./pass-at-k.ts";

/** Counts of one problem at each seed of a model; one entry where there are no seeds. */
export type SeededCounts = readonly SampleCounts[];

/**
 * Returns pass@k of every problem at every k of ascending `ks` as a table for the bootstrap, averaged over seeds.
 * Seeds are separate models, so their samples are never pooled into one n.
 * Throws an `EvaluationError` (K_TOO_LARGE) when a problem has fewer samples than the largest k.
 */
export function tabulatePass(problems: readonly SeededCounts[], ks: readonly number[]): ProblemTable {
  const columns = ks.length;
  const values = new Float64Array(problems.length * columns);
  const kMax = ks[columns - 1] ?? 1;
  problems.forEach((seeds, row) => {
    for (const counts of seeds) {
      const curve = computePassCurve(counts, kMax);
      for (let column = 0; column < columns; column++) {
        values[row * columns + column]! += curve[ks[column]! - 1]!;
      }
    }
    for (let column = 0; column < columns; column++) values[row * columns + column]! /= seeds.length;
  });
  return { rows: problems.length, columns, values };
}

/** Returns the tables side by side: row i of the result is row i of each. All must have the same number of rows. */
export function joinTables(tables: readonly ProblemTable[]): ProblemTable {
  const rows = tables[0]?.rows ?? 0;
  const columns = tables.reduce((sum, table) => sum + table.columns, 0);
  const values = new Float64Array(rows * columns);
  let offset = 0;
  for (const table of tables) {
    for (let row = 0; row < rows; row++) {
      values.set(
        table.values.subarray(row * table.columns, (row + 1) * table.columns),
        row * columns + offset,
      );
    }
    offset += table.columns;
  }
  return { rows, columns, values };
}

/** Returns the mean of every column of a table. */
export function columnMeans({ rows, columns, values }: ProblemTable): Float64Array {
  const means = new Float64Array(columns);
  for (let i = 0; i < values.length; i++) means[i % columns]! += values[i]!;
  return means.map((sum) => sum / rows);
}
