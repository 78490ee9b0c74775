import type { Fuel } from "../fuel.ts";
import { isSpaceCode, punctChars } from "../lex/unicode-table.ts";

/** A stretch of a statement: prose, or a formula between math delimiters. */
export interface StatementStretch {
  readonly isFormula: boolean;
  /** As written, without its delimiters. */
  readonly text: string;
  /** Words of prose; letters, numbers, commands and signs of a formula. */
  readonly tokens: readonly string[];
}

/** Commands that change nothing but the look. */
const silent: ReadonlySet<string> = new Set(
  (
    "left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle limits quad qquad text textbf textit " +
    "textrm mathrm mathbf mathbb boldsymbol mbox emph operatorname boxed nonumber"
  ).split(" "),
);

/** Commands of one meaning. */
const sameCommands: ReadonlyMap<string, string> = new Map([
  ["dfrac", "frac"],
  ["tfrac", "frac"],
  ["leq", "le"],
  ["leqslant", "le"],
  ["geq", "ge"],
  ["geqslant", "ge"],
  ["neq", "ne"],
  ["rightarrow", "to"],
  ["vec", "overrightarrow"],
]);

const dollar = 36;
const backslash = 92;
const apostrophe = 39;

/** Delimiters of formulas, longest first. */
const delimiters: readonly (readonly [open: string, close: string])[] = [
  ["$$", "$$"],
  ["$", "$"],
  ["\\[", "\\]"],
  ["\\(", "\\)"],
];

/** Splits a text at its math delimiters; undefined where one is left open. One that ends the text opens nothing. */
export function splitStatement(text: string, fuel: Fuel): StatementStretch[] | undefined {
  fuel.spend(text.length);
  const stretches: StatementStretch[] = [];
  const add = (isFormula: boolean, part: string) => {
    const tokens = readTokens(part, isFormula);
    if (tokens.length > 0) stretches.push({ isFormula, text: part.trim(), tokens });
  };
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code !== dollar && code !== backslash) {
      at++;
      continue;
    }
    const pair = delimiters.find(([open]) => text.startsWith(open, at));
    if (pair === undefined) {
      at += 2;
      continue;
    }
    const [open, close] = pair;
    const end = closeOf(text, at + open.length, close);
    if (end === -1) {
      if (text.slice(at + open.length).trim() !== "") return undefined;
      add(false, text.slice(from, at));
      return stretches;
    }
    add(false, text.slice(from, at));
    add(true, text.slice(at + open.length, end));
    at = end + close.length;
    from = at;
  }
  add(false, text.slice(from));
  return stretches;
}

/** Offset of the closing delimiter, past escaped signs such as `\$`; -1 where there is none. */
function closeOf(text: string, from: number, close: string): number {
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(close, at)) return at;
    if (text[at] === "\\") at++;
  }
  return -1;
}

function readTokens(text: string, isFormula: boolean): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const end = tokenEnd(text, at, code, isFormula);
    const token = text.slice(at, end);
    at = end;
    if (isSpaceCode(code) || token === "~") continue;
    if (token.startsWith("\\")) addCommand(tokens, token.slice(1));
    else if (!isFormula && isProseMark(token, text[end])) continue;
    else tokens.push(punctChars.get(token) ?? token);
  }
  return withoutNeedlessBraces(tokens);
}

function tokenEnd(text: string, at: number, code: number, isFormula: boolean): number {
  if (code === backslash) {
    const letters = runEnd(text, at + 1, isAsciiLetter);
    return letters > at + 1 ? letters : Math.min(text.length, at + 2);
  }
  if (isDigit(code)) {
    const whole = runEnd(text, at, isDigit);
    return text[whole] === "." && isDigit(text.charCodeAt(whole + 1))
      ? runEnd(text, whole + 1, isDigit)
      : whole;
  }
  if (code > 0xffff) return at + 2;
  return !isFormula && isLetter(code) ? runEnd(text, at, isWordPart) : at + 1;
}

function runEnd(text: string, from: number, belongs: (code: number) => boolean): number {
  let end = from;
  while (end < text.length && belongs(text.charCodeAt(end))) end++;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Letters of one UTF-16 unit. */
function isLetter(code: number): boolean {
  return isAsciiLetter(code) || (code > 127 && /\p{L}/u.test(String.fromCharCode(code)));
}

function isWordPart(code: number): boolean {
  return isLetter(code) || code === apostrophe;
}

function addCommand(tokens: string[], name: string): void {
  // Spaces of LaTeX: `\,`, `\;`, `\ ` and their like.
  if (silent.has(name) || ",;:!> ".includes(name)) return;
  tokens.push(name === "\\" ? "\\\\" : `\\${sameCommands.get(name) ?? name}`);
}

/** Punctuation and emphasis of prose, which carry no meaning of their own. */
function isProseMark(token: string, next: string | undefined): boolean {
  if ('*`"“”‘'.includes(token)) return true;
  return ".,;:!?".includes(token) && (next === undefined || next === " " || next === "\n" || next === "$");
}

/** `x^{2}` is `x^2`: braces around a single token go. */
function withoutNeedlessBraces(tokens: readonly string[]): string[] {
  const kept: string[] = [];
  for (const token of tokens) {
    const inner = kept[kept.length - 1];
    if (
      token === "}" &&
      kept[kept.length - 2] === "{" &&
      inner !== undefined &&
      inner !== "{" &&
      inner !== "}"
    )
      kept.splice(-2, 2, inner);
    else kept.push(token);
  }
  return kept;
}
