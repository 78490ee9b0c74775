import { isLostEscape } from "../lex/restore-escapes.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";

/** Returns the offsets of text[start, end) without spaces at either end. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isSpaceCode(text.charCodeAt(from)) && !isLostEscape(text, from)) from++;
  while (to > from && isSpaceCode(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Longest line looked at: a longer one ends there. */
const maxLine = 8192;

/** Returns the offset of the end of the line that holds `at`, at most `end` and at most 8192 further on. */
export function lineEnd(text: string, at: number, end: number): number {
  const stop = Math.min(end, at + maxLine);
  for (let scan = at; scan < stop; scan++) if (text.charCodeAt(scan) === 10) return scan;
  return stop;
}
