import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Expr } from "../parse/expr.ts";
import type { Value } from "./value.ts";

const booleanWords: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["no", false],
  ["true", true],
  ["false", false],
]);

const wrappers: ReadonlySet<string> = new Set(
  "text textbf textit textrm mathrm mathbf mbox emph operatorname boxed".split(" "),
);

/**
 * Returns plain text in the form in which texts are compared: text macros, emphasis and outer punctuation dropped,
 * spaces collapsed. Undefined for a text with other LaTeX commands, formulas, or without any letter.
 */
export function normalizeText(source: string, fuel: Fuel): string | undefined {
  fuel.spend(source.length);
  let out = "";
  let hasLetter = false;
  let pendingSpace = false;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 92) {
      const end = commandEnd(source, at + 1);
      const name = source.slice(at + 1, end);
      if (end === at + 1) at++;
      else if (wrappers.has(name)) at = end - 1;
      else return undefined;
      pendingSpace = pendingSpace || end === at;
    } else if (isSpaceCode(code) || code === 126) pendingSpace = true;
    else if (!isDropped(code)) {
      if (isMathSign(code) || code < 32 || (code >= 0xd800 && code <= 0xdfff && !isPair(source, at)))
        return undefined;
      if (pendingSpace && out !== "") out += " ";
      pendingSpace = false;
      out += isDash(code) ? "-" : source[at];
      hasLetter ||= isLetter(code);
    }
  }
  const trimmed = trimPunctuation(out);
  return hasLetter && trimmed !== "" ? trimmed : undefined;
}

/** Longest phrase of {@link phraseValue}. */
const maxPhraseChars = 40;
const realLine = /^(?:(?:the set of )?(?:all|any) (?:real numbers?|reals?)|the real line)$/i;
const allIntegers = /^(?:the set of )?(?:all|any) integers?$/i;
const nothing = /^(?:the )?empty set$|^(?:there (?:is|are) )?no (?:real )?solutions?(?: exists?)?$/i;
const infinite = /^(?:(positive |plus )|(negative |minus ))?infinity$/i;
const endless = /^infinitely many(?: solutions?)?$/i;
const missing = /^(?:dne|(?:the limit )?does not exist)$/i;

/** Set phrases that name a value or say one thing in several ways. */
function phraseValue(text: string): Value | undefined {
  if (text.length > maxPhraseChars) return undefined;
  if (realLine.test(text)) return { kind: "scalar", expr: { kind: "symbol", name: "set R" } };
  if (allIntegers.test(text)) return { kind: "scalar", expr: { kind: "symbol", name: "set Z" } };
  if (nothing.test(text)) return { kind: "set", items: [], isPlusMinus: false };
  if (endless.test(text)) return { kind: "text", text: "infinitely many" };
  if (missing.test(text)) return { kind: "text", text: "does not exist" };
  const sign = infinite.exec(text);
  if (sign === null) return undefined;
  const size: Expr = { kind: "constant", name: "infinity" };
  return { kind: "scalar", expr: sign[2] === undefined ? size : { kind: "negate", operand: size } };
}

/** Returns the value of a normalised text: yes/no words are booleans, some phrases are sets of numbers. */
export function textValue(text: string): Value {
  const phrase = phraseValue(text);
  if (phrase !== undefined) return phrase;
  const truth = booleanWords.get(text.toLowerCase());
  return truth === undefined ? { kind: "text", text } : { kind: "boolean", value: truth };
}

/** Tells whether a word is one that stands for a truth value. */
export function isBooleanWord(word: string): boolean {
  return booleanWords.has(word.toLowerCase());
}

function commandEnd(source: string, start: number): number {
  let end = start;
  while (/[A-Za-z]/.test(source[end] ?? "")) end++;
  return end;
}

/** $ { } * ` and quotes carry no meaning in prose. */
function isDropped(code: number): boolean {
  return code === 36 || code === 123 || code === 125 || code === 42 || code === 96 || code === 34;
}

/** ^ _ = < > + mark a formula: text that holds one is not plain. */
function isMathSign(code: number): boolean {
  return code === 94 || code === 95 || code === 61 || code === 60 || code === 62 || code === 43;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127;
}

/** Hyphens, dashes and the minus sign are one mark in prose. */
function isDash(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212;
}

function isPair(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  const other = code < 0xdc00 ? source.charCodeAt(at + 1) : source.charCodeAt(at - 1);
  return code < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff;
}

function trimPunctuation(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ".,;:!?'".includes(text[start] ?? "")) start++;
  while (end > start && " .,;:!?'".includes(text[end - 1] ?? "")) end--;
  return text.slice(start, end);
}
