/** Base of every error this package throws; `code` is stable and may be matched on. */
export class VerifierError extends Error {
  /** SCREAMING_SNAKE_CASE code; the README lists them. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A request that cannot be served as it stands: answered with INVALID_ARGUMENT. */
export class InvalidRequestError extends VerifierError {
  constructor(message: string) {
    super("INVALID_REQUEST", message);
  }
}

/** A batch id that was used before with other content: answered with ALREADY_EXISTS. */
export class BatchConflictError extends VerifierError {
  constructor(batchId: string) {
    const shown = JSON.stringify(batchId.length > 80 ? `${batchId.slice(0, 80)}…` : batchId);
    super(
      "BATCH_CONFLICT",
      `The batch id ${shown} was used before with other content. Nothing was counted; give each batch its own id.`,
    );
  }
}

/** The difficulty ledger cannot serve now: answered with UNAVAILABLE, so that clients try again. */
export class LedgerUnavailableError extends VerifierError {
  constructor(message: string, options?: ErrorOptions) {
    super("LEDGER_UNAVAILABLE", message, options);
  }
}

/** The difficulty ledger takes no new problem: answered with RESOURCE_EXHAUSTED, and no client comes back by itself. */
export class LedgerFullError extends VerifierError {
  constructor(maxProblems: number) {
    super(
      "LEDGER_FULL",
      `The ledger file holds its limit of ${maxProblems} problems and takes no new one; nothing of this batch was counted. ` +
        "Raise --ledger-max-problems (about 0.5 GiB of memory a million), or keep the ledger in Postgres.",
    );
  }
}

/** Too much waits to be graded: answered with RESOURCE_EXHAUSTED and the time after which to come back. */
export class OverloadedError extends VerifierError {
  /** Milliseconds after which the queue will have room, by the speed of late. */
  readonly retryAfterMs: number;

  constructor(queuedItems: number, maxQueuedItems: number, waitMs: number) {
    const retryAfterMs = Math.round(Math.min(30_000, Math.max(50, waitMs)));
    super(
      "OVERLOADED",
      `${queuedItems} items wait to be graded, of at most ${maxQueuedItems} (--max-queued-items); ` +
        `come back in ${retryAfterMs} ms.`,
    );
    this.retryAfterMs = retryAfterMs;
  }
}
