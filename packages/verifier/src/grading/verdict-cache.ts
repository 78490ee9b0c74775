import { createHash } from "node:crypto";

/** Bytes that an entry takes beside its verdict: key, map slot, header of the buffer. */
const entryOverhead = 200;

/**
 * Encoded verdicts by the content that they depend on, the least recently used dropped first. Keys are SHA-256 hashes, so
 * that no two contents can be made to share one.
 */
export class VerdictCache {
  hits = 0;
  misses = 0;
  readonly #maxBytes: number;
  readonly #verdicts = new Map<string, Uint8Array>();
  #bytes = 0;

  /** @param maxBytes memory for entries; 0 keeps nothing */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get isOn(): boolean {
    return this.#maxBytes > 0;
  }

  /** How many verdicts are kept. */
  get entries(): number {
    return this.#verdicts.size;
  }

  /** Memory taken by entries. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The key of pieces of content; their lengths count, so that pieces cannot run into each other. */
  keyOf(pieces: readonly Uint8Array[]): string {
    const hash = createHash("sha256");
    for (const piece of pieces) hash.update(`${piece.length}:`).update(piece);
    return hash.digest("base64");
  }

  get(key: string): Uint8Array | undefined {
    const verdict = this.#verdicts.get(key);
    if (verdict === undefined) {
      this.misses++;
      return undefined;
    }
    this.hits++;
    this.#verdicts.delete(key);
    this.#verdicts.set(key, verdict);
    return verdict;
  }

  set(key: string, verdict: Uint8Array): void {
    const size = verdict.length + entryOverhead;
    if (size > this.#maxBytes || this.#verdicts.has(key)) return;
    // A copy: the verdict may be a view of a whole batch.
    this.#verdicts.set(key, Uint8Array.from(verdict));
    this.#bytes += size;
    for (const [oldest, dropped] of this.#verdicts) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#verdicts.delete(oldest);
      this.#bytes -= dropped.length + entryOverhead;
    }
  }
}
