import type { Fuel } from "../fuel.ts";
import { isDigitCode } from "../lex/read-number.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";

/**
 * Tells whether the exclamation mark at `at` ends a sentence: nothing but the end of the line or a capital letter
 * follows. After a small letter on its own or a bracket it is a factorial: `n!`, `(n-1)!`.
 */
export function isExclamation(text: string, at: number, end: number): boolean {
  if (isFactorialOperand(text, at)) return false;
  let next = at + 1;
  while (next < end && '*_"”)'.includes(text[next] ?? " ")) next++;
  if (next >= end || text[next] === "<") return true;
  if (!isSpaceCode(text.charCodeAt(next))) return text.charCodeAt(next) > 0x2000;
  while (next < end && isSpaceCode(text.charCodeAt(next))) {
    if (text.charCodeAt(next) === 10) return true;
    next++;
  }
  const code = text.charCodeAt(next);
  return next >= end || (code >= 65 && code <= 90) || code > 0x2000;
}

/** What is no word, number or option before the mark. */
function isFactorialOperand(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === 41) return !/\([A-J]\)$/.test(text.slice(Math.max(0, at - 3), at));
  const isSmall = before >= 97 && before <= 122;
  return isSmall && !isWordCode(text.charCodeAt(at - 2));
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 39 || code > 127;
}

/**
 * Returns the phrases with the mark that follows them where the text writes factorials: beside `6!/6` or the word, "the
 * answer is 5!" is 120.
 */
export function withFactorials(
  phrases: readonly Candidate[],
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  fuel: Fuel,
): readonly Candidate[] {
  if (!phrases.some((phrase) => mayBeFactorial(text, phrase))) return phrases;
  fuel.spend(Math.ceil((end - start) / 16));
  if (!writesFactorials(text, start, end)) return phrases;
  return phrases.map((phrase) =>
    mayBeFactorial(text, phrase) ? { ...phrase, end: phrase.end + 1 } : phrase,
  );
}

function mayBeFactorial(text: string, { end }: Candidate): boolean {
  return text.charCodeAt(end) === 33 && isDigitCode(text.charCodeAt(end - 1));
}

function writesFactorials(text: string, start: number, end: number): boolean {
  for (let at = text.indexOf("!", start); at !== -1 && at < end; at = text.indexOf("!", at + 1)) {
    const before = text.charCodeAt(at - 1);
    const isOperand = isDigitCode(before) || isFactorialOperand(text, at);
    if (isOperand && !isExclamation(text, at, end)) return true;
  }
  const word = text.toLowerCase().indexOf("factorial", start);
  return word !== -1 && word < end;
}
