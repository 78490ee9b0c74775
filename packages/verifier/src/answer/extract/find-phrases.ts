import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";
import { ContentEnds } from "./content-ends.ts";
import { withFactorials } from "./exclamation.ts";
import { findChoicePhrases } from "./find-choice-phrases.ts";
import { findChosenOptions, findSubjectPhrases } from "./find-subject-phrases.ts";
import { anyShape, type GoldKind, type GoldShape } from "./gold-shape.ts";
import { LetterMarks } from "./letter-marks.ts";
import { type AnswerMarker, answerMarkers, contentRefusals } from "./marker-table.ts";
import { contentStart, endsInQuestion } from "./phrase-content.ts";
import { readMarker } from "./read-marker.ts";
import { trimSpan } from "./trim-span.ts";
import { isRefutedAfter } from "./withdrawal.ts";

/** How far from the end markers that count only without an English one are looked for. */
const maxFallback = 100_000;

/** Longest marker: one that starts before the end may end behind it. */
const maxMarker = 32;
const none: readonly number[] = [];

/** What is searched, and what was found so far. */
interface Search {
  readonly found: Candidate[];
  readonly text: string;
  readonly end: number;
  readonly ends: ContentEnds;
  readonly kind: GoldKind;
}

/**
 * Returns what "the answer is x", "Answer: x", a line "A: x" and their like in other languages point at, in no order.
 * Each runs to the end of its sentence or of the delimiters that open it. A phrase that is denied, supposed, asked or
 * quoted points at nothing. "The solution is x" and other languages count where no English "answer" does.
 */
export function findPhrases(
  text: string,
  start: number,
  end: number,
  fuel: Fuel,
  shape: GoldShape = anyShape,
): readonly Candidate[] {
  fuel.spend(1 + Math.ceil((end - start) / 8));
  const found: Candidate[] = [];
  const search: Search = { found, text, end, ends: new ContentEnds(text, end), kind: shape.kind };
  let letters: LetterMarks | undefined;
  for (const marker of answerMarkers) {
    const { search: word, isFallback } = marker;
    if (isFallback === true) {
      if (found.length > 0) break;
      letters ??= new LetterMarks(
        text,
        Math.max(start, end - maxFallback),
        Math.min(text.length, end + maxMarker),
      );
      if (!letters.mayHold(marker.marks ?? none)) continue;
    }
    const from = isFallback === true ? Math.max(start, end - maxFallback) : start;
    for (let at = text.indexOf(word, from); at !== -1 && at < end; at = text.indexOf(word, at + 1)) {
      // Words without spaces between them may follow one another closely.
      fuel.spend(marker.isUnspaced === true ? 320 : 144);
      const content = readMarker(text, at, marker, { start, end });
      if (content !== -1) pushContent(search, content, fuel, marker);
    }
  }
  findLineMarks(search, start, fuel);
  found.push(...findChoicePhrases(text, start, end, fuel), ...findSubjectPhrases(text, start, end, fuel));
  if (shape.hasOptions) found.push(...findChosenOptions(text, start, end, fuel));
  return withFactorials(found, text, { start, end }, fuel);
}

/** Lines that start with "A:", as in the answers of GSM8K, or with 答：. */
function findLineMarks(search: Search, start: number, fuel: Fuel): void {
  const { text, end } = search;
  for (const mark of ["A:", "Ans:", "Ans.", "答:", "答："]) {
    for (let at = text.indexOf(mark, start); at !== -1 && at < end; at = text.indexOf(mark, at + 2)) {
      fuel.spend(12);
      if (at === 0 || text[at - 1] === "\n") pushContent(search, at + mark.length, fuel);
    }
  }
}

function pushContent(
  { found, text, end, ends, kind }: Search,
  from: number,
  fuel: Fuel,
  marker?: AnswerMarker,
): void {
  const start = contentStart(text, from, end);
  const scanned = ends.scanned;
  const stop = ends.contentEnd(start);
  fuel.spend(144 + Math.ceil((ends.scanned - scanned) / 4));
  const span = trimSpan(text, start, stop);
  if (span.end === span.start || endsInQuestion(text, stop)) return;
  const isName = kind === "text" && isAfterColon(text, from, span.start);
  if ((!isName && isDenied(text, span.start, marker?.denials)) || isRefutedAfter(text, stop, end, span.start))
    return;
  found.push({ ...span, source: "phrase", ...(marker?.decimalComma === true ? { decimalComma: true } : {}) });
}

/** "Answer: Not possible" names a text that starts with a negation. */
function isAfterColon(text: string, from: number, start: number): boolean {
  return /[:：\n][\s*_]*$/.test(text.slice(Math.max(0, from - 4), start));
}

/** "The answer is not 5": the first word of the content denies it. */
function isDenied(text: string, at: number, denials: readonly string[] = []): boolean {
  let to = at;
  while (!isSpaceCode(text.charCodeAt(to)) && to - at < 12 && to < text.length) to++;
  const word = text.slice(at, to).toLowerCase();
  return contentRefusals.has(word) || denials.includes(word);
}
