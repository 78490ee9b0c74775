import type { Fuel } from "../fuel.ts";
import { isDigitCode } from "../lex/read-number.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";
import { isExclamation } from "./exclamation.ts";
import { findLastFormula } from "./find-last-formula.ts";
import { isRefutedBefore } from "./refutation.ts";
import { unitEnd } from "./sole-value.ts";
import { trimSpan } from "./trim-span.ts";

/** Longest text that may be a bare answer as a whole. */
const maxBare = 200;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the last value of text[start, end): the text itself where it holds no words; a formula between math
 * delimiters, or a run of them joined by "and"; an option letter in brackets or bold; a number, bracket or LaTeX
 * expression, with its sign, currency and unit. Whichever ends last counts, unless it is denied, hedged, supposed or asked.
 */
export function findLastValue(text: string, start: number, end: number, fuel: Fuel): Candidate | undefined {
  fuel.spend(1 + Math.ceil((end - start) / 4));
  const whole = trimSpan(text, start, end);
  if (isBare(text, whole)) return { ...whole, source: "last_value" };
  let best: Candidate | undefined = lastNumber(text, start, end);
  for (const next of [findLastFormula(text, start, end), lastLetter(text, start, end)])
    if (next !== undefined && (best === undefined || next.end >= best.end)) best = next;
  return best === undefined || isDoubted(text, best, start, end) ? undefined : best;
}

/** A short line without words: `\frac{1}{2}`, `x^2 + 1`, `(1, 2)`, `B`. */
function isBare(text: string, { start, end }: Span): boolean {
  if (end === start || end - start > maxBare) return false;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 63) return false;
    letters = isLetter(code) ? letters + 1 : 0;
    if (letters > 1) return false;
    if (code === 92) while (isLetter(text.charCodeAt(at + 1))) at++;
  }
  return !text.slice(start, end).includes(" \\text");
}

/** Words directly before a value that make it one of several, a bound or an estimate. */
const hedges: ReadonlySet<string> = new Set(
  (
    "or and than maybe perhaps possibly least most to versus vs about approximately approx around roughly nearly " +
    "almost circa over under above below probably likely guess up exceeds"
  ).split(" "),
);

/** The value is an operand or an estimate; an asterisk after a space is emphasis. */
const operatorBefore = /(?:[≈≃~+/^_×·÷!]\s*|[\w)]\*|\s\*\s)\$?$/;

function wordBefore(text: string, at: number, start: number): string {
  let to = at;
  while (to > start && (isSpaceCode(text.charCodeAt(to - 1)) || text[to - 1] === "$")) to--;
  let from = to;
  while (from > start && isLetter(text.charCodeAt(from - 1))) from--;
  return text.slice(from, to).toLowerCase();
}

/** The sentence of the value asks, supposes, estimates or denies it, or goes on computing with it. */
function isDoubted(text: string, value: Span, start: number, end: number): boolean {
  if (isRefutedBefore(text, value.start, start, false)) return true;
  if (hedges.has(wordBefore(text, value.start, start))) return true;
  if (operatorBefore.test(text.slice(Math.max(start, value.start - 3), value.start))) return true;
  if (isOptionOfList(text, value.start, start)) return true;
  const stop = nextStop(text, value.end, end);
  if (text[stop] === "?") return true;
  const sentence = text
    .slice(sentenceStart(text, value.start, start), value.start)
    .trimStart()
    .toLowerCase();
  return /^(if|suppose|assume|assuming|what if|is the|was the|imagine)\b/.test(sentence.slice(0, 12));
}

/** Farthest back that the option before this one is looked for. */
const maxOption = 400;

/** The value is the content of an option after another one: the last of `A) 3 B) 4 C) 5`. */
function isOptionOfList(text: string, at: number, start: number): boolean {
  const label = /(?:^|[\s(])([B-J])[).:]\s*\$?$/.exec(text.slice(Math.max(start, at - 6), at));
  if (label?.[1] === undefined) return false;
  const previous = String.fromCharCode(label[1].charCodeAt(0) - 1);
  const before = text.slice(Math.max(start, at - maxOption), at);
  return new RegExp(`(?:^|[\\s(])${previous}[).:]\\s`).test(before);
}

function nextStop(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < 200 && !".?!\n".includes(text[at] ?? "\n")) at++;
  return at;
}

function sentenceStart(text: string, at: number, start: number): number {
  let from = at;
  while (from > start && at - from < 400) {
    const before = text[from - 1] ?? "\n";
    if (before === "\n" || before === "?" || (before === "." && text[from] === " ")) break;
    from--;
  }
  return from;
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
  const token = expressionAround(text, last, start, end);
  if (token !== undefined) return { ...token, source: "last_value" };
  let first = last;
  while (first > start && isNumberPart(text, first - 1)) first--;
  if (first > start && text[first - 1] === "$") first--;
  if (first > start && isMinus(text, first - 1, start)) first--;
  const stop = numberEnd(text, last + 1, end);
  return { start: first, end: stop, source: "last_value" };
}

/** The end of the percent sign, factorial, letters or unit after a number. */
function numberEnd(text: string, at: number, end: number): number {
  if (at < end && text[at] === "%") return at + 1;
  if (at < end && text[at] === "!" && !isExclamation(text, at, end)) return at + 1;
  let glued = at;
  while (glued < end && isLetter(text.charCodeAt(glued))) glued++;
  return glued > at ? glued : unitEnd(text, at);
}

/** The word around a digit where it is a LaTeX expression or in brackets: `\frac{1}{2}`, `[0, 1]`, `2^{10}`. */
function expressionAround(text: string, digit: number, start: number, end: number): Span | undefined {
  let depth = 0;
  let from = digit;
  for (; from > start && digit - from < maxBare; from--) {
    const before = text[from - 1] ?? " ";
    if (isSpaceCode(text.charCodeAt(from - 1)) && depth <= 0 && !opensLater(text, from, digit)) break;
    if ("}])".includes(before)) depth++;
    else if ("{[(".includes(before)) depth--;
  }
  let to = digit + 1;
  while (to < end && (depth < 0 || !isSpaceCode(text.charCodeAt(to)))) {
    const char = text[to] ?? " ";
    if ("}])".includes(char)) depth++;
    else if ("{[(".includes(char)) depth--;
    if (char === "\n") return undefined;
    to++;
  }
  while (to > digit + 1 && ".,;:!?*$".includes(text[to - 1] ?? "a")) to--;
  const equals = text.slice(from, to).lastIndexOf("=");
  const span = { start: from + equals + 1, end: to };
  return depth === 0 && /[\\^([]/.test(text.slice(span.start, span.end)) ? span : undefined;
}

/** A bracket that opened before `from` and is closed only after the digit keeps the words in it together. */
function opensLater(text: string, from: number, digit: number): boolean {
  const gap = text.slice(Math.max(0, from - 40), from);
  const open = Math.max(gap.lastIndexOf("("), gap.lastIndexOf("["));
  const close = Math.max(gap.lastIndexOf(")"), gap.lastIndexOf("]"));
  return (
    open > close && /^[\d\s.,\-+/^]*$/.test(gap.slice(open + 1)) && !text.slice(from, digit).includes(")")
  );
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

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
