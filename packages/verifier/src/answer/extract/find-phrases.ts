import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";
import { trimSpan } from "./trim-span.ts";

/** Longest distance from "answer" to the "is" or colon that goes with it: "the answer to the problem is". */
const maxGap = 60;
/** Longest answer looked at after a phrase. */
const maxContent = 8192;

/**
 * Returns what "the answer is x", "Answer: x", a line "A: x" and 答案 point at. Each runs to the end of its sentence
 * or of the delimiters that open it.
 */
export function findPhrases(text: string, start: number, end: number, fuel: Fuel): readonly Candidate[] {
  fuel.spend(1 + Math.ceil((end - start) / 16));
  const found: Candidate[] = [];
  for (const word of ["nswer", "NSWER", "答案"]) {
    for (let at = text.indexOf(word, start); at !== -1 && at < end; at = text.indexOf(word, at + 1)) {
      fuel.spend(12);
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
    fuel.spend(12);
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
  fuel.spend(40 + Math.ceil((stop - from) / 4));
  const span = trimSpan(text, start, stop);
  if (span.end > span.start) found.push({ ...span, source: "phrase" });
}

/** Spaces, colons and emphasis between the phrase and the answer. */
function isFiller(code: number): boolean {
  return isSpaceCode(code) || code === 58 || code === 42 || code === 95;
}

/** The end of what starts at `start`: its closing delimiter and a unit after it, or the end of the sentence. */
function contentEnd(text: string, start: number, end: number): number {
  const stop = Math.min(end, start + maxContent);
  for (const [open, close] of delimiters) {
    if (!text.startsWith(open, start)) continue;
    const at = findClose(text, start + open.length, stop, close);
    if (at !== -1) return sentenceEnd(text, at + close.length, stop);
  }
  return sentenceEnd(text, start, stop);
}

const delimiters: readonly (readonly [string, string])[] = [
  ["$$", "$$"],
  ["$", "$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
  ['"', '"'],
];

/** Offset of the closing delimiter before `stop`, or -1; only display formulas run over several lines. */
function findClose(text: string, start: number, stop: number, close: string): number {
  const isDisplay = close === "\\]" || close === "$$";
  for (let at = start; at < stop; at++) {
    if (text[at] === close[0] && text.startsWith(close, at)) return at;
    if (!isDisplay && text.charCodeAt(at) === 10) return -1;
  }
  return -1;
}

/** Offset of the full stop that ends the sentence, or of the line's end; a point between digits is neither. */
function sentenceEnd(text: string, start: number, stop: number): number {
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 0x3002) return at;
    if (code !== 46 && code !== 63) continue;
    const next = text.charCodeAt(at + 1);
    if (at + 1 >= stop || isSpaceCode(next) || next === 42 || next === 60) return at;
  }
  return stop;
}
