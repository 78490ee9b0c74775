import { isSpaceCode } from "../lex/unicode-table.ts";
import { isExclamation } from "./exclamation.ts";
import { leadingFillers } from "./marker-table.ts";

/** Longest answer looked at after a phrase. */
const maxContent = 8192;

const delimiters: readonly (readonly [string, string])[] = [
  ["$$", "$$"],
  ["$", "$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
  ['"', '"'],
];

/** Returns the offset of the answer after a phrase that ends at `from`: past colons, emphasis and empty words. */
export function contentStart(text: string, from: number, end: number): number {
  let at = skipFence(text, skipFillers(text, from, end), end);
  for (let count = 0; count < 4; count++) {
    let to = at;
    while (to < end && isAsciiLetter(text.charCodeAt(to))) to++;
    if (
      to === at ||
      !isSpaceCode(text.charCodeAt(to)) ||
      !leadingFillers.has(text.slice(at, to).toLowerCase())
    )
      break;
    at = skipFillers(text, to, end);
  }
  return at;
}

/** Returns the end of what starts at `start`: its closing delimiter and a unit after it, or its sentence's end. */
export function contentEnd(text: string, start: number, end: number): number {
  const stop = Math.min(end, start + maxContent);
  for (const [open, close] of delimiters) {
    if (!text.startsWith(open, start)) continue;
    const at = findClose(text, start + open.length, stop, close);
    if (at !== -1) return sentenceEnd(text, at + close.length, stop);
  }
  return sentenceEnd(text, start, stop);
}

/** Moves past a line such as "```latex" or "-----" before the answer, and the brace of `\text{Answer: } 5`. */
function skipFence(text: string, at: number, end: number): number {
  if (text[at] === "}") return skipFillers(text, at + 1, end);
  if (!["```", "---", "==="].some((line) => text.startsWith(line, at))) return at;
  const line = text.slice(at, at + 40);
  const newline = line.indexOf("\n");
  const isRule = newline > 0 && /^(```[a-z]*|-+|=+)\s*$/.test(line.slice(0, newline));
  return isRule ? skipFillers(text, at + newline, end) : at;
}

function skipFillers(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpaceCode(code) || code === 58 || code === 0xff1a) at++;
    else if (code === 42 || code === 95) {
      const after = emphasisEnd(text, at);
      // Emphasis that ends here belongs to the phrase; emphasis that begins here belongs to the answer.
      if (after < end && !isSpaceCode(text.charCodeAt(after)) && text[after] !== ":") break;
      at = after;
    } else break;
  }
  return at;
}

function emphasisEnd(text: string, at: number): number {
  let after = at;
  while (text.charCodeAt(after) === text.charCodeAt(at)) after++;
  return after;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Offset of the closing delimiter before `stop`, or -1; only display formulas run over several lines. */
function findClose(text: string, start: number, stop: number, close: string): number {
  const isDisplay = close === "\\]" || close === "$$";
  for (let at = start; at < stop; at++) {
    if (text[at] === close[0] && text.startsWith(close, at)) return at;
    if (!isDisplay && text.charCodeAt(at) === 10) return -1;
  }
  return -1;
}

/** Offset of the full stop or exclamation mark that ends the sentence, or of the line's end; a point between digits is neither. */
function sentenceEnd(text: string, start: number, stop: number): number {
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 0x3002 || code === 0xff1f || code === 0xff01) return at;
    if (code === 33 && isExclamation(text, at, stop)) return at;
    if (code !== 46 && code !== 63) continue;
    const next = text.charCodeAt(at + 1);
    if (isSpaceCode(next) && /^ (?:or|and|nor) /.test(text.slice(at + 1, at + 6))) continue;
    if (at + 1 >= stop || isSpaceCode(next) || next === 42 || next === 60 || next === 34) return at;
  }
  return stop;
}

/** Tells whether the sentence that ends at `at` is a question. */
export function endsInQuestion(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 63 || code === 0xff1f;
}
