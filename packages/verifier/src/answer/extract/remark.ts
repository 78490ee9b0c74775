import { functionNames } from "../lex/macro-table.ts";
import { readNumberWord } from "../value/number-word.ts";
import { isUnitWord } from "../value/unit-word.ts";
import {
  changingWords,
  conditionStarts,
  denyingWords,
  harmlessRemarks,
  openWords,
  reference,
  remarkStarts,
} from "./remark-words.ts";

/** What stands behind the value of an answer. Offsets are UTF-16 code units of the answer. */
export interface Remark {
  /** Where the value ends. */
  readonly valueEnd: number;
  /** The words of the remark. */
  readonly words: string;
  /** Whether it may change the value, so that only a reader can tell. */
  readonly isOpen: boolean;
}

/** Longest answer in which a remark is looked for. */
const maxAnswer = 400;
/** Longest value. */
const maxValue = 120;

/**
 * Finds the remark behind the value of an answer: plain words after a comma, semicolon, point, colon, dash or bracket
 * (`72, in total`, `72 (simplified)`, `72. Done!`), or after a space where they start as a remark does (`72 by symmetry`).
 * Undefined where nothing follows the value, or what follows is part of the answer: another value, a unit, a condition of a
 * variable, or a word that denies, hedges or computes.
 */
export function findRemark(source: string): Remark | undefined {
  if (source.length > maxAnswer) return undefined;
  const text = showText(source);
  const isSpaced = (at: number) => text[at] === " " || text[at] === "\t";
  for (let at = findWord(text, 1); at !== -1; at = findWord(text, skipPhrase(text, at))) {
    const valueEnd = trimBack(text, at);
    if (valueEnd === 0 || valueEnd > maxValue || !endsValue(text, valueEnd)) return undefined;
    const gap = text.slice(valueEnd, at);
    const separator = /[,;.:(–—[]|\s-{1,3}\s/.test(gap);
    if (!separator && !isSpaced(at - 1)) continue;
    const remark = judge(text.slice(0, valueEnd), text.slice(at), separator, gap.includes("("));
    if (remark === "value") return undefined;
    if (remark === "unit") continue;
    return { valueEnd, words: text.slice(at).trim(), isOpen: remark === "open" };
  }
  return undefined;
}

/** Returns the answer with `\text{...}` as its words and spacing commands as spaces, letter for letter in its place. */
export function showText(source: string): string {
  if (!source.includes("\\")) return source;
  return source
    .replace(/\\(?:text\w*|mathrm|mbox)\s*\{([^{}]*)\}/g, (all, inner: string) =>
      `${inner} `.padStart(all.length),
    )
    .replace(/\\(?:quad|qquad|[,;:! ])/g, (all) => " ".repeat(all.length));
}

/** The offset of the next word of prose that starts at `from` or later, or -1. */
function findWord(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) {
      while (isLetter(text.charCodeAt(at + 1))) at++;
      continue;
    }
    if (!isLetter(code) || isLetter(text.charCodeAt(at - 1))) continue;
    const to = wordEnd(text, at);
    const isArticle = to === at + 1 && /^[aA] [a-z]{2}/.test(text.slice(at, at + 4));
    const isName = to - at > 1 && !functionNames.has(text.slice(at, to)) && !/[_^{\d]/.test(text[to] ?? " ");
    if (isArticle || (isName && !/[\d\\_^{]/.test(text[at - 1] ?? " "))) return at;
    at = to - 1;
  }
  return -1;
}

/** The end of a unit or of what is counted: the next separator. */
function skipPhrase(text: string, from: number): number {
  const stop = /[,;.:(–—]|\s-{1,3}\s/.exec(text.slice(from));
  return stop === null ? text.length : from + stop.index;
}

function trimBack(text: string, from: number): number {
  let to = from;
  while (to > 0 && " \t\n,;.:([–—-".includes(text[to - 1] ?? "a")) to--;
  return to;
}

/** A number, formula, option or unit ends at `at`. */
function endsValue(text: string, at: number): boolean {
  const value = text.slice(0, at);
  return /[\d$)}\]*%°A-Za-z]$/.test(value) && (/\d|\\[A-Za-z]/.test(value) || hasVariable(value));
}

const roundingRemark =
  /^(?:when |after |if )?(?:round(?:ed|ing)|correct|accurate|given)(?: off)? to (?:the nearest \w+|\d+ (?:decimal places?|decimals|significant (?:figures|digits)|d\.?p|s\.?f)\.?)$/i;

/** A product of letters, or a Greek letter that is written out. */
const isFormula =
  /\p{L}\*\p{L}|^[-–—( ]*(?:alpha|beta|gamma|delta|epsilon|theta|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|psi|omega)\b/iu;

/** What the words behind a value are to it. */
function judge(
  value: string,
  tail: string,
  isSeparated: boolean,
  isBracketed: boolean,
): "cut" | "open" | "value" | "unit" {
  // `f (linear)` is a function of something.
  if (isBracketed && /[A-Za-z]$/.test(value) && hasVariable(value) && !/^[([]?[A-J][)\]]?$/.test(value))
    return "value";
  const words = tail
    .replace(/[\s.!*_)\]}✓✔✅🎉$]+$/u, "")
    .replace(reference, "")
    .replace(/\s+/g, " ")
    .trim();
  const [first = "", second = ""] = words.toLowerCase().split(/[^\p{L}'’-]+/u);
  if (
    !isSeparated &&
    !(remarkStarts.has(first) || (first === "in" && second.length > 1 && !isUnitWord(second)))
  )
    return "unit";
  if ((isBracketed || words.length < 24) && isUnitWord(first) && !remarkStarts.has(first) && first !== "in")
    return isBracketed ? "value" : "unit";
  if (
    /^(?:when|at|(?:which is )?(?:attained|achieved|reached|occurring|(?:with )?equality) (?:when|at|for|if|iff)) [a-z](?: ?= ?[a-z\d./-]+)+$/i.test(
      words,
    )
  )
    return hasVariable(value) ? "value" : "cut";
  if (roundingRemark.test(words)) return "cut";
  if (!/^[\p{L}\p{M}\s,;:.'’"“”()–—*-]*$/u.test(words) || isFormula.test(words)) return "value";
  if (conditionStarts.has(first) && hasVariable(value)) return "value";
  return weigh(words.toLowerCase().replaceAll("’", "'"));
}

/** Tells what a remark in plain words, in lower case, does to the value before it. */
function weigh(words: string): "cut" | "open" | "value" {
  if (harmlessRemarks.some((known) => known.test(words))) return "cut";
  if (readNumberWord(words) !== undefined) return "value";
  const each = words.split(/[^\p{L}']+/u).filter((word) => word !== "");
  if (each.some((word) => changingWords.has(word))) return "value";
  if (each.some((word) => word.length === 1 && word !== "a" && word !== "i")) return "value";
  const isOpen = each.some((word) => openWords.has(word) || denyingWords.has(word) || word.endsWith("n't"));
  return isOpen ? "open" : "cut";
}

/**
 * Finds the remark behind a truth word: `Yes, because the angles match`, `No, it does not converge`. Undefined where the
 * rest hedges or gives another answer.
 */
export function findTruthRemark(source: string): Remark | undefined {
  if (source.length > maxAnswer || !mayBeTruth(source)) return undefined;
  const text = showText(source);
  const [, space = "", truth, tail] =
    /^(\s*)(yes|no|true|false)\s*[,.;:(–—-]+\s*(\p{L}.*)$/isu.exec(text) ?? [];
  if (truth === undefined || tail === undefined) return undefined;
  const valueEnd = space.length + truth.length;
  const each = tail
    .toLowerCase()
    .replaceAll("’", "'")
    .split(/[^\p{L}']+/u);
  if (each.some((word) => changingWords.has(word) || /^(?:yes|no|true|false|but)$/.test(word)))
    return undefined;
  const denies = each.some((word) => denyingWords.has(word) || word.endsWith("n't"));
  const isYes = /^(?:yes|true)$/i.test(truth);
  return { valueEnd, words: tail.trim(), isOpen: denies && isYes };
}

/** Tells quickly that a text starts with neither spaces, a `\text` nor the first letter of a truth word. */
function mayBeTruth(text: string): boolean {
  const first = text.charAt(0);
  return "yntfYNTF\\".includes(first) || first.trim() === "";
}

/** Tells whether a letter stands on its own outside of commands: the value is a formula in a variable. */
export function hasVariable(value: string): boolean {
  return /(?:^|[^A-Za-z])[A-Za-z](?![A-Za-z])/.test(value.replace(/\\[A-Za-z]+/g, " "));
}

function wordEnd(text: string, at: number): number {
  let to = at;
  while (isLetter(text.charCodeAt(to))) to++;
  return to;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f);
}
