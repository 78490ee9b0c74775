/**
 * Returns the candidate nearest to `word` by edits (insert, delete, replace, swap of neighbours), or undefined when
 * none is near enough to be a likely misspelling: at most one edit per three letters, and one for shorter words.
 */
export function findClosestWord(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestEdits = limit + 1;
  for (const candidate of candidates) {
    const edits = countEdits(word.toLowerCase(), candidate.toLowerCase(), bestEdits);
    if (edits < bestEdits) {
      best = candidate;
      bestEdits = edits;
    }
  }
  return best;
}

/** Ends a message about an unknown word: `. Did you mean "x"?` or, without a near candidate, the list of known ones. */
export function suggestWord(word: string, candidates: readonly string[]): string {
  const closest = findClosestWord(word, candidates);
  return closest === undefined
    ? `. Known: ${candidates.length === 0 ? "none" : candidates.join(", ")}.`
    : `. Did you mean "${closest}"?`;
}

// Optimal string alignment distance, given up as soon as it cannot stay under `limit`.
function countEdits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let edits = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    if (Math.min(...row) >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit;
}
