/** What may stand between two parts of a formula; bounded, so that a search stays linear. */
const gap = String.raw`[\s$]{0,4}`;

/**
 * Source of a pattern for the start of a formula: no operator, bracket, factor, command or word that calculates stands before it,
 * so that it is no end of a longer one.
 */
export const formulaStart = [
  String.raw`(?<![\d.^*+\-/×·÷})\]_!%|∣∤]${gap})`,
  String.raw`(?<!(?<!\\)[({[]${gap})`,
  String.raw`(?<!\\[A-Za-z]{1,20}${gap})(?<![A-Za-z\\])(?<!(?:^|[^A-Za-z])[A-Za-z]${gap})`,
  String.raw`(?<!\b(?:times|plus|minus|of|by|over|than|mod|modulo|percent|or)${gap})(?<!\d,${gap})`,
].join("");

/** Source of a pattern that ends a formula: nothing follows that would change the number before it. */
export const formulaEnd = String.raw`(?![\d.,]*\d|[A-Za-z√]|${gap}(?:[-+*/^×÷·%({!_|√:∣∤]|\\(?![)\]\\]|(?:implies|Rightarrow|quad|text)\b))|${gap}\b(?:times|plus|minus|percent|dozen|hundred|thousand|million|billion|more|less|fewer|divided|mod|modulo|or)\b)`;
