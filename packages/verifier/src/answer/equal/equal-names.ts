import { differInElements } from "../value/elements.ts";
import { areSameNoun, coreOfText } from "../value/plain-statement.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { isSentence, judgeUnequalStatements } from "./equal-statements.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";

/** Returns the word or words that a value is; undefined for a value that is no name. */
export function nameOf(value: Value): string | undefined {
  if (value.kind === "text") return value.text;
  return value.kind === "scalar" ? value.run : undefined;
}

/**
 * Compares two names letter by letter: dog is not god. Two short runs that are the same product may be either,
 * and are undecided.
 */
export function equalNames(gold: Value, answer: Value, context: CompareContext): Outcome {
  const [a, b] = [gold, answer].map((value) => nameOf(value) ?? "") as [string, string];
  context.fuel.spend(a.length + b.length);
  if (differInElements(a, b)) return differentBy("text");
  const ignoresCase = context.policy.ignoreCase && !hasOddCapitals(a) && !hasOddCapitals(b);
  const shown = (text: string) => (ignoresCase ? text.toLowerCase() : text);
  if (shown(a) === shown(b)) return equalBy("text");
  if (saysSame(shown(coreOfText(a)), shown(coreOfText(b)))) return equalBy("text");
  if (gold.kind === "text" && isSentence(gold.text, context)) return judgeUnequalStatements(gold, answer);
  const areRuns = gold.kind === "scalar" && answer.kind === "scalar";
  return areRuns && mayBeProducts(a, b) ? undecidedOutcome : differentBy("text");
}

/** Short statements that say the same name: `It is Tuesday` and `Tuesday`. */
function saysSame(a: string, b: string): boolean {
  return a === b || areSameNoun(a, b);
}

/** A capital behind a small first letter, as in pH and eV, is no matter of style. */
function hasOddCapitals(name: string): boolean {
  return /^[a-z]+[A-Z]/.test(name);
}

/** Two to four letters in another order, such as xy and yx, or qvB and qBv. */
function mayBeProducts(a: string, b: string): boolean {
  return /^[A-Za-z]{2,4}$/.test(a) && [...a].sort().join("") === [...b].sort().join("");
}
