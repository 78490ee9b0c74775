import { trimAnswer } from "../answer/lex/trim-answer.ts";
import { readChoice as readOption } from "../answer/value/choice.ts";
import { type OptionSet, readOptionSet } from "../answer/value/option-set.ts";
import { type AnswerGrader, type JudgeContext, UnusableGold } from "./answer-grader.ts";
import { collapseText, unwrapText } from "./plain-text.ts";

/** Most options: the letters A to Z. */
const maxChoices = 26;

/** One letter or several, however it is written, or the content of one option. */
export const multipleChoiceGrader: AnswerGrader<string> = {
  name: "multiple_choice",
  description:
    "The answer is the letter of the right option, or its content where the item has choices; a letter with the content " +
    "of another option is conflicting_answers.",
  options: {},
  method: "choice",
  goldShape: { kind: "any", hasOptions: true, parts: 1 },
  refusesProse: false,
  readGold(gold, context) {
    const chosen = readChoice(gold, context);
    if (typeof chosen === "string") return chosen;
    const count = context.choices.length;
    const letters = count === 0 ? "A to Z" : `A to ${letterOf(Math.min(count, maxChoices) - 1)}`;
    throw new UnusableGold(
      `A gold answer of the grader multiple_choice is a letter, ${letters}, or the content of one option.`,
    );
  },
  judge(answer, goldForm, context) {
    const chosen = readChoice(answer, context);
    if (typeof chosen !== "string") return { correct: false, reason: chosen.problem, goldForm };
    const correct = chosen === goldForm;
    return { correct, reason: correct ? "equal" : "different", goldForm, answerForm: chosen };
  },
};

/** The letter that a text chooses, or the letters, in upper case. */
function readChoice(
  text: string,
  { choices, fuel }: JudgeContext,
): string | { readonly problem: "unparsable_answer" | "conflicting_answers" } {
  fuel.spend(text.length + choices.reduce((sum, choice) => sum + choice.length, 0) + 1);
  const contents = choices.slice(0, maxChoices).map(normalise);
  const byContent = findOnly(contents, normalise(text));
  if (byContent !== undefined) return letterOf(byContent);
  const several = readOptionSet(trimAnswer(text, fuel));
  if (several !== undefined && contents.length === 0) return lettersOf(several);
  const choice = readOption(unwrapText(text), fuel);
  if (choice === undefined) return { problem: "unparsable_answer" };
  const chosen = checkLetter(letterOf(choice.index), contents);
  if (choice.rest === "" || contents.length === 0 || typeof chosen !== "string") return chosen;
  const meant = normalise(choice.rest);
  if (contents[indexOf(chosen)] === meant) return chosen;
  return { problem: contents.includes(meant) ? "conflicting_answers" : "unparsable_answer" };
}

/** Separated letters are a set; a run counts with its order unless it is that of the alphabet. */
function lettersOf({ letters, isRun }: OptionSet): string {
  return isRun ? letters : [...letters].sort().join("");
}

function checkLetter(letter: string, contents: readonly string[]): string | { problem: "unparsable_answer" } {
  const upper = letter.toUpperCase();
  return contents.length === 0 || indexOf(upper) < contents.length ? upper : { problem: "unparsable_answer" };
}

/** The only place of a content; undefined where it stands nowhere, or under two letters. */
function findOnly(contents: readonly string[], meant: string): number | undefined {
  const at = contents.indexOf(meant);
  return at < 0 || contents.lastIndexOf(meant) !== at ? undefined : at;
}

function normalise(text: string): string {
  return collapseText(unwrapText(text)).toLowerCase();
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

function indexOf(letter: string): number {
  return letter.charCodeAt(0) - 65;
}
