import type { Fuel } from "../fuel.ts";
import type { Candidate } from "./candidate.ts";
import { findPhrases } from "./find-phrases.ts";
import type { GoldKind } from "./gold-shape.ts";
import { findRemark, findTruthRemark, showText } from "./remark.ts";
import { findSoleValue } from "./sole-value.ts";
import { trimReason } from "./trim-reason.ts";
import { trimSpan } from "./trim-span.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the candidate without the prose around the answer: "The answer is 5" inside a tag, box or JSON field gives 5,
 * "5 apples because ..." gives 5 apples, "Sally has 9 books" the one value that it states, and "72, in total" 72 with a
 * remark.
 */
export function trimProse(text: string, candidate: Candidate, kind: GoldKind, fuel: Fuel): Candidate {
  const content = candidate.text ?? text.slice(candidate.start, candidate.end);
  // Joined boxes and boxes with a unit are made of values.
  const isMade = candidate.source === "box" && candidate.text !== undefined;
  if (isMade || !hasWords(content)) return candidate;
  fuel.spend(8 + content.length);
  const isWhole = candidate.source === "whole";
  const inner = candidate.source === "phrase" || isWhole ? undefined : lastPhrase(content, fuel);
  const { start, end } = inner ?? { start: 0, end: content.length };
  const shown = isWhole ? content : showText(content);
  const answer = trimSpan(content, start, isWhole ? end : trimReason(shown, start, end));
  const mayBeSentence = !isWhole && (kind === "formula" || (kind === "any" && candidate.source !== "box"));
  if (mayBeSentence) {
    const part = shown.slice(answer.start, answer.end);
    const sole = findSoleValue(part.trim());
    const from = answer.start + (part.length - part.trimStart().length);
    if (sole !== undefined)
      return narrow(content, candidate, { start: from + sole.start, end: from + sole.end });
  }
  const whole = content.slice(answer.start, answer.end);
  const remark = findTruthRemark(whole) ?? (kind === "text" ? undefined : findRemark(whole));
  if (remark === undefined) return narrow(content, candidate, answer);
  const cut = narrow(content, candidate, { start: answer.start, end: answer.start + remark.valueEnd });
  return { ...cut, remark: { words: remark.words, whole, isOpen: remark.isOpen } };
}

/** The part of the candidate, with the braces closed that the cut left open. */
function narrow(content: string, candidate: Candidate, span: Span): Candidate {
  if (span.start === 0 && span.end === content.length) return candidate;
  const part = content.slice(span.start, span.end);
  const isInside = part.lastIndexOf("{") > part.lastIndexOf("}") && content.indexOf("}", span.end) !== -1;
  const open = isInside ? "}" : "";
  if (candidate.text === undefined && open === "")
    return { ...candidate, start: candidate.start + span.start, end: candidate.start + span.end };
  return { ...candidate, text: part + open };
}

function lastPhrase(content: string, fuel: Fuel): Candidate | undefined {
  let last: Candidate | undefined;
  for (const phrase of findPhrases(content, 0, content.length, fuel))
    if (last === undefined || phrase.start > last.start) last = phrase;
  return last;
}

/** Tells whether a word after a space or a letter beyond Latin or a bracket in text stands there: without one nothing is to trim. */
function hasWords(text: string): boolean {
  if (text.includes("\\text{(")) return true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code === 32 && isWordStart(text.charCodeAt(at + 1))) || code > 0x8ff) return true;
    // An ending of Turkish after a number: 42'dir.
    if (code === 39 && isWordStart(text.charCodeAt(at + 1))) return true;
  }
  return false;
}

/** A letter, or the bracket of a remark. */
function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 40;
}
