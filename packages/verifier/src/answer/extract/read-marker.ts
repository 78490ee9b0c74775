import { isSpaceCode } from "../lex/unicode-table.ts";
import { endsInWouldBe, isHypothetical } from "./hypothetical.ts";
import { type AnswerMarker, disowningWords, gapRefusals, leadingFillers } from "./marker-table.ts";
import { isQuoted } from "./quotation.ts";
import { isRefutedBefore } from "./refutation.ts";

/** Longest distance from the marker to the "is" or colon that goes with it: "the answer to the problem is". */
const maxGap = 60;
/** The same in scripts without spaces. */
const maxUnspacedGap = 24;

/** A part of the response. Offsets are UTF-16 code units. */
interface Region {
  readonly start: number;
  readonly end: number;
}

/** Returns the offset after the "is", ":" or "=" that belongs to the marker found at `at`, or -1 where none does. */
export function readMarker(text: string, at: number, marker: AnswerMarker, region: Region): number {
  const wordStart = marker.before === "" ? at : at - 1;
  if (wordStart < region.start || !isWholeWord(text, at, marker)) return -1;
  const content =
    marker.isUnspaced === true
      ? afterUnspacedGap(text, at + marker.search.length, marker, region.end)
      : afterGap(text, at + marker.search.length, marker, region.end);
  if (content === -1) return -1;
  if (!isOwned(text, wordStart, marker, region.start)) return -1;
  if (endsInWouldBe(text, content) && isHypothetical(text, content, region.start, region.end)) return -1;
  return isQuoted(text, wordStart, region.start) ? -1 : content;
}

function isWholeWord(text: string, at: number, marker: AnswerMarker): boolean {
  if (marker.isUnspaced === true) return true;
  const start = marker.before === "" ? at : at - 1;
  if (marker.before !== "" && !marker.before.includes(text[at - 1] ?? " ")) return false;
  if (isLetter(text.charCodeAt(start - 1))) return false;
  const after = skipPlural(text, at + marker.search.length);
  return !isLetter(text.charCodeAt(after)) && text[after] !== "'" && text[after] !== "_";
}

function skipPlural(text: string, at: number): number {
  return text[at] === "s" || text[at] === "S" ? at + 1 : at;
}

/** The words before the marker neither deny it nor make it somebody else's; a qualifier it needs is there. */
function isOwned(text: string, at: number, marker: AnswerMarker, start: number): boolean {
  if (isRefutedBefore(text, at, start, true) || isSubjunctive(text, at, start)) return false;
  if (isOperand(text, at, start)) return false;
  if (marker.denials !== undefined && isDeniedBefore(text, at, start, marker.denials)) return false;
  const word = wordBefore(text, at, start);
  if (disowningWords.has(word)) return false;
  return marker.qualifiers === undefined || marker.qualifiers.includes(word);
}

/** "Twice the answer is 42", "the square of the answer is 42": another number is named. */
function isOperand(text: string, at: number, start: number): boolean {
  const before = text.slice(Math.max(start, at - 40), at).toLowerCase();
  return /\b(?:twice|double|triple|half|thrice|(?:square|cube|root|negative|reciprocal|sum|digits?|half|multiple|bound)(?: \w+){0,2} (?:of|for)) (?:the |our |my )?(?:final |correct )?$/.test(
    before,
  );
}

/** "Якщо відповідь 5": a word of the clause in front of the marker denies or supposes. */
function isDeniedBefore(text: string, at: number, start: number, denials: readonly string[]): boolean {
  const before = text.slice(Math.max(start, at - 40), at).toLowerCase();
  const clause = before.slice(Math.max(...[...",.;:!?\n，。；"].map((sign) => before.lastIndexOf(sign))) + 1);
  return clause.split(/\s+/).some((word) => denials.includes(word));
}

/** "If x were 2, then the answer is 5." */
function isSubjunctive(text: string, at: number, start: number): boolean {
  const from = Math.max(start, at - 120);
  const before = text.slice(from, at).toLowerCase();
  const sentence = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n")) + 1).trimStart();
  return (sentence.startsWith("if ") || sentence.startsWith("suppose ")) && sentence.includes(" were ");
}

function wordBefore(text: string, at: number, start: number): string {
  let to = at;
  while (to > start && (isSpaceCode(text.charCodeAt(to - 1)) || text[to - 1] === "*")) to--;
  let from = to;
  while (from > start && (isLetter(text.charCodeAt(from - 1)) || "'’".includes(text[from - 1] ?? " ")))
    from--;
  return text.slice(from, to).toLowerCase().replace("’", "'");
}

function afterGap(text: string, from: number, marker: AnswerMarker, end: number): number {
  const first = skipPlural(text, from);
  const dash = dashEnd(text, first, end);
  if (dash !== -1) return dash;
  if (marker.isVerbLast === true && startsValue(text, first, end)) return first;
  const stop = Math.min(end, first + maxGap);
  for (let at = first; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const to = wordEnd(text, at);
      const word = text.slice(at, to);
      const after = copulaEnd(text, at, to, marker);
      if (after !== -1) return after;
      if (gapRefusals.has(word.toLowerCase()) || marker.denials?.includes(word.toLowerCase())) return -1;
      at = to - 1;
    } else if (code === 58 || code === 0xff1a || code === 61) return at + 1;
    else if (code === 10) return isHeading(text, first, at) ? at + 1 : afterLineBreak(text, at, stop, marker);
    else if (code === 44 && parenthesisEnd(text, at) > at) at = parenthesisEnd(text, at);
    else if ('.,?!;"<'.includes(text[at] ?? " ")) return -1;
  }
  return -1;
}

/** Tells whether a number or formula stands directly behind the marker. */
function startsValue(text: string, from: number, end: number): boolean {
  return /^[\s*]+[-−]?(?:\p{Nd}|\$|\\[([a-z])|^[-−]?\p{Nd}/u.test(text.slice(from, Math.min(end, from + 12)));
}

/** The offset after the dash of "Answer - 5" and "**Answer** – B"; -1 where no value follows one, or a sign -5. */
function dashEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === " " || text[at] === "*")) at++;
  if (text[at - 1] !== " " || !"-–—".includes(text[at] ?? "a") || text[at + 1] !== " ") return -1;
  const isValue = /^\s*\**(?:[\d$\\]|\(?[A-J](?![A-Za-z]))/.test(text.slice(at + 1, at + 8));
  return isValue ? at + 1 : -1;
}

/** The last offset of ", then," or ", therefore,"; the comma's own offset where no such word follows. */
function parenthesisEnd(text: string, comma: number): number {
  const from = isSpaceCode(text.charCodeAt(comma + 1)) ? comma + 2 : comma + 1;
  const to = wordEnd(text, from);
  if (!leadingFillers.has(text.slice(from, to).toLowerCase())) return comma;
  return text[to] === "," ? to : to - 1;
}

/** The offset after the copula that starts at `at`, or -1; "is not" is none. */
function copulaEnd(text: string, at: number, to: number, marker: AnswerMarker): number {
  const word = text.slice(at, to).toLowerCase();
  for (const copula of marker.copulas) {
    if (
      !copula.toLowerCase().startsWith(word) ||
      !text
        .slice(at, at + copula.length)
        .toLowerCase()
        .endsWith(copula.toLowerCase())
    )
      continue;
    const after = at + copula.length;
    if (isLetter(text.charCodeAt(after)) || text[after] === "'" || text[after] === "’") continue;
    return text[after] === ":" ? after + 1 : after;
  }
  return -1;
}

/** "The answer\nis 5". */
function afterLineBreak(text: string, at: number, stop: number, marker: AnswerMarker): number {
  const to = wordEnd(text, at + 1);
  return to > at + 1 && to <= stop ? copulaEnd(text, at + 1, to, marker) : -1;
}

function afterUnspacedGap(text: string, from: number, marker: AnswerMarker, end: number): number {
  const stop = Math.min(end, from + maxUnspacedGap);
  if (isSupposed(text, from - marker.search.length)) return -1;
  if (marker.isVerbLast === true && startsValue(text, from, end)) return from;
  for (let at = from; at < stop; at++) {
    const char = text[at] ?? " ";
    if (marker.denials?.some((doubt) => text.startsWith(doubt, at))) return -1;
    if (char === ":" || char === "：" || char === "=") return at + 1;
    if (char === "】" && text.lastIndexOf("【", at) >= from - maxHeading) return at + 1;
    const copula = marker.copulas.find((word) => text.startsWith(word, at));
    if (copula !== undefined) return isNegatedCopula(text, at) ? -1 : at + copula.length;
    if (char === "\n") return isHeading(text, from, at) ? at + 1 : -1;
    if ('。，,.?？!！;；"“'.includes(char)) return -1;
  }
  return -1;
}

/** Longest heading in brackets: 【参考答案】. */
const maxHeading = 12;

const suppositions: readonly string[] = [
  "如果",
  "假如",
  "假设",
  "若",
  "设",
  "要是",
  "もし",
  "만약",
  "ถ้า",
  "หาก",
];

/** 如果答案是5. */
function isSupposed(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 6), at).replace(/[正确最终的\s]+$/, "");
  return suppositions.some((word) => before.endsWith(word));
}

/** 不是, 不为, 是否. */
function isNegatedCopula(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ";
  return "不非否没未".includes(before) || text[at + 1] === "否" || text[at + 1] === "不";
}

/** "Final Answer" alone on its line heads the answer. */
function isHeading(text: string, from: number, newline: number): boolean {
  for (let at = from; at < newline; at++) {
    const code = text.charCodeAt(at);
    if (!isSpaceCode(code) && code !== 42 && code !== 35) return false;
  }
  return true;
}

function wordEnd(text: string, at: number): number {
  let to = at;
  while (isLetter(text.charCodeAt(to)) || (text[to] === "'" && isLetter(text.charCodeAt(to + 1)))) to++;
  return to;
}

/** Letters of alphabets: Latin with its accents, Greek, Cyrillic, Arabic, the scripts of India. */
function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code > 0xbf &&
      code < 0x2000 &&
      code !== 0xd7 &&
      !isForeignDigit(code) &&
      code !== 0x60c &&
      code !== 0x964)
  );
}

/** Digits of Arabic, Persian, Devanagari and Bengali. */
function isForeignDigit(code: number): boolean {
  return (
    (code >= 0x660 && code <= 0x669) ||
    (code >= 0x6f0 && code <= 0x6f9) ||
    (code >= 0x966 && code <= 0x96f) ||
    (code >= 0x9e6 && code <= 0x9ef)
  );
}
