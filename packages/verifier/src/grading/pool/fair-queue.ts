/** Entries of several owners, taken in turn: an owner with many waits no less than an owner with one. */
export class FairQueue<Entry> {
  // Owners in the order of their turns: a map keeps the order in which keys were put in.
  readonly #byOwner = new Map<string, Entry[]>();

  push(owner: string, entry: Entry): void {
    const entries = this.#byOwner.get(owner);
    if (entries === undefined) this.#byOwner.set(owner, [entry]);
    else entries.push(entry);
  }

  /** The next entry of the owner whose turn it is, who then goes to the end of the line. */
  shift(): Entry | undefined {
    for (const [owner, entries] of this.#byOwner) {
      this.#byOwner.delete(owner);
      const entry = entries.shift();
      if (entries.length > 0) this.#byOwner.set(owner, entries);
      return entry;
    }
    return undefined;
  }

  /** Takes out every entry that the test accepts. */
  remove(test: (entry: Entry) => boolean): void {
    for (const [owner, entries] of this.#byOwner) {
      const kept = entries.filter((entry) => !test(entry));
      if (kept.length === 0) this.#byOwner.delete(owner);
      else if (kept.length < entries.length) this.#byOwner.set(owner, kept);
    }
  }
}
