import { isUnitWord } from "../value/unit-word.ts";
import { isConditionStart } from "./parse-condition.ts";
import type { ParseState } from "./parse-state.ts";

/** Longest unit or word that may be a product as well. */
const maxOpen = 3;

/** Tells whether the run of letters at the cursor multiplies what stands before it, rather than being a unit or prose. */
export function startsProductRun(state: ParseState): boolean {
  const token = state.peek();
  if (token.type !== "word" || token.spelledBy === 0 || isConditionStart(state)) return false;
  if (token.text === "to" && state.isType("number", 1)) return false;
  if (isUnitWord(token.text)) return isOpenUnit(state);
  // Two words in a row are a unit such as "red apples".
  if (state.isType("word", 1)) return false;
  return token.text.length <= maxOpen || !isBehindSpace(state) || isMarked(state);
}

/** A unit that runs into what stands before it may be a product: `2as` is 2 attoseconds or 2·a·s. */
function isOpenUnit(state: ParseState): boolean {
  if (state.peek().text.length > maxOpen) return false;
  if (isBehindSpace(state)) state.hasSpacedRun = true;
  else state.hasOpenRun = true;
  return state.runs === "letters";
}

/** Behind a number and a space a long run is what is counted: 5 basins. */
function isBehindSpace(state: ParseState): boolean {
  return state.peek().spaceBefore && state.wasType("number");
}

/** A power, index, factorial or bracket behind a run makes it a product. */
function isMarked(state: ParseState): boolean {
  const { isFormula } = state.peek();
  if (isFormula === true && state.isPunct("(", 1)) return true;
  state.hasSpacedRun = true;
  if (state.runs !== "letters") return false;
  return isFormula === true || state.isPunct("^", 1) || state.isPunct("_", 1) || state.isPunct("!", 1);
}

/** Units that people write without a space, and that are hardly ever products of letters. */
const everydayUnits: ReadonlySet<string> = new Set(
  "cm mm km kg ml mL hr min sec ft yd mi lb lbs oz kW kHz MHz GHz Hz mph kph USD dm".split(" "),
);

/**
 * Tells whether the unit at the cursor may as well be a product: a run of two or three letters that runs into the number,
 * `2as`. It counts only beside another quantity.
 */
export function isDoubtfulUnit(state: ParseState): boolean {
  const { type, text, spaceBefore } = state.peek();
  return type === "word" && !spaceBefore && text.length <= maxOpen && !everydayUnits.has(text);
}
