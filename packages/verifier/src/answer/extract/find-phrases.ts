import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";
import { lineEnd, trimSpan } from "./trim-span.ts";

/** Longest distance from "answer" to the "is" or colon that goes with it: "the answer to the problem is". */
const maxGap = 60;
/** Longest formula looked for between delimiters. */
const maxFormula = 8192;

/**
 * Returns what "the answer is x", "Answer: x", a line "A: x" and 答案 point at. Each runs to the end of its sentence
 * or of the delimiters that open it.
 */
export function findPhrases(text: string, start: number, end: number, fuel: Fuel): readonly Candidate[] {
  fuel.spend(1 + Math.ceil((end - start) / 8));
  const found: Candidate[] = [];
  for (const word of ["nswer", "NSWER", "答案"]) {
    for (let at = text.indexOf(word, start); at !== -1 && at < end; at = text.indexOf(word, at + 1)) {
      fuel.spend(4);
      const content = contentAfterWord(text, at, word, end);
      if (content !== -1) pushContent(found, text, content, end, fuel);
    }
  }
  findLineMarks(found, text, start, end, fuel);
  return found;
}

/** Lines that start with "A:", as in the answers of GSM8K. */
function findLineMarks(found: Candidate[], text: string, start: number, end: number, fuel: Fuel): void {
  for (let at = text.indexOf("A:", start); at !== -1 && at < end; at = text.indexOf("A:", at + 2)) {
    fuel.spend(4);
    if (at === 0 || text[at - 1] === "\n") pushContent(found, text, at + 2, end, fuel);
  }
}

/** Offset after the "is", ":" or "=" that belongs to the word "answer" at `at`, or -1. */
function contentAfterWord(text: string, at: number, word: string, end: number): number {
  if (word !== "答案" && !isWordStart(text, at - 1)) return -1;
  let from = at + word.length;
  if (text[from] === "s" || text[from] === "S") from++;
  if (isLetter(text.charCodeAt(from)) || text[from] === "'" || text[from] === "_") return -1;
  const stop = Math.min(end, from + maxGap);
  for (let scan = from; scan < stop; scan++) {
    const char = text[scan];
    if (char === ":" || char === "：" || char === "=" || char === "为" || char === "是") return scan + 1;
    if (char === "\n" && !isHeading(text, from, scan)) return -1;
    if (char === "\n") return scan + 1;
    if (char === "." || char === "," || char === "?" || char === '"' || char === "<") return -1;
    if (isIs(text, scan)) return text[scan + 3] === ":" ? scan + 4 : scan + 3;
  }
  return -1;
}

/** "Final Answer" alone on its line heads the answer. */
function isHeading(text: string, from: number, newline: number): boolean {
  for (let at = from; at < newline; at++) {
    const code = text.charCodeAt(at);
    if (!isSpaceCode(code) && code !== 42) return false;
  }
  return true;
}

function isIs(text: string, at: number): boolean {
  if (text[at] !== " " && text[at] !== "\n") return false;
  const word = text.slice(at + 1, at + 3);
  return (word === "is" || word === "IS") && !isLetter(text.charCodeAt(at + 3));
}

/** The letter before "nswer" is an "a" that starts a word. */
function isWordStart(text: string, at: number): boolean {
  const char = text[at];
  return (char === "a" || char === "A") && !isLetter(text.charCodeAt(at - 1));
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function pushContent(found: Candidate[], text: string, from: number, end: number, fuel: Fuel): void {
  let start = from;
  while (start < end && isFiller(text.charCodeAt(start))) start++;
  const stop = contentEnd(text, start, end);
  fuel.spend(1 + Math.ceil((stop - from) / 4));
  const span = trimSpan(text, start, stop);
  if (span.end > span.start) found.push({ ...span, source: "phrase" });
}

/** Spaces, colons and emphasis between the phrase and the answer. */
function isFiller(code: number): boolean {
  return isSpaceCode(code) || code === 58 || code === 42 || code === 95;
}

/** The end of what starts at `start`: its closing delimiter, or the end of the sentence. */
function contentEnd(text: string, start: number, end: number): number {
  for (const [open, close] of delimiters) {
    if (!text.startsWith(open, start)) continue;
    const isDisplay = close === "\\]" || close === "$$";
    const limit = isDisplay ? Math.min(end, start + maxFormula) : lineEnd(text, start, end);
    const at = text.slice(start, Math.min(limit, start + maxFormula)).indexOf(close, open.length);
    if (at !== -1)
      return extendPastDelimiter(text, start + at + close.length, lineEnd(text, start + at, end));
  }
  return sentenceEnd(text, start, lineEnd(text, start, end));
}

const delimiters: readonly (readonly [string, string])[] = [
  ["$$", "$$"],
  ["$", "$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
  ['"', '"'],
];

/** More text after the closing delimiter, such as a unit, belongs to the answer up to the end of the sentence. */
function extendPastDelimiter(text: string, after: number, line: number): number {
  return after < line ? sentenceEnd(text, after, line) : after;
}

/** Offset of the first full stop that ends a sentence; one between digits or in an abbreviation does not. */
function sentenceEnd(text: string, start: number, line: number): number {
  for (let at = start; at < line; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3002) return at;
    if (code !== 46 && code !== 33 && code !== 63) continue;
    const next = text.charCodeAt(at + 1);
    const isEnd = at + 1 >= line || isSpaceCode(next) || next === 42 || next === 60;
    if (isEnd && code === 46) return at;
    if (isEnd && at + 1 < line && isSpaceCode(next) && code === 63) return at;
  }
  return line;
}
