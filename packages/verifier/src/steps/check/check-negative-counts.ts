import type { Fuel } from "../../answer/fuel.ts";
import type { Statement } from "../read/statement.ts";
import type { Claim } from "../verdict.ts";
import { constantValue } from "./constant-value.ts";
import { readManner } from "./sentence-at.ts";

/** Words by which a sentence says that its value counts or measures what there is. */
const counting = /\bnumber of [a-z]+|\bleft(?: over)?\b(?! to right)|\bremain(?:s|ing)?\b|\bhow many\b/i;
/** With one of these, a negative value may be meant: a debt, a change, a place on a scale. */
const signed =
  /\b(?:negative|debt|owes?|deficit|loss|lose|loses|short|shortage|change|changes|difference|below|under|temperature|degrees?|score|points?|balance|profit|net|budget|money|cost|coordinate|slope|sign|integer|integers|exponent|power|term|real|root|roots|solution|solutions|side|hand|multiply|divide|equation|digit|remainder|value)\b/i;

/**
 * Checks differences that are said to count things: `55 - 56 = -1 pieces of candy left` counts less than nothing. Only
 * differences of two written numbers that are right as calculations, in a sentence that speaks of a count.
 */
export function checkNegativeCounts(text: string, statements: readonly Statement[], fuel: Fuel): Claim[] {
  return statements.flatMap(({ sides, signs }): Claim[] => {
    const [left, right] = [sides.at(-2), sides.at(-1)];
    if (left === undefined || right === undefined || signs.at(-1) !== "=" || !right.isLiteral) return [];
    if (!right.text.startsWith("-") || right.hasMoney || !/^\d[\d.]*-\d[\d.]*$/.test(left.text)) return [];
    const value = constantValue(right.expr, fuel);
    if (value === undefined || value.number >= 0) return [];
    const sentence = sentenceAround(text, left.start, right.end);
    if (!counting.test(sentence) || signed.test(sentence) || /\\|\$/.test(sentence)) return [];
    if (readManner(text, left.start, right.end).isHypothetical) return [];
    return [
      {
        kind: "number_fact",
        start: left.start,
        end: right.end,
        verdict: "false",
        expected: "a count from 0 on",
      },
    ];
  });
}

function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf(". ", start), text.lastIndexOf("\n", start)) + 1;
  const stop = text.slice(end).search(/[.!?](?:\s|$)|\n/);
  return text.slice(from, stop === -1 ? text.length : end + stop);
}
