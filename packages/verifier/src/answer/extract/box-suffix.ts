import { isDigitCode } from "../lex/read-number.ts";
import { letterUnits } from "../value/letter-unit.ts";
import { isUnitWord } from "../value/unit-word.ts";
import type { Candidate } from "./candidate.ts";

/** Longest sign or unit looked for after a box, with the spaces before it. */
const maxSuffix = 64;
/** Longest content that takes one: a number. */
const maxContent = 64;

/**
 * Returns the box with the percent sign, degree sign or unit that directly follows it: `\boxed{28}\%` is 28\%. `close` is
 * the offset after the box. A box that holds a sign or unit, several values or no number stays as it is.
 */
export function withSuffix(text: string, box: Candidate, close: number, end: number): Candidate {
  const from = skipGlue(text, close, Math.min(end, close + maxSuffix));
  if (from >= end || !mayStartSuffix(text.charCodeAt(from))) return box;
  const after = text.slice(from, Math.min(end, close + maxSuffix));
  const size = signLength(after, text.charCodeAt(from - 1) === 32) || unitLength(after);
  if (size === 0 || box.end - box.start > maxContent) return box;
  const content = text.slice(box.start, box.end);
  if (!isBareNumber(content)) return box;
  const space = isLetter(after.charCodeAt(0)) ? " " : "";
  return { ...box, end: from + size, text: `${content}${space}${after.slice(0, size)}` };
}

/** Moves past spaces, emphasis and the ends of formulas between a box and its unit. */
function skipGlue(text: string, from: number, stop: number): number {
  let at = from;
  while (at < stop) {
    const code = text.charCodeAt(at);
    if (code === 92 && ",;:! )]".includes(text[at + 1] ?? "a")) at += 2;
    else if (code === 32 || code === 9 || code === 36 || code === 42 || code === 126) at++;
    else break;
  }
  return at;
}

/** A letter, a backslash, ^, %, ％ or °. */
function mayStartSuffix(code: number): boolean {
  return isLetter(code) || code === 92 || code === 94 || code === 37 || code === 0xff05 || code === 176;
}

/** A number or constant expression without a mark or unit of its own. */
function isBareNumber(content: string): boolean {
  if (/[;%°=]|\\(?:text|mathrm|mbox|circ|degree)/.test(content) || !/\d|\\pi|\\frac|\\sqrt/.test(content))
    return false;
  return !content.replace(/,(?=(?:\\!)?\d{3}(?!\d))/g, "").includes(",");
}

const sign =
  /^(?:\\%|[%％](?!\w)|(?:\\text\w*\s*\{\s*)?percent\b\}?|(?:\^\s*\{?\s*\\circ\b\s*\}?|°|\\degree\b|(?:\\text\w*\s*\{\s*)?degrees?\b\}?)(?:\s*\\(?:text|mathrm)\s*\{[CF]\}|[CF]\b)?)/;

/** Length of the percent or degree sign or word that the text starts with; 0 where there is none. */
function signLength(after: string, isSpaced: boolean): number {
  const code = after.charCodeAt(0);
  if (isLetter(code) && code !== 112 && code !== 100) return 0;
  const found = sign.exec(after)?.[0] ?? "";
  // After a space, a bare percent sign with words behind it starts a comment.
  return found === "%" && isSpaced && !isStop(after, 1) ? 0 : found.length;
}

/** Length of the unit in words or in `\text{...}` that the text starts with; 0 where there is none. */
function unitLength(after: string): number {
  const isMacro = after.charCodeAt(0) === 92;
  const end = isMacro ? textUnitsEnd(after) : wordUnitEnd(after, 0);
  // Prose goes on after a word: "5 in total", "5 m apart".
  return end === -1 || !(isMacro || isStop(after, end)) ? 0 : end;
}

/** End of `\text{km}/\text{h}` and `\mathrm{cm}^2`, or -1. */
function textUnitsEnd(after: string): number {
  let end = -1;
  for (let at = 0; ; ) {
    const group = /^\\(?:text|textrm|textbf|mathrm|mbox|operatorname)\s*\{\s*~?([^{}]*?)\s*\}/.exec(
      after.slice(at),
    );
    const words = group?.[1] ?? "";
    if (group === null || words === "in" || wordUnitEnd(words, 0) !== words.length) return end;
    end = powerEnd(after, at + group[0].length);
    const joint = /^\s*(?:\/|\\cdot|\\,)\s*/.exec(after.slice(end));
    if (joint === null) return end;
    at = end + joint[0].length;
  }
}

const connectors: ReadonlySet<string> = new Set("square cubic sq cu per".split(" "));
/** Words that are units of a number rather than of what it counts: what stands in the box is the number. */
const scales: ReadonlySet<string> = new Set("hundred thousand million billion trillion dozen".split(" "));

/** End of the last unit of a run of unit words, or -1: `cm^2`, `square feet`, `miles per hour`. */
function wordUnitEnd(text: string, from: number): number {
  let end = -1;
  for (let at = from; ; at++) {
    const to = letterEnd(text, at);
    const word = text.slice(at, to);
    if (isUnit(word)) end = powerEnd(text, to);
    else if (!connectors.has(word.toLowerCase())) return end;
    at = Math.max(to, end);
    if (text[at] !== " " && text[at] !== "/") return end;
  }
}

function isUnit(word: string): boolean {
  if (word.length === 1) return letterUnits.includes(word);
  return isUnitWord(word) && !scales.has(word.toLowerCase().replace(/s$/, ""));
}

function powerEnd(text: string, at: number): number {
  const power = /^(?:[²³]|\^\s*\{?\s*-?\d\s*\}?)/.exec(text.slice(at, at + 8));
  return power === null ? at : at + power[0].length;
}

/** Tells whether a sentence, line or formula ends at `at`. */
function isStop(text: string, at: number): boolean {
  const next = text[at];
  if (next === "." || next === ",") return !isDigitCode(text.charCodeAt(at + 1));
  return next === undefined || "\n;:!?)]*$<。，\\".includes(next);
}

function letterEnd(text: string, at: number): number {
  let to = at;
  while (isLetter(text.charCodeAt(to))) to++;
  return to;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
