/** Names a batch of updates. */
export interface BatchKey {
  readonly stream: string;
  /** Empty: the batch has no name, and a repetition counts again. */
  readonly batchId: string;
  /** Digest of the batch's content. */
  readonly fingerprint: string;
}

/** What a batch changes. */
export interface BatchChange {
  /** New encoded states by problem id. */
  readonly states: ReadonlyMap<string, string>;
  /** The result of the batch, kept for repetitions. */
  readonly outcome: string;
}

/** The result of a batch; of its first application when it is repeated. */
export interface AppliedBatch {
  readonly outcome: string;
  readonly repeated: boolean;
}

/** One problem as stored. */
export interface StoredProblem {
  readonly problemId: string;
  readonly state: string;
}

/** How many problems a store takes in, of all streams, and what becomes of the next one. */
export interface LedgerCapacity {
  readonly maxProblems: number;
  readonly whenFull: "forget_oldest" | "refuse";
}

/**
 * Where encoded states live. Implementations differ in durability and reach, never in meaning.
 *
 * Ids are well-formed text of any content. Every method throws LedgerUnavailableError when the store cannot serve.
 */
export interface LedgerStore {
  readonly kind: "memory" | "file" | "postgres";
  /** Absent where only the disk of a database limits it. */
  readonly capacity?: LedgerCapacity;
  /**
   * Applies a batch as a whole, alone on its problems, and resolves once it is as durable as the store makes it. A
   * batch that was applied before is not applied again. `change` is pure and may run more than once.
   *
   * @throws BatchConflictError when the batch id was used with other content
   * @throws LedgerFullError where a full store refuses new problems; nothing of the batch is applied
   */
  apply(
    key: BatchKey,
    problemIds: readonly string[],
    change: (states: ReadonlyMap<string, string>) => BatchChange,
  ): Promise<AppliedBatch>;
  /** States of the problems that are known. */
  read(stream: string, problemIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Problems of a stream after an id, in the order of their ids' UTF-8 bytes. */
  list(stream: string, after: string | undefined, limit: number): Promise<StoredProblem[]>;
  /** Names of the streams, in the order of their UTF-8 bytes. */
  listStreams(): Promise<string[]>;
  /** Resolves where the store can serve now. */
  check(): Promise<void>;
  /** Problems of all streams, where the store knows without looking for them. */
  problemCount?(): number;
  close(): Promise<void>;
}
