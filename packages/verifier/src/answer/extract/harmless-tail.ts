import { isUnitWord } from "../value/unit-word.ts";
import { otherMeanings } from "./other-meanings.ts";

/** Longest remark behind an answer. */
const maxTail = 160;

/** Words that change the number when they stand in a remark, though not in a sentence around it. */
const measures: ReadonlySet<string> = new Set(
  (
    "percent percentage degrees radians thousands hundreds millions billions dozens tens units unit hex hexadecimal " +
    "octal binary decimal sort kind like well usual common student students"
  ).split(" "),
);

/** `, and we are done`, `, and this is the maximum`, ` - the maximum`, ` which holds`, ` for this problem`, ` according to the rule`. */
const clause =
  /^(?:\s*[,;]\s*(?:and (?:we|this|that|it|so|the (?:problem|proof|solution))\b|which\b)| [-–—] (?:the|which|as|our)\b| which\b| according to\b| for (?:this|the) (?:problem|question|exercise)\b)/;
const rounding = /^\s*\(?(?:when |after |if )?round(?:ed|ing)(?: to [a-z0-9 ]+| (?:up|down))?\)?$/i;
const bracket = /^\s*\(([a-z][a-z -]*)\)$/i;

/**
 * Tells whether text[from, end) is a remark that leaves the answer before it alone: plain words, without a number, a
 * sign, a unit, or a word that denies, hedges, compares or computes.
 */
export function isHarmlessTail(text: string, from: number, end: number): boolean {
  if (end - from > maxTail) return false;
  const tail = text.slice(from, end).replace(/[.*\s]+$/, "");
  if (rounding.test(tail)) return true;
  const words = bracket.exec(tail)?.[1];
  if (words !== undefined) return isPlainRemark(words) && !isUnitWord(words.split(/[ -]/)[0] ?? "");
  return clause.test(tail) && isPlainRemark(tail);
}

function isPlainRemark(tail: string): boolean {
  if (!/^[A-Za-z ,;'–—-]*$/.test(tail)) return false;
  return tail
    .toLowerCase()
    .split(/[ ,;–—-]+/)
    .every((word) => !otherMeanings.has(word) && !measures.has(word));
}
