import type { Fuel } from "../fuel.ts";
import { isDigitCode } from "../lex/read-number.ts";
import type { Candidate } from "./candidate.ts";

const mathCloses: readonly (readonly [string, string])[] = [
  ["$", "$"],
  ["\\)", "\\("],
  ["\\]", "\\["],
];

/**
 * Returns the last value of text[start, end): a formula between math delimiters, an option letter in brackets or
 * bold, or a number with its sign, currency and percent sign; whichever ends last.
 */
export function findLastValue(text: string, start: number, end: number, fuel: Fuel): Candidate | undefined {
  fuel.spend(1 + Math.ceil((end - start) / 8));
  let best = lastNumber(text, start, end);
  for (const next of [lastFormula(text, start, end), lastLetter(text, start, end)])
    if (next !== undefined && (best === undefined || next.end >= best.end)) best = next;
  return best;
}

function lastFormula(text: string, start: number, end: number): Candidate | undefined {
  let best: Candidate | undefined;
  for (const [close, open] of mathCloses) {
    const stop = text.lastIndexOf(close, end - close.length);
    if (stop <= start) continue;
    const from = text.lastIndexOf(open, stop - 1);
    if (from < start) continue;
    const candidate: Candidate = { start: from + open.length, end: stop, source: "last_value" };
    if (candidate.end > candidate.start && (best === undefined || candidate.end > best.end)) best = candidate;
  }
  return best;
}

/** The last `(C)` or `**C**`. */
function lastLetter(text: string, start: number, end: number): Candidate | undefined {
  for (let at = end - 2; at > start; at--) {
    const code = text.charCodeAt(at);
    if (code < 65 || code > 74) continue;
    const [before, after] = [text[at - 1], text[at + 1]];
    if ((before === "(" && after === ")") || (before === "*" && after === "*"))
      return { start: at, end: at + 1, source: "last_value" };
  }
  return undefined;
}

function lastNumber(text: string, start: number, end: number): Candidate | undefined {
  let last = end - 1;
  while (last >= start && !isDigitCode(text.charCodeAt(last))) last--;
  if (last < start) return undefined;
  let first = last;
  while (first > start && isNumberPart(text, first - 1)) first--;
  if (first > start && text[first - 1] === "$") first--;
  if (first > start && isMinus(text, first - 1, start)) first--;
  const stop = last + 1 < end && text[last + 1] === "%" ? last + 2 : last + 1;
  return { start: first, end: stop, source: "last_value" };
}

/** Digits, and points, commas and slashes between digits. */
function isNumberPart(text: string, at: number): boolean {
  if (isDigitCode(text.charCodeAt(at))) return true;
  const char = text[at];
  if (char !== "." && char !== "," && char !== "/") return false;
  return isDigitCode(text.charCodeAt(at + 1)) && (char === "." || isDigitCode(text.charCodeAt(at - 1)));
}

/** A minus sign that is a sign, not a subtraction or a dash between words. */
function isMinus(text: string, at: number, start: number): boolean {
  if (text[at] !== "-" && text[at] !== "−") return false;
  if (at === start) return true;
  const before = text[at - 1] ?? " ";
  return " (=:$*\n\t".includes(before);
}
