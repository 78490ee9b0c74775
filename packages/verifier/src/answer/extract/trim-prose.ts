import type { Fuel } from "../fuel.ts";
import type { Candidate } from "./candidate.ts";
import { findPhrases } from "./find-phrases.ts";
import { findSoleValue } from "./sole-value.ts";
import { trimReason } from "./trim-reason.ts";
import { trimSpan } from "./trim-span.ts";

/**
 * Returns the candidate without the prose around the answer: "The answer is 5" inside a tag, box or JSON field gives 5,
 * "5 apples because ..." gives 5 apples, and "Sally has 9 books" the one value that it states.
 */
export function trimProse(text: string, candidate: Candidate, fuel: Fuel): Candidate {
  const source = candidate.text ?? text;
  const span = candidate.text === undefined ? candidate : { start: 0, end: candidate.text.length };
  if (!hasWords(source, span.start, span.end)) return candidate;
  fuel.spend(8 + Math.ceil((span.end - span.start) / 2));
  const inner = candidate.source === "phrase" ? undefined : lastPhrase(source, span, fuel);
  if (candidate.source === "box") return inner === undefined ? candidate : narrow(source, candidate, inner);
  const { start, end } = inner ?? span;
  const answer = trimSpan(source, start, trimReason(source, start, end));
  const sole = findSoleValue(source.slice(answer.start, answer.end));
  const kept =
    sole === undefined ? answer : { start: answer.start + sole.start, end: answer.start + sole.end };
  return kept.start === span.start && kept.end === span.end ? candidate : narrow(source, candidate, kept);
}

function narrow(source: string, candidate: Candidate, span: { start: number; end: number }): Candidate {
  return candidate.text === undefined
    ? { ...candidate, start: span.start, end: span.end }
    : { ...candidate, text: source.slice(span.start, span.end) };
}

function lastPhrase(
  text: string,
  span: { start: number; end: number },
  fuel: Fuel,
): { start: number; end: number } | undefined {
  let last: Candidate | undefined;
  for (const phrase of findPhrases(text, span.start, span.end, fuel))
    if (last === undefined || phrase.start > last.start) last = phrase;
  return last;
}

/** Tells whether a word after a space or a letter beyond Latin stands in the text: without one nothing is to trim. */
function hasWords(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code === 32 && isWordStart(text.charCodeAt(at + 1))) || code > 0x3000) return true;
  }
  return false;
}

/** A letter, or the bracket of a remark. */
function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 40;
}
