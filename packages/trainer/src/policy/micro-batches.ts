import { bucketLength } from "./length-buckets.ts";

/** Rows that go through the model together, padded to one length. */
export interface MicroBatch {
  /** Indices into the batch. */
  readonly rows: readonly number[];
  /** Padded length, a bucket. */
  readonly length: number;
}

/**
 * Cuts a batch into micro-batches of at most `tokenBudget` padded tokens (a longer row stands alone). Rows are ordered
 * by length, longest first, equal lengths in batch order: little padding, and the same cut every time.
 */
export function planMicroBatches(lengths: readonly number[], tokenBudget: number): MicroBatch[] {
  const order = lengths
    .map((_, row) => row)
    .sort((a, b) => (lengths[b] as number) - (lengths[a] as number) || a - b);
  const plan: { rows: number[]; length: number }[] = [];
  for (const row of order) {
    const current = plan.at(-1);
    if (current !== undefined && (current.rows.length + 1) * current.length <= tokenBudget)
      current.rows.push(row);
    else plan.push({ rows: [row], length: bucketLength(lengths[row] as number) });
  }
  return plan;
}
