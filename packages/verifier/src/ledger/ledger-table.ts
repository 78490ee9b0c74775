import type { StoredProblem } from "../difficulty/ledger-store.ts";
import { type OrderedEntry, UpdateOrder } from "./update-order.ts";

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

interface ProblemEntry extends OrderedEntry {
  readonly stream: string;
  readonly problemId: string;
  state: string;
}

interface BatchEntry extends OrderedEntry {
  readonly batch: KeptBatch;
  /** UTF-16 units of its texts. */
  readonly size: number;
}

/** How much a table keeps. */
export interface TableLimits {
  /** Problems of all streams; what happens beyond is the store's choice. */
  readonly maxProblems: number;
  /** Newest batches kept for repeated calls. */
  readonly maxBatches: number;
  /** Text of the kept batches, in UTF-16 units; the newest batch is kept whatever its size. */
  readonly maxBatchChars: number;
}

/** States and kept batches in memory; the part that the memory store and the file store share. */
export class LedgerTable {
  readonly #streams = new Map<string, Map<string, ProblemEntry>>();
  readonly #sorted = new Map<string, string[]>();
  readonly #problems = new UpdateOrder<ProblemEntry>();
  readonly #batches = new Map<string, BatchEntry>();
  readonly #batchOrder = new UpdateOrder<BatchEntry>();
  readonly #limits: TableLimits;
  #size = 0;
  #batchChars = 0;

  constructor(limits: TableLimits) {
    this.#limits = limits;
  }

  /** Problems that fit; fewer than 0 where a limit was lowered since. */
  get room(): number {
    return this.#limits.maxProblems - this.#size;
  }

  /** States of the problems that are known. */
  read(stream: string, problemIds: readonly string[]): Map<string, string> {
    const problems = this.#streams.get(stream);
    const found = new Map<string, string>();
    for (const id of problemIds) {
      const entry = problems?.get(id);
      if (entry !== undefined) found.set(id, entry.state);
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
    for (const [problemId, state] of states) {
      let entry = problems.get(problemId);
      if (entry === undefined) {
        entry = { stream, problemId, state, older: undefined, newer: undefined };
        problems.set(problemId, entry);
        this.#sorted.delete(stream);
        this.#size++;
      }
      entry.state = state;
      this.#problems.touch(entry);
    }
  }

  /** Forgets the problems updated longest ago, whatever their stream, until the limit is kept. */
  forgetOldest(): void {
    while (this.room < 0) {
      const oldest = this.#problems.oldest!;
      this.#problems.remove(oldest);
      const problems = this.#streams.get(oldest.stream)!;
      problems.delete(oldest.problemId);
      if (problems.size === 0) this.#streams.delete(oldest.stream);
      this.#sorted.delete(oldest.stream);
      this.#size--;
    }
  }

  /** A batch that was applied and is still kept. */
  findBatch(stream: string, batchId: string): KeptBatch | undefined {
    return this.#batches.get(toBatchKey(stream, batchId))?.batch;
  }

  /** Keeps a batch and forgets the oldest beyond the limits. */
  keepBatch(batch: KeptBatch): void {
    const key = toBatchKey(batch.stream, batch.batchId);
    const size = key.length + batch.fingerprint.length + batch.outcome.length;
    const entry: BatchEntry = { batch, size, older: undefined, newer: undefined };
    this.#forgetBatch(key);
    this.#batches.set(key, entry);
    this.#batchOrder.touch(entry);
    this.#batchChars += size;
    const { maxBatches, maxBatchChars } = this.#limits;
    while (this.#batches.size > 1) {
      if (this.#batches.size <= maxBatches && this.#batchChars <= maxBatchChars) return;
      const { stream, batchId } = this.#batchOrder.oldest!.batch;
      this.#forgetBatch(toBatchKey(stream, batchId));
    }
  }

  #forgetBatch(key: string): void {
    const entry = this.#batches.get(key);
    if (entry === undefined) return;
    this.#batches.delete(key);
    this.#batchOrder.remove(entry);
    this.#batchChars -= entry.size;
  }

  /** Problems of a stream after an id, by the bytes of their ids. */
  list(stream: string, after: string | undefined, limit: number): StoredProblem[] {
    const problems = this.#streams.get(stream);
    if (problems === undefined) return [];
    const ids = this.#sortIds(stream, problems);
    const start = after === undefined ? 0 : findFirstAfter(ids, after);
    return ids
      .slice(start, start + limit)
      .map((problemId) => ({ problemId, state: problems.get(problemId)!.state }));
  }

  /** Names of the streams, by their bytes. */
  listStreams(): string[] {
    return [...this.#streams.keys()].sort(compareBytes);
  }

  /** Problems of all streams. */
  get problemCount(): number {
    return this.#size;
  }

  /** The states of every stream, for a snapshot. */
  *entries(): Generator<[stream: string, states: Iterable<[string, string]>]> {
    for (const [stream, problems] of this.#streams) yield [stream, listStates(problems)];
  }

  /** Kept batches, oldest first. */
  *batches(): Generator<KeptBatch> {
    for (const { batch } of this.#batchOrder) yield batch;
  }

  #sortIds(stream: string, problems: ReadonlyMap<string, ProblemEntry>): string[] {
    const known = this.#sorted.get(stream);
    if (known !== undefined) return known;
    const ids = [...problems.keys()].sort(compareBytes);
    this.#sorted.set(stream, ids);
    return ids;
  }
}

function* listStates(problems: ReadonlyMap<string, ProblemEntry>): Generator<[string, string]> {
  for (const [problemId, { state }] of problems) yield [problemId, state];
}

function toBatchKey(stream: string, batchId: string): string {
  return JSON.stringify([stream, batchId]);
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
