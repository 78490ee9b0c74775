import { hypotheticalWords, roundingWords } from "../read/word-sets.ts";

/** What the words around a claim say about how it is meant. */
export interface Manner {
  /** It is asked, supposed, tried or rejected. */
  readonly isHypothetical: boolean;
  /** A value is put in for a letter, or an equation is rewritten. */
  readonly isSubstitution: boolean;
  /** A rounded value is announced. */
  readonly isRounded: boolean;
}

const window = 400;

/**
 * Reads the sentence around a span, and the start of the sentence after it, which may reject it. The word `expected`
 * belongs to the claim and tells nothing.
 */
export function readManner(text: string, start: number, end: number, expected = ""): Manner {
  const head = text.slice(Math.max(0, start - window), start);
  const tail = text.slice(end, end + window);
  const from = Math.max(...[". ", ".\n", "? ", "! ", "\n\n"].map((mark) => head.lastIndexOf(mark) + 1), 0);
  const sentence = head.slice(from) + text.slice(start, end) + sentenceAndNext(tail);
  // "If 2 + 2 = 5, ..." supposes; "if x is 3, then 2 * 3 = 6" calculates.
  const isCondition = /\b[Ii]f\b[^,]*$/.test(head.slice(from)) && !/\bthen\b[^,]*$/.test(head.slice(from));
  const words = sentence.toLowerCase().match(/\p{L}+(?:['’.-]\p{L}+)*/gu) ?? [];
  return {
    isHypothetical:
      isCondition ||
      sentence.includes("?") ||
      /≠|\\neq?\b|\\nmid|!=|≟/.test(sentence) ||
      words.some((word) => word !== expected && hypotheticalWords.has(word.replace("’", "'"))),
    isSubstitution: words.some((word) => /^(?:plug|substitut|insert|simplif|reduc|becom)/.test(word)),
    isRounded: words.some((word) => roundingWords.has(word)) || /≈|\\approx/.test(sentence),
  };
}

/** The rest of the sentence and the first words of the next one. */
function sentenceAndNext(tail: string): string {
  const stop = tail.search(/[.?!](?:\s|$)|\n\n/);
  return stop === -1 ? tail : tail.slice(0, stop + 80);
}
