/** Length of the pieces that are compared, in UTF-16 code units. */
export const gramLength = 24;

const factor = 0x01000193;

/** Pieces of a text that stood before. */
export interface Repeats {
  /** Positions from `from` on at which a piece begins that stood before. */
  readonly count: number;
  /** The longest run of such positions, as a piece of the text; empty where there is none. */
  readonly start: number;
  readonly end: number;
}

/**
 * Counts the positions from `from` on at which {@link gramLength} characters begin that stand earlier too: before
 * `from` alone, or anywhere before where `own` is set. The share of such positions is how well the text compresses.
 * Linear: one rolling hash (Rabin and Karp), each hit compared character by character.
 */
export function findRepeats(text: string, from: number, own: boolean): Repeats {
  const last = text.length - gramLength;
  const table = new Int32Array(tableSize(text.length));
  const mask = table.length - 1;
  let top = 1;
  for (let index = 1; index < gramLength; index++) top = Math.imul(top, factor);
  let hash = 0;
  for (let index = 0; index < gramLength - 1; index++)
    hash = (Math.imul(hash, factor) + text.charCodeAt(index)) | 0;

  let count = 0;
  let runStart = -1;
  let best = { start: 0, end: 0 };
  for (let index = 0; index <= last; index++) {
    hash = (Math.imul(hash, factor) + text.charCodeAt(index + gramLength - 1)) | 0;
    const slot = (hash ^ (hash >>> 15)) & mask;
    const earlier = table[slot]! - 1;
    const isRepeat = index >= from && earlier >= 0 && isSame(text, earlier, index);
    if (isRepeat) {
      count++;
      if (runStart < 0) runStart = index;
      if (index + gramLength - runStart > best.end - best.start)
        best = { start: runStart, end: index + gramLength };
    } else runStart = -1;
    if (index < from || own) table[slot] = index + 1;
    hash = (hash - Math.imul(text.charCodeAt(index), top)) | 0;
  }
  return { count, ...best };
}

function tableSize(length: number): number {
  let size = 256;
  while (size < 2 * length) size *= 2;
  return size;
}

function isSame(text: string, a: number, b: number): boolean {
  for (let index = 0; index < gramLength; index++) {
    if (text.charCodeAt(a + index) !== text.charCodeAt(b + index)) return false;
  }
  return true;
}
