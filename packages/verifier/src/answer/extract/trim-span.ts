import { isSpaceCode } from "../lex/unicode-table.ts";

/** Returns the offsets of text[start, end) without spaces at either end. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isSpaceCode(text.charCodeAt(from))) from++;
  while (to > from && isSpaceCode(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Returns the offset of the end of the line that holds `at`, at most `end`. */
export function lineEnd(text: string, at: number, end: number): number {
  const newline = text.indexOf("\n", at);
  return newline === -1 || newline > end ? end : newline;
}
