import type { AppliedBatch, BatchChange, BatchKey, LedgerStore } from "../difficulty/ledger-store.ts";
import { BatchConflictError } from "../errors.ts";
import { LedgerTable, type TableLimits } from "./ledger-table.ts";

/** A change that was computed and is not written yet, or the result of the batch's first application. */
export type PreparedBatch =
  | { readonly repeated: true; readonly outcome: string }
  | ({ readonly repeated: false } & BatchChange);

/** Looks a batch up and computes its change. Throws BatchConflictError. */
export function prepareBatch(
  table: LedgerTable,
  { stream, batchId, fingerprint }: BatchKey,
  problemIds: readonly string[],
  change: (states: ReadonlyMap<string, string>) => BatchChange,
): PreparedBatch {
  const earlier = batchId === "" ? undefined : table.findBatch(stream, batchId);
  if (earlier === undefined) return { repeated: false, ...change(table.read(stream, problemIds)) };
  if (earlier.fingerprint !== fingerprint) throw new BatchConflictError(batchId);
  return { repeated: true, outcome: earlier.outcome };
}

/** Enters a prepared change into the table. */
export function enterBatch(table: LedgerTable, key: BatchKey, { states, outcome }: BatchChange): void {
  table.write(key.stream, states);
  if (key.batchId !== "") table.keepBatch({ ...key, outcome });
}

/**
 * A store that lives as long as the process. Where it is full, it forgets the problems updated longest ago.
 *
 * @param onFull told once, when the first problem is forgotten
 */
export function createMemoryStore(limits: TableLimits, onFull: () => void = () => {}): LedgerStore {
  const table = new LedgerTable(limits);
  let hasForgotten = false;
  return {
    kind: "memory",
    capacity: { maxProblems: limits.maxProblems, whenFull: "forget_oldest" },
    async apply(key, problemIds, change): Promise<AppliedBatch> {
      const prepared = prepareBatch(table, key, problemIds, change);
      if (!prepared.repeated) enterBatch(table, key, prepared);
      if (table.room < 0) {
        table.forgetOldest();
        if (!hasForgotten) onFull();
        hasForgotten = true;
      }
      return { outcome: prepared.outcome, repeated: prepared.repeated };
    },
    read: async (stream, problemIds) => table.read(stream, problemIds),
    list: async (stream, after, limit) => table.list(stream, after, limit),
    listStreams: async () => table.listStreams(),
    async check() {},
    problemCount: () => table.problemCount,
    async close() {},
  };
}
