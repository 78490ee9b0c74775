import type { Fuel } from "../../answer/fuel.ts";
import { stemOf } from "../read/count-words.ts";
import { connectorWords } from "../read/word-sets.ts";
import type { Claim } from "../verdict.ts";
import { readManner } from "./sentence-at.ts";

/** `the total cost of the pens is $27`: a quantity in four words or more with a bare value. */
const named =
  /(?:^|[.;:,]\s+|\b(?:that|so|thus|hence|therefore|know|since|because|as)\s+)(?:the\s+)?([a-z]+(?:\s+[a-z]+){3,7})\s+(?:is|was|=|equals)\s+\$?(-?\d{1,3}(?:,\d{3})+|-?\d{1,9})(\.\d{1,6})?(?!\d|,\d|\s*[-+*/^×÷=%(]|\s*(?:times|plus|minus|divided|more|less|of|out|to|and|or|percent)\b)/gim;

/** All that most texts have to be searched for: none of them holds a quantity in words without it. */
const valued = /[a-z]\s+(?:is|was|=|equals)\s+\$?-?\d/i;

/** With these in its name or around it, a quantity may have another value at another time or place. */
const changing =
  /\b(?:now|new|then|after|before|remaining|left|remains?|current|next|again|updated?|become[s]?|increase[ds]?|decrease[ds]?|instead|if|would|had|another|second|third|fourth|first|last|final|original|initial|each|every|per|one|other|same|day|week|month|year|hour|case|option|possible|least|most|maximum|minimum|rest|half|answer|number|result|value|ratio|probability|sum|difference|product|it|this|which|there|what)\b/i;

/** Words before a name that are no part of it. */
const opening = /^(?:(?:so|thus|therefore|hence|and|but|that|the|we|know|since|because|as|finally) )+/;

/** A value that a step gave to a quantity in words. */
interface Named {
  readonly value: number;
  /** The word behind it; empty where there is none. */
  readonly unit: string;
  readonly step: number;
}

/**
 * Remembers the value of each quantity that is named in words, and calls the last step wrong where it gives the same
 * quantity, word for word, another value without working it out anew: the conclusion does not follow. Steps on the way may
 * mean another thing by the same words. One object goes through a trace step by step.
 */
export class RestatedValues {
  private readonly values = new Map<string, Named>();

  check(text: string, { step, isLast }: { step: number; isLast: boolean }, fuel: Fuel): Claim[] {
    fuel.spend(Math.ceil(text.length / 4));
    const claims: Claim[] = [];
    if (!valued.test(text)) return claims;
    for (const match of text.matchAll(named)) {
      const [whole, words = "", digits = "", decimals = ""] = match;
      const name = words.toLowerCase().replace(/\s+/g, " ").replace(opening, "");
      const value = Number(digits.replaceAll(",", "") + decimals);
      const end = match.index + whole.length;
      const start = end - whole.trimStart().length;
      if (changing.test(name)) continue;
      const known = this.values.get(name);
      // A quantity with several values on the way has none to hold on to.
      const unit = unitBehind(text, end);
      // `The fence is 120 inches` and `10 feet`: the same length.
      if (known !== undefined && known.unit !== "" && unit !== "" && known.unit !== unit) continue;
      const isSettled = known === undefined || known.value === value;
      this.values.set(name, { value: isSettled ? value : Number.NaN, unit, step });
      if (known === undefined || known.step === step || Number.isNaN(known.value)) continue;
      const place = { kind: "restatement" as const, start, end };
      if (known.value === value) claims.push({ ...place, verdict: "true" });
      else if (isLast && isPlain(text, start, end))
        claims.push({ ...place, verdict: "false", expected: String(known.value) });
    }
    return claims;
  }
}

function unitBehind(text: string, end: number): string {
  const word = /^[ \t]+([a-z]+)/i.exec(text.slice(end, end + 30))?.[1]?.toLowerCase() ?? "";
  return connectorWords.has(word) ? "" : stemOf(word);
}

/** Tells whether the sentence only says the value: nothing is calculated, supposed or changed in it. */
function isPlain(text: string, start: number, end: number): boolean {
  const from = Math.max(text.lastIndexOf(". ", start) + 1, text.lastIndexOf("\n", start) + 1);
  const stop = text.slice(end).search(/[.!?](?:\s|$)|\n/);
  const sentence = text.slice(from, stop === -1 ? text.length : end + stop);
  if (changing.test(sentence) || /[+*/×÷]|\d\s*-\s*\d|\\(?:times|frac|div)/.test(sentence)) return false;
  return !readManner(text, start, end).isHypothetical;
}
