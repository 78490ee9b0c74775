import { isSpaceCode } from "../lex/unicode-table.ts";
import { hasVariable } from "./remark.ts";
import { conditionStarts } from "./remark-words.ts";

/** Words that start a reason wherever they stand after the answer. */
const reasonWords: ReadonlySet<string> = new Set(
  "because since porque weil parce perché poiché потому".split(" "),
);

/** Words that start a clause about the answer after a comma or an opening bracket: "B, not C" claims B. */
const clauseWords: ReadonlySet<string> = new Set(
  "as not which where so hence thus therefore given due obtained found using by when meaning i.e ya denn puisque car".split(
    " ",
  ),
);

/** The same in scripts without spaces. */
const reasonTexts: readonly string[] = ["因为", "因為", "由于", "由於", "所以", "なので", "왜냐하면"];

/** Endings of sentences that add "it is" after the answer. */
const endings: readonly string[] = [
  "です",
  "である",
  "だ",
  "となります",
  "になります",
  "입니다",
  "이다",
  "이에요",
  "예요",
  "选项",
  "選項",
  "है",
  "होगा",
  ..."'dir,'dır,'dur,'dür,'tir,'tır,'tur,'tür".split(","),
];

/**
 * Returns the offset where the answer that starts at `start` gives way to its reason: "5 apples because ...",
 * "B, which ...". Words that hedge (or, but, maybe) end nothing: what they add belongs to the answer.
 */
export function trimReason(text: string, start: number, end: number): number {
  const cut = findReason(text, start, end);
  const stop = cut === -1 ? end : trimSeparator(text, start, cut);
  return trimEnding(text, start, stop);
}

/** A clause about the answer that denies it: "5, which is wrong", "5 (not)". */
const denial =
  /^(?:which|as|that)\b.{0,20}?\b(?:is|was|are|seems) (?:\w+ly )?(?:not|wrong|incorrect|false|impossible|absurd|invalid)\b|^not\W*$/;

function findReason(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) {
      if (at > start && reasonTexts.some((reason) => text.startsWith(reason, at))) return at;
      continue;
    }
    if (!isLetter(code) || isWordInside(text, at, start)) continue;
    const to = wordEnd(text, at, end);
    const word = text.startsWith("i.e", at) ? "i.e" : text.slice(at, Math.min(to, at + 12)).toLowerCase();
    const isClause = clauseWords.has(word) && isAfterSeparator(text, at, start);
    if (at > start && isClause && conditionStarts.has(word) && hasVariable(text.slice(start, at))) return -1;
    if (at > start && (reasonWords.has(word) || isClause))
      return denial.test(text.slice(at, Math.min(end, at + 64)).toLowerCase()) ? -1 : at;
    at = to - 1;
  }
  return -1;
}

function isWordInside(text: string, at: number, start: number): boolean {
  if (at === start) return false;
  const before = text.charCodeAt(at - 1);
  return before === 92 || before === 123 || isLetter(before);
}

function isAfterSeparator(text: string, at: number, start: number): boolean {
  let before = at - 1;
  while (before > start && isSpaceCode(text.charCodeAt(before))) before--;
  return before > start && before < at - 1
    ? text[before] === "," || text[before] === ";"
    : text[before] === "(" && before > start && !isOperand(text.charCodeAt(before - 1));
}

/** A letter or operator before a bracket makes it part of a formula: `\sin(by + x)`. */
function isOperand(code: number): boolean {
  return isLetter(code) || code === 47 || code === 94 || code === 42 || code === 125;
}

function trimSeparator(text: string, start: number, cut: number): number {
  let stop = cut;
  while (
    stop > start &&
    (isSpaceCode(text.charCodeAt(stop - 1)) || ",;(，（—–-".includes(text[stop - 1] ?? "a"))
  )
    stop--;
  return stop;
}

function trimEnding(text: string, start: number, stop: number): number {
  if (text.charCodeAt(stop - 1) < 128 && text[stop - 1] !== "r") return stop;
  const ending = endings.find((known) => text.endsWith(known, stop) && stop - known.length > start);
  return ending === undefined ? stop : trimSeparator(text, start, stop - ending.length);
}

function wordEnd(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && isLetter(text.charCodeAt(to))) to++;
  return to;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f);
}
