import type { Fuel } from "../fuel.ts";
import { functionNames, letterNames } from "../lex/macro-table.ts";
import { trimAnswer } from "../lex/trim-answer.ts";

/** An option of a multiple-choice question as written. */
export interface ChoiceText {
  /** 0 for A. */
  readonly index: number;
  /** The letter carries brackets or a delimiter, or follows "option": it can be nothing but an option. */
  readonly isMarked: boolean;
  readonly isUpper: boolean;
  /** What stands after the letter, trimmed; empty for a bare letter. */
  readonly rest: string;
}

const wrappers: readonly string[] = ["\\text", "\\textbf", "\\mathrm", "\\mathbf", "\\boxed"];
const prefixes: readonly string[] = ["option ", "choice ", "answer "];

/** Tells in a few steps that a trimmed answer cannot be what {@link readChoice} reads. */
export function mayBeChoice(text: string): boolean {
  const first = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  if (first === 92) return wrappers.some((name) => text.startsWith(name));
  if (first === 40 || first === 91)
    return isLetterCode(second) && text.charCodeAt(2) === (first === 40 ? 41 : 93);
  if (!isLetterCode(first)) return false;
  // A letter alone, before `)`, `.`, `:` or a dash, or a word of six letters ("option C").
  return (
    text.length === 1 ||
    second === 41 ||
    second === 46 ||
    second === 58 ||
    second === 32 ||
    text.charCodeAt(6) === 32
  );
}

function isLetterCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/**
 * Reads `C`, `(C)`, `C.`, `C: 12`, `(C) 12`, `C - Paris`, `option C`, `\text{(C)}`; undefined for anything else. A letter
 * followed by plain words ("A good question") is no option, and neither is a letter with a second option behind it.
 */
export function readChoice(source: string, fuel: Fuel): ChoiceText | undefined {
  let text = unwrap(trimAnswer(source, fuel), fuel);
  let isMarked = text.length < source.trim().length && source.trim().endsWith(".");
  const lower = text.slice(0, 8).toLowerCase();
  for (const prefix of prefixes) {
    if (!lower.startsWith(prefix)) continue;
    text = text.slice(prefix.length).trim();
    isMarked = true;
  }
  const open = text[0] === "(" || text[0] === "[" ? text[0] : "";
  const letter = text[open.length] ?? "";
  if (!/^[A-Za-z]$/.test(letter)) return undefined;
  const after = text.slice(open.length + 1);
  const index = letter.toUpperCase().charCodeAt(0) - 65;
  const isUpper = letter >= "A" && letter <= "Z";
  const size = markLength(open, after, isUpper);
  if (size === -1) return undefined;
  if (size === 0) return { index, isMarked, isUpper, rest: "" };
  const rest = restOf(after.slice(size));
  fuel.spend(rest.length);
  return namesAnother(rest, isUpper) ? undefined : { index, isMarked: true, isUpper, rest };
}

/** What goes on computing behind a bracket: `(a)^2`, `(A) + 1`, `(a)b`. */
const operand = /^.(?:\s*[\^_!*/+=]|[('A-Z](?![a-z]{2})|[a-z](?![a-z]{2}))/;

/** Length of what makes the letter an option: its bracket, point, colon or a dash before words; -1 where none does. */
function markLength(open: string, after: string, isUpper: boolean): number {
  if (open !== "") return after.startsWith(open === "(" ? ")" : "]") && !operand.test(after) ? 1 : -1;
  if (after === "") return 0;
  // `C (12 m/s)`
  if (isUpper && /^\s+\((?=[^()]*(?:[A-Za-z]{2,}|\d\s+[A-Za-z])[^()]*\)$)/.test(after)) return 1;
  const mark = /^(?:\)|[.:](?=\s|$))/.exec(after);
  return mark?.[0].length ?? (isUpper ? dashLength(after) : -1);
}

/** Length of the dash of `C - Paris`; -1 where it may be a minus sign: `A - log_2 x`. */
function dashLength(after: string): number {
  const [dash, word] = /^\s+[-–—]\s+(?=(\p{L}{3,}))/u.exec(after) ?? [];
  const isFormula = word === undefined || functionNames.has(word.toLowerCase()) || letterNames.has(word);
  return dash === undefined || isFormula || /\p{L}\(|[_^=+*\\]/u.test(after) ? -1 : dash.length;
}

const upperOption = /(?:^|[^A-Za-z\\])(?:\([A-J]\)|\[[A-J]\]|[A-J][).](?=\s|$)|[A-J]:(?=\s))/;
const lowerOption = /(?:^|[\s,;])\(?[a-j]\)(?=\s|$|\$)/;

/** "C or D", "(C) 12 (D) 13", "C) or maybe D": the rest names a second option, or takes the first back. */
function namesAnother(rest: string, isUpper: boolean): boolean {
  const words = rest.replace(/^\\(?:text|mathrm|mbox)\s*\{\s*/, "");
  if (/^(?:or|and)\b|^[/,]|^(?:no|not)\b[^A-Za-z]*(?:sure\b|$)/i.test(words)) return true;
  if (
    /\b(?:or|maybe|perhaps|possibly|not|no|but)\b[\s,]*(?:\\text\{)?\(?[A-J]\)?(?![A-Za-z0-9'^_(])/.test(rest)
  )
    return true;
  return isUpper ? upperOption.test(rest) : lowerOption.test(rest);
}

function restOf(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith(":") || trimmed.startsWith(".") ? trimmed.slice(1).trim() : trimmed;
}

/** Takes off `\text{...}` around the whole answer, or around its first letter: `\textbf{(C)} 12`. */
function unwrap(text: string, fuel: Fuel): string {
  for (const name of wrappers) {
    if (!text.startsWith(`${name}{`)) continue;
    const close = text.indexOf("}");
    if (close === -1) return text;
    fuel.spend(4);
    const inner = text.slice(name.length + 1, close).trim();
    return unwrap(`${inner}${text.slice(close + 1).replace(/^\\[ ,;]/, " ")}`.trim(), fuel);
  }
  return text;
}
