/** How many marks there are: a power of two. */
const size = 8192;

/** The mark of three letters side by side. */
function markOf(a: number, b: number, c: number): number {
  return (a * 961 + b * 31 + c) & (size - 1);
}

/** Returns the marks of every three letters side by side in a word; none where it is shorter. */
export function marksOfWord(word: string): readonly number[] {
  const marks: number[] = [];
  for (let at = 2; at < word.length; at++)
    marks.push(markOf(word.charCodeAt(at - 2), word.charCodeAt(at - 1), word.charCodeAt(at)));
  return marks;
}

/**
 * The letters of a text in threes, by which one pass over it tells of many words that they are not in it. What it cannot
 * rule out is to be searched for.
 */
export class LetterMarks {
  /** 32 marks each; a plain array, which costs less to make than a typed one. */
  private readonly bits: number[] = new Array<number>(size / 32).fill(0);

  constructor(text: string, start: number, end: number) {
    const { bits } = this;
    let a = text.charCodeAt(start);
    let b = text.charCodeAt(start + 1);
    for (let at = start + 2; at < end; at++) {
      const c = text.charCodeAt(at);
      const mark = markOf(a, b, c);
      bits[mark >> 5] = (bits[mark >> 5] ?? 0) | (1 << (mark & 31));
      a = b;
      b = c;
    }
  }

  /** Tells whether a word with these marks may be in the text. */
  mayHold(marks: readonly number[]): boolean {
    for (const mark of marks) if (((this.bits[mark >> 5] ?? 0) & (1 << (mark & 31))) === 0) return false;
    return true;
  }
}
