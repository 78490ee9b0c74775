/**
 * The known word nearest to `word` by edit distance, or undefined when none is near enough to be a likely slip.
 * Cost is bounded: words longer than 64 characters have no neighbour.
 */
export function findClosestWord(word: string, known: readonly string[]): string | undefined {
  if (word.length > 64) return undefined;
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const distance = measureEditDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** " Did you mean …? Known: …" for an error message. */
export function suggestWord(word: string, known: readonly string[]): string {
  const closest = findClosestWord(word, known);
  const question = closest === undefined ? "" : ` Did you mean "${closest}"?`;
  return `${question} Known: ${known.join(", ")}.`;
}

function measureEditDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const substitution = previous[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[right.length]!;
}
