import { isSpaceCode } from "../lex/unicode-table.ts";
import { isWordCode } from "./refutation.ts";
import { endsInDenial, maxThought } from "./second-thought.ts";

/** What says that the answer just given is wrong. */
const denials: readonly string[] = [
  "is not the answer",
  "is not the correct",
  "is not the right",
  "is not correct",
  "is not right",
  "is not possible",
  "is not valid",
  "isn't the answer",
  "isn't correct",
  "isn't right",
  "isn't the correct",
  "is wrong",
  "is incorrect",
  "is false",
  "is impossible",
  "is the wrong",
  "was wrong",
  "was incorrect",
  "would be wrong",
  "would be incorrect",
  "cannot be",
  "can't be",
  "can not be",
  "不是",
  "是错",
  "ではない",
  "ではありません",
  "이 아니",
  "가 아니",
];

/** Starts of a sentence that takes back the one before it, whatever follows. */
const retractions: readonly string[] = [
  "no,",
  "no.",
  "no wait",
  "wait, no",
  "wait no",
  "oops",
  "correction",
  "scratch that",
  "just kidding",
  "not!",
  "my mistake",
];

/** Starts of a sentence that only looks back: what follows tells whether the answer is taken back or confirmed. */
const secondThoughts: readonly string[] = [
  "wait",
  "but wait",
  "actually",
  "hmm",
  "hold on",
  "sorry",
  "on second thought",
  "let me",
  "等等",
  "等一下",
  "不对",
];

/** Longest of the tables. */
const maxDenial = 24;

/** The first characters of the tables, with the bit that makes a letter small. */
const denialStarts = startsOf(denials);
const retractionStarts = startsOf([...retractions, ...secondThoughts]);

function startsOf(table: readonly string[]): ReadonlySet<number> {
  return new Set(table.map((words) => words.charCodeAt(0) | 32));
}

function isDenial(text: string): boolean {
  return denials.some((denial) => text.startsWith(denial));
}

/** Most words between an answer and its denial: "5 square feet is wrong", "5, which is wrong". */
const maxWordsBeforeDenial = 2;
/** Words that start a clause about something else. */
const otherClauses: ReadonlySet<string> = new Set(
  "because since so as while but and thus hence or".split(" "),
);

/**
 * Tells whether what follows the answer that ends at `at` takes it back: a plain denial, or a second thought that ends in
 * a denial or another value. The words of a check ("Wait, let me verify: 2+3=5. Yes.") take nothing back. `start` is
 * where the answer starts.
 */
export function isRefutedAfter(text: string, at: number, end: number, start: number): boolean {
  const from = skipClosing(text, at, end);
  if (from >= end) return false;
  if (isDeniedIn(text, from, end)) return true;
  if (from === at || !retractionStarts.has(text.charCodeAt(from) | 32)) return false;
  const next = textAt(text, from, end);
  const starts = (word: string) => next.startsWith(word) && !isLetterAt(next, word);
  if (retractions.some(starts)) return true;
  return (
    secondThoughts.some(starts) &&
    endsInDenial(text.slice(from, Math.min(end, from + maxThought)), text.slice(start, at))
  );
}

function isDeniedIn(text: string, from: number, end: number): boolean {
  let at = from;
  for (let words = 0; ; words++) {
    if (denialStarts.has(text.charCodeAt(at) | 32) && isDenial(textAt(text, at, end))) return true;
    let to = at;
    while (to < end && to - at < maxDenial && isWordCode(text.charCodeAt(to))) to++;
    const isOver = words === maxWordsBeforeDenial || to === at || text[to] !== " ";
    if (isOver || otherClauses.has(text.slice(at, to).toLowerCase())) return false;
    at = to + 1;
  }
}

/** The start of what stands at `from`, in lower case, with straight apostrophes. */
function textAt(text: string, from: number, end: number): string {
  return text
    .slice(from, Math.min(end, from + maxDenial))
    .toLowerCase()
    .replace("’", "'");
}

/** Tells whether the word runs on: "waiting" is not "wait". */
function isLetterAt(next: string, word: string): boolean {
  const code = next.charCodeAt(word.length);
  return isWordCode(code) && isWordCode(word.charCodeAt(word.length - 1));
}

function skipClosing(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    if (isSpaceCode(text.charCodeAt(at)) || '$*)}]"`_.”,!;'.includes(text[at] ?? "a")) at++;
    else if (text[at] === "\\" && ")]".includes(text[at + 1] ?? "a")) at += 2;
    else break;
  }
  return at;
}
