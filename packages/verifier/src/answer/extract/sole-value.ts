import { isDigitCode } from "../lex/read-number.ts";
import { isUnitWord } from "../value/unit-word.ts";
import { otherMeanings } from "./other-meanings.ts";

/** Longest sentence that is looked at. */
const maxSentence = 300;
/** Fewest words that make a sentence of what is not read as a value with a unit. */
const minWords = 3;

/** The text of an option behind its letter; what begins with A may begin with "Answer". */
const markedOption = /^\(?[B-J][:.)] /;

/**
 * Returns the offsets of the one number of a plain sentence such as "Sally has 9 books", with its sign, currency,
 * percent sign and unit. Undefined where the text is no sentence, holds another number or number word, a formula, or a
 * word that denies, hedges, compares or computes.
 */
export function findSoleValue(text: string): { start: number; end: number } | undefined {
  if (text.length > maxSentence || !isSentence(text) || markedOption.test(text)) return undefined;
  let words = 0;
  let value: { start: number; end: number } | undefined;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isLetterCode(code)) {
      const to = wordEnd(text, at);
      if (otherMeanings.has(text.slice(at, to).toLowerCase())) return undefined;
      words++;
      at = to;
    } else if (isDigitCode(code)) {
      if (value !== undefined) return undefined;
      value = readValue(text, at);
      if (value === undefined) return undefined;
      at = value.end;
    } else if (code > 127 || "=<>^\\{}+*/_~|".includes(text[at] ?? " ")) return undefined;
    else at++;
  }
  return words >= minWords ? value : undefined;
}

/** Starts with a word, or holds a verb: "5 apples are left". "5 red apples" is a quantity as it stands. */
function isSentence(text: string): boolean {
  return (
    isLetterCode(text.charCodeAt(0)) ||
    /^[$-]*\d[^,;(]* (?:is|are|was|were|has|have|remain|remains|can|to|that|who)\b/.test(text)
  );
}

function readValue(text: string, at: number): { start: number; end: number } | undefined {
  let start = at;
  if (text[start - 1] === "$") start--;
  if (text[start - 1] === "-") start--;
  if (start > 0 && text[start - 1] !== " " && text[start - 1] !== "(") return undefined;
  let end = at;
  while (isDigitCode(text.charCodeAt(end)) || isInnerMark(text, end)) end++;
  if (text[start] === "$" && text[end] === "$") return { start, end: end + 1 };
  if (text[end] === "%") return { start, end: end + 1 };
  if (isLetterCode(text.charCodeAt(end)) || text[end] === "-" || text[end] === "!" || text[end] === ":")
    return undefined;
  return { start, end: unitEnd(text, end) };
}

/** A point, comma or slash between two digits. */
function isInnerMark(text: string, at: number): boolean {
  return ".,/".includes(text[at] ?? " ") && isDigitCode(text.charCodeAt(at + 1));
}

const percentWords: ReadonlySet<string> = new Set(["percent", "degrees", "degree"]);

/** Returns the end of the unit words after a number: "5 square feet", "60 miles per hour". */
export function unitEnd(text: string, from: number): number {
  let end = from;
  for (let at = from; text[at] === " "; ) {
    const to = wordEnd(text, at + 1);
    const word = text.slice(at + 1, to).toLowerCase();
    if (isUnitWord(word) || percentWords.has(word) || isLetterUnit(text, at + 1, to)) end = to;
    else if (word !== "square" && word !== "cubic" && word !== "per") break;
    at = to;
  }
  return end;
}

/** A lone letter after a number is a unit (5 m) unless it is a word of its own. */
function isLetterUnit(text: string, from: number, to: number): boolean {
  return to === from + 1 && !"aAI".includes(text[from] ?? "a");
}

function wordEnd(text: string, at: number): number {
  let to = at;
  while (isLetterCode(text.charCodeAt(to)) || (text[to] === "'" && isLetterCode(text.charCodeAt(to + 1))))
    to++;
  return to;
}

function isLetterCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
