import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";
import { withFactorials } from "./exclamation.ts";
import { findChoicePhrases } from "./find-choice-phrases.ts";
import { findSubjectPhrases } from "./find-subject-phrases.ts";
import { answerMarkers, contentRefusals } from "./marker-table.ts";
import { contentEnd, contentStart, endsInQuestion } from "./phrase-content.ts";
import { readMarker } from "./read-marker.ts";
import { isRefutedAfter } from "./refutation.ts";
import { trimSpan } from "./trim-span.ts";

/**
 * Returns what "the answer is x", "Answer: x", a line "A: x" and their like in other languages point at, in no order.
 * Each runs to the end of its sentence or of the delimiters that open it. A phrase that is denied, supposed, asked or
 * quoted points at nothing. "The solution is x" and other languages count where no English "answer" does.
 */
export function findPhrases(text: string, start: number, end: number, fuel: Fuel): readonly Candidate[] {
  fuel.spend(1 + Math.ceil((end - start) / 8));
  const found: Candidate[] = [];
  for (const marker of answerMarkers) {
    const { search, isFallback } = marker;
    if (isFallback === true && found.length > 0) break;
    for (let at = text.indexOf(search, start); at !== -1 && at < end; at = text.indexOf(search, at + 1)) {
      fuel.spend(80);
      const content = readMarker(text, at, marker, { start, end });
      if (content !== -1) pushContent(found, text, content, end, fuel);
    }
  }
  findLineMarks(found, text, start, end, fuel);
  found.push(...findChoicePhrases(text, start, end, fuel), ...findSubjectPhrases(text, start, end, fuel));
  return withFactorials(found, text, { start, end }, fuel);
}

/** Lines that start with "A:", as in the answers of GSM8K, or with 答：. */
function findLineMarks(found: Candidate[], text: string, start: number, end: number, fuel: Fuel): void {
  for (const mark of ["A:", "Ans:", "答:", "答："]) {
    for (let at = text.indexOf(mark, start); at !== -1 && at < end; at = text.indexOf(mark, at + 2)) {
      fuel.spend(12);
      if (at === 0 || text[at - 1] === "\n") pushContent(found, text, at + mark.length, end, fuel);
    }
  }
}

function pushContent(found: Candidate[], text: string, from: number, end: number, fuel: Fuel): void {
  const start = contentStart(text, from, end);
  const stop = contentEnd(text, start, end);
  // A delimiter that never closes is looked for far ahead.
  fuel.spend((isDelimiter(text.charCodeAt(start)) ? 400 : 80) + Math.ceil((stop - from) / 4));
  const span = trimSpan(text, start, stop);
  if (span.end === span.start || endsInQuestion(text, stop)) return;
  if (isDenied(text, span.start) || isRefutedAfter(text, stop, end)) return;
  found.push({ ...span, source: "phrase" });
}

/** `$`, a backslash or a quotation mark. */
function isDelimiter(code: number): boolean {
  return code === 36 || code === 92 || code === 34;
}

/** "The answer is not 5": the first word of the content denies it. */
function isDenied(text: string, at: number): boolean {
  let to = at;
  while (!isSpaceCode(text.charCodeAt(to)) && to - at < 12 && to < text.length) to++;
  return contentRefusals.has(text.slice(at, to).toLowerCase());
}
