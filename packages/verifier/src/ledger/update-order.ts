/** A place in an order of updates. */
export interface OrderedEntry {
  older: OrderedEntry | undefined;
  newer: OrderedEntry | undefined;
}

/**
 * Entries from the one updated longest ago to the newest. Every operation takes constant time, which a `Map` used as a
 * queue does not: finding its first key skips all that were deleted since it was last rehashed.
 */
export class UpdateOrder<Entry extends OrderedEntry> {
  #oldest: Entry | undefined;
  #newest: Entry | undefined;

  /** The entry updated longest ago. */
  get oldest(): Entry | undefined {
    return this.#oldest;
  }

  /** Makes an entry that is in the order, or new to it, the newest. */
  touch(entry: Entry): void {
    if (entry === this.#newest) return;
    this.remove(entry);
    entry.older = this.#newest;
    if (this.#newest === undefined) this.#oldest = entry;
    else this.#newest.newer = entry;
    this.#newest = entry;
  }

  /** Takes an entry out; nothing happens where it is not in the order. */
  remove(entry: Entry): void {
    const { older, newer } = entry;
    if (older !== undefined) older.newer = newer;
    else if (entry === this.#oldest) this.#oldest = newer as Entry | undefined;
    if (newer !== undefined) newer.older = older;
    else if (entry === this.#newest) this.#newest = older as Entry | undefined;
    entry.older = undefined;
    entry.newer = undefined;
  }

  /** Entries, oldest first. */
  *[Symbol.iterator](): Generator<Entry> {
    for (let entry = this.#oldest; entry !== undefined; entry = entry.newer as Entry | undefined) yield entry;
  }
}
