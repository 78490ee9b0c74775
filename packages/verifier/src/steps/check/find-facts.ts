import type { Fuel } from "../../answer/fuel.ts";
import {
  absBig,
  makeRational,
  type Rational,
  rationalToNumber,
  sameRational,
} from "../../answer/value/rational.ts";
import type { Claim } from "../verdict.ts";
import { readManner } from "./sentence-at.ts";

/** Whether a statement in words holds; where it does not, what is true instead. */
export type Judgement = "true" | "unknown" | { readonly expected: string };

/** Source of a pattern for a number in digits, with commas between thousands or without. */
export const numberPattern = String.raw`-?\$?(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,9})?`;

/**
 * Source of a pattern for the start of a clause, so that nothing before a phrase belongs to it. `and` starts one behind a verb
 * alone: in "the product of 3 and the sum of 2 and 4" it does not.
 */
export const clauseStart = String.raw`(?:^|[.;:,]\s+|\b(?:since|because|that|so|but|as|thus|therefore|hence|then)\s+|(?<=(?:\b(?:is|are|equals?|gives?|makes?|has|have)\b|=)[^.;:\n]{1,40}\s)and\s+)(?:the\s+)?`;

/** Source of a pattern that ends a value: nothing follows that would change it. */
export const valueEnd = String.raw`(?![\d.,]*\d|[A-Za-z]|\s*[-+*/^×÷·%(\\=:]|\s+(?:times|plus|minus|percent|dozen|hundred|thousand|million|billion|more|less|fewer|divided|mod|modulo|cents?|and\s+a|or|to|x|of|out)\b)`;

/** A kind of statement in words. */
export interface FactPattern {
  /** Global. */
  readonly pattern: RegExp;
  /** Words in lower case, one of which every such statement holds: most texts hold none, and are passed over at once. */
  readonly mentions: readonly string[];
  /** Its own words say how it is calculated or that something is denied (`not`, `mod`), and nothing about its manner. */
  readonly hasOwnWords?: true;
}

/** A step, ready to be searched for statements in words. */
export interface FactText {
  readonly text: string;
  /** The same in lower case. */
  readonly lower: string;
}

/** Prepares a step for {@link findFacts}. */
export function readFactText(text: string): FactText {
  return { text, lower: text.toLowerCase() };
}

/** Finds every statement of a kind and judges it; what is supposed, asked or rejected is not called false. */
export function findFacts(
  { text, lower }: FactText,
  { pattern, mentions, hasOwnWords }: FactPattern,
  judge: (match: RegExpExecArray) => Judgement,
): Claim[] {
  const claims: Claim[] = [];
  if (!mentions.some((word) => lower.includes(word))) return claims;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole] = match;
    const start = match.index + Math.max(0, whole.search(/[\p{L}\d]/u));
    const end = match.index + whole.length;
    const judgement = judge(match);
    const place = { kind: "number_fact" as const, start, end };
    if (typeof judgement === "string") claims.push({ ...place, verdict: judgement });
    else if (isHypothetical(text, start, end, hasOwnWords === true))
      claims.push({ ...place, verdict: "unknown" });
    else claims.push({ ...place, verdict: "false", expected: judgement.expected });
  }
  return claims;
}

function isHypothetical(text: string, start: number, end: number, hasOwnWords: boolean): boolean {
  const around = hasOwnWords ? `${text.slice(0, start)} ${text.slice(end)}` : text;
  return readManner(around, start, hasOwnWords ? start + 1 : end).isHypothetical;
}

/** The value of a number in digits. */
export function readNumber(text: string, fuel: Fuel): Rational {
  const plain = text.replace(/[$,]/g, "");
  const [whole = "0", decimals = ""] = plain.split(".");
  return makeRational(BigInt(whole + decimals), 10n ** BigInt(decimals.length), fuel);
}

/** Holds a value against the number that is said: one that may be it rounded is neither right nor wrong. */
export function judgeValue(value: Rational, said: string, fuel: Fuel): Judgement {
  const given = readNumber(said, fuel);
  if (sameRational(value, given)) return "true";
  const step = 10 ** -(said.split(".")[1]?.length ?? 0);
  const distance = Math.abs(rationalToNumber(value) - rationalToNumber(given));
  if (value.d !== 1n && distance < step) return "unknown";
  return { expected: showValue(value) };
}

function showValue(value: Rational): string {
  return value.d === 1n ? String(value.n) : String(Number(rationalToNumber(value).toPrecision(10)));
}

/** The greatest common divisor of two whole numbers. */
export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [absBig(a), absBig(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
