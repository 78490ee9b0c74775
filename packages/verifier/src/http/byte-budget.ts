/** Bytes of request bodies that may be held at a time, over all connections. */
export class ByteBudget {
  /** Most bytes held at a time. */
  readonly limit: number;
  #held = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Bytes held now. */
  get held(): number {
    return this.#held;
  }

  /** Takes bytes, or takes none and returns false where they do not fit. */
  take(bytes: number): boolean {
    if (this.#held + bytes > this.limit) return false;
    this.#held += bytes;
    return true;
  }

  /** Gives back bytes that were taken. */
  release(bytes: number): void {
    this.#held -= bytes;
  }
}
