import type { Draw } from "../draw.ts";
import { isFarFromZero, isOrdinary } from "../evaluate/compare-terms.ts";
import { partsOf, replaceAt, sizeOf, type Term } from "../tree/term.ts";
import { algebraRules } from "./algebra-rules.ts";
import { logRules, trigRules } from "./function-rules.ts";
import { radicalRules } from "./radical-rules.ts";
import type { Rule } from "./rule.ts";

/** Every rewriting of terms. */
export const termRules: readonly Rule[] = [...algebraRules, ...radicalRules, ...trigRules, ...logRules];

/** Largest term that is still rewritten. */
const maxSize = 60;

/** A term with the same value, and the names of the rules that led to it. */
export interface Rewritten {
  readonly term: Term;
  readonly rules: readonly string[];
}

/** Rules tried before a step is given up: most fit few terms. */
const triesPerStep = 8;

/** Rewrites a term up to `steps` times at places drawn for it. */
export function rewriteTerm(term: Term, steps: number, draw: Draw): Rewritten {
  let current = term;
  const rules: string[] = [];
  for (
    let left = steps * triesPerStep;
    left > 0 && rules.length < steps && sizeOf(current) < maxSize;
    left--
  ) {
    const rule = draw.pick(termRules);
    const next = applyRule(current, rule, draw);
    if (next === undefined) continue;
    current = next;
    rules.push(rule.name);
  }
  return { term: current, rules };
}

/** Functions of whole numbers: an argument rewritten with radicals would be no whole number to a reader. */
const wholeCalls: ReadonlySet<string> = new Set(["factorial", "binomial", "gcd", "lcm", "floor", "ceil"]);

/** Positions, in the order of reading, of the parts that may be rewritten. */
function placesOf(term: Term, start = 0): readonly number[] {
  if (term.kind === "call" && wholeCalls.has(term.name)) return [start];
  const places = [start];
  let at = start + 1;
  for (const part of partsOf(term)) {
    // 0 to a power that has to be worked out has no value to a careful reader.
    if (term.kind === "power" && part === term.exponent && !isFarFromZero(term.base)) continue;
    places.push(...placesOf(part, at));
    at += sizeOf(part);
  }
  return places;
}

/** Applies a rule at the first place, from a drawn one on, that it fits; undefined where the result has no values. */
export function applyRule(term: Term, rule: Rule, draw: Draw): Term | undefined {
  const places = placesOf(term);
  const start = draw.int(places.length);
  for (let offset = 0; offset < places.length; offset++) {
    let result: Term | undefined;
    const next = replaceAt(term, places[(start + offset) % places.length] ?? 0, (part) => {
      result = rule.apply(part, draw);
      return result ?? part;
    });
    if (result !== undefined) return isOrdinary(next) ? next : undefined;
  }
  return undefined;
}
