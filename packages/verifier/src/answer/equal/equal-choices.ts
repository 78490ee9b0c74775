import type { Fuel } from "../fuel.ts";
import { type ChoiceText, readChoice } from "../value/choice.ts";
import { differentBy, equalBy, type Outcome } from "./outcome.ts";

/** Compares two answer texts that are not options; given by the grader. */
export type TextComparer = (gold: string, answer: string) => Outcome;

/** Letters that stand for options without a list of them: A to J. */
const openOptions = 10;

/**
 * Compares as options of a multiple-choice question. With `choices`, letters and contents are resolved to each other;
 * without, both sides must be written as options. Undefined where the item is no multiple choice.
 */
export function equalChoices(
  gold: string,
  answer: string,
  options: { choices: readonly string[]; fuel: Fuel; compare: TextComparer },
): Outcome | undefined {
  const { choices, fuel, compare } = options;
  const a = readChoice(gold, fuel);
  const b = readChoice(answer, fuel);
  if (choices.length > 0) return equalListed(gold, answer, { a, b, choices, compare });
  if (a === undefined || b === undefined || a.index >= openOptions || b.index >= openOptions)
    return undefined;
  if (!a.isUpper && !a.isMarked) return undefined;
  if (!a.isMarked && !b.isMarked) return undefined;
  if (a.index !== b.index) return differentBy("choice");
  return isOtherValue(a, b, compare) ? undefined : equalBy("choice");
}

/**
 * The same letter with another value: (B) 4 and (B) 5, which are compared as they stand, and may be parts of an answer.
 * Words may say the same in other words.
 */
function isOtherValue(gold: ChoiceText, answer: ChoiceText, compare: TextComparer): boolean {
  if (gold.rest === "" || answer.rest === "") return false;
  const { reason, method } = compare(gold.rest, answer.rest);
  return reason === "different" && method !== "text" && method !== "choice";
}

function equalListed(
  gold: string,
  answer: string,
  item: {
    a: ChoiceText | undefined;
    b: ChoiceText | undefined;
    choices: readonly string[];
    compare: TextComparer;
  },
): Outcome | undefined {
  const goldIndex = resolve(gold, item.a, item.choices, item.compare);
  if (goldIndex === undefined) return undefined;
  const answerIndex = resolve(answer, item.b, item.choices, item.compare);
  if (answerIndex === undefined && item.b !== undefined && isOtherContent(item.b, item))
    return differentBy("choice", "conflicting_answers");
  return answerIndex === goldIndex ? equalBy("choice") : differentBy("choice");
}

/** A letter of the list with the content of another option. */
function isOtherContent(
  choice: ChoiceText,
  item: { choices: readonly string[]; compare: TextComparer },
): boolean {
  if (choice.rest === "" || choice.index >= item.choices.length) return false;
  return item.choices.some((content) => item.compare(content, choice.rest).result === "equal");
}

/** The option a text names by letter, checked against the content given with it, or by content alone. */
function resolve(
  text: string,
  choice: ChoiceText | undefined,
  choices: readonly string[],
  compare: TextComparer,
): number | undefined {
  if (choice !== undefined && choice.index < choices.length) {
    const content = choices[choice.index] ?? "";
    const isConsistent = choice.rest === "" || compare(content, choice.rest).result === "equal";
    return isConsistent ? choice.index : undefined;
  }
  const index = choices.findIndex((content) => compare(content, text).result === "equal");
  return index === -1 ? undefined : index;
}
