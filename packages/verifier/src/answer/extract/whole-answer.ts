import { functionNames } from "../lex/macro-table.ts";
import type { Candidate } from "./candidate.ts";
import type { GoldShape } from "./gold-shape.ts";
import { otherMeanings } from "./other-meanings.ts";
import { trimSpan } from "./trim-span.ts";

/** Longest response that may be an answer as a whole. */
const maxWhole = 200;
/** Longest response in words that may be one. */
const maxWords = 40;

/** One formula between delimiters, with a word such as "Thus" in front or without. */
const soleFormula =
  /^(?:(?:so|thus|hence|therefore|then|finally)\b,?\s*)?(?:we (?:get|have|obtain)\s+)?(\*{0,2}(?:\$\$[^$]+\$\$|\$[^$]+\$|\\\[[\s\S]+\\\]|\\\((?:(?!\\\))[\s\S])+\\\))\*{0,2})\s*[.!]?$/i;

/**
 * Returns the response where it is nothing but one short answer: a formula (`5`, `x = 5`, `Thus $x=5$.`), a number with a
 * unit, an option (`**C**`), or words where the gold is words. Undefined for a sentence, a question or several lines.
 */
export function findWholeAnswer(
  text: string,
  start: number,
  end: number,
  shape: GoldShape,
): Candidate | undefined {
  const span = trimSpan(text, start, end);
  if (span.end === span.start || span.end - span.start > maxWhole) return undefined;
  const whole = text.slice(span.start, span.end);
  if (/\?$|\\f?boxed|\\f(?:rame)?box|^(?:[<>#~≈≃]|\\approx|\\sim|\\leq?\b|\\geq?\b)/.test(whole))
    return undefined;
  const formula = soleFormula.exec(whole);
  if (formula?.[1] !== undefined) {
    const from = span.start + whole.indexOf(formula[1]);
    return { start: from, end: from + formula[1].length, source: "whole" };
  }
  const isAnswer = isBareFormula(whole) || isQuantity(whole) || (shape.kind === "text" && isFewWords(whole));
  return isAnswer ? { ...span, source: "whole" } : undefined;
}

/** A formula without words, on one line unless it is an environment: `\frac{1}{2}`, `x^2 + 1`, `-1 + sqrt(3)`, `B`. */
function isBareFormula(whole: string): boolean {
  if (whole.includes("\n") && !/^\\begin\{\w+\}[\s\S]*\\end\{\w+\}$/.test(whole)) return false;
  if (/ \\text|\?|~~|<!--|[A-Za-z]\s*:/.test(whole)) return false;
  const runs =
    whole.replace(/\\(?:begin|end|text\w*|math\w*)\{[\w ]*\}|\\[A-Za-z]+/g, " ").match(/[A-Za-z]{2,}/g) ?? [];
  return runs.every((run) => functionNames.has(run) || run === "pi" || run === "sqrt");
}

/** A number with a unit or what it counts: `5 cm`, `$12`, `9 red balls`. */
function isQuantity(whole: string): boolean {
  const words = /^\**[-−]?(?:[$€£¥]|\\\$)?\d[\d.,/]*\s*([A-Za-z][A-Za-z /^²³]*)?\**[.!]?$/.exec(whole);
  if (words === null || whole.length > maxWords) return false;
  return !(words[1] ?? "")
    .toLowerCase()
    .split(/[ /]/)
    .some((word) => otherMeanings.has(word) || /^(?:is|are|was|to|it|as|of|by|for|from)$/.test(word));
}

/** At most four words on one line, without a verb that would make them a sentence. */
function isFewWords(whole: string): boolean {
  return whole.length <= maxWords && /^\**\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){0,3}\**[.!]?$/u.test(whole);
}
