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
  const content = candidate.text ?? text.slice(candidate.start, candidate.end);
  // Joined boxes and boxes with a unit are made of values.
  const isMade = candidate.source === "box" && candidate.text !== undefined;
  if (isMade || !hasWords(content)) return candidate;
  fuel.spend(8 + Math.ceil(content.length / 2));
  const inner = candidate.source === "phrase" ? undefined : lastPhrase(content, fuel);
  if (candidate.source === "box") return inner === undefined ? candidate : narrow(content, candidate, inner);
  const { start, end } = inner ?? { start: 0, end: content.length };
  const answer = trimSpan(content, start, trimReason(content, start, end));
  const sole = findSoleValue(content.slice(answer.start, answer.end));
  const kept =
    sole === undefined ? answer : { start: answer.start + sole.start, end: answer.start + sole.end };
  return kept.start === 0 && kept.end === content.length ? candidate : narrow(content, candidate, kept);
}

function narrow(content: string, candidate: Candidate, span: { start: number; end: number }): Candidate {
  return candidate.text === undefined
    ? { ...candidate, start: candidate.start + span.start, end: candidate.start + span.end }
    : { ...candidate, text: content.slice(span.start, span.end) };
}

function lastPhrase(content: string, fuel: Fuel): Candidate | undefined {
  let last: Candidate | undefined;
  for (const phrase of findPhrases(content, 0, content.length, fuel))
    if (last === undefined || phrase.start > last.start) last = phrase;
  return last;
}

/** Tells whether a word after a space or a letter beyond Latin stands in the text: without one nothing is to trim. */
function hasWords(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code === 32 && isWordStart(text.charCodeAt(at + 1))) || code > 0x3000) return true;
  }
  return false;
}

/** A letter, or the bracket of a remark. */
function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 40;
}
