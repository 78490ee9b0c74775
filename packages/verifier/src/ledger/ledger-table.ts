import type { StoredProblem } from "../difficulty/ledger-store.ts";

/** A batch that was applied. */
export interface KeptBatch {
  readonly stream: string;
  readonly batchId: string;
  readonly fingerprint: string;
  readonly outcome: string;
}

/** Orders texts by their UTF-8 bytes, as a database orders binary columns. */
export function compareBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** States and kept batches in memory; the part that the memory store and the file store share. */
export class LedgerTable {
  readonly #streams = new Map<string, Map<string, string>>();
  readonly #sorted = new Map<string, string[]>();
  readonly #batches = new Map<string, KeptBatch>();
  readonly #batchMemory: number;

  /** @param batchMemory batches kept; the oldest leave first */
  constructor(batchMemory: number) {
    this.#batchMemory = batchMemory;
  }

  /** States of the problems that are known. */
  read(stream: string, problemIds: readonly string[]): Map<string, string> {
    const problems = this.#streams.get(stream);
    const found = new Map<string, string>();
    for (const id of problemIds) {
      const state = problems?.get(id);
      if (state !== undefined) found.set(id, state);
    }
    return found;
  }

  /** Sets states of a stream. */
  write(stream: string, states: Iterable<readonly [string, string]>): void {
    let problems = this.#streams.get(stream);
    if (problems === undefined) {
      problems = new Map();
      this.#streams.set(stream, problems);
    }
    for (const [id, state] of states) {
      if (!problems.has(id)) this.#sorted.delete(stream);
      problems.set(id, state);
    }
  }

  /** A batch that was applied and is still kept. */
  findBatch(stream: string, batchId: string): KeptBatch | undefined {
    return this.#batches.get(JSON.stringify([stream, batchId]));
  }

  /** Keeps a batch and forgets the oldest beyond the limit. */
  keepBatch(batch: KeptBatch): void {
    this.#batches.set(JSON.stringify([batch.stream, batch.batchId]), batch);
    if (this.#batches.size <= this.#batchMemory) return;
    const [oldest] = this.#batches.keys();
    this.#batches.delete(oldest!);
  }

  /** Problems of a stream after an id, by the bytes of their ids. */
  list(stream: string, after: string | undefined, limit: number): StoredProblem[] {
    const problems = this.#streams.get(stream);
    if (problems === undefined) return [];
    const ids = this.#sortIds(stream, problems);
    const start = after === undefined ? 0 : findFirstAfter(ids, after);
    return ids
      .slice(start, start + limit)
      .map((problemId) => ({ problemId, state: problems.get(problemId)! }));
  }

  /** Names of the streams, by their bytes. */
  listStreams(): string[] {
    return [...this.#streams.keys()].sort(compareBytes);
  }

  /** Every stream with its problems, for a snapshot. */
  entries(): IterableIterator<[string, Map<string, string>]> {
    return this.#streams.entries();
  }

  /** Kept batches, oldest first. */
  batches(): IterableIterator<KeptBatch> {
    return this.#batches.values();
  }

  #sortIds(stream: string, problems: ReadonlyMap<string, string>): string[] {
    const known = this.#sorted.get(stream);
    if (known !== undefined) return known;
    const ids = [...problems.keys()].sort(compareBytes);
    this.#sorted.set(stream, ids);
    return ids;
  }
}

function findFirstAfter(ids: readonly string[], after: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareBytes(ids[middle]!, after) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
