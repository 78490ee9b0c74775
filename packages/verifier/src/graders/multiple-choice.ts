import { type AnswerGrader, type JudgeContext, UnusableGold } from "./answer-grader.ts";
import { collapseText, unwrapText } from "./plain-text.ts";

const letterPattern = /^(?:(?:option|choice|answer)\s+)?[([]?([a-z])[)\]]?\s*[.:)]?$/iu;
const letterWithContent = /^[([]?([a-z])(?:[)\]]\s*[.:]?|[.:])\s+(\S.*)$/isu;

/** Most options: the letters A to Z. */
const maxChoices = 26;

/** One letter, however it is written, or the content of one option. */
export const multipleChoiceGrader: AnswerGrader<string> = {
  name: "multiple_choice",
  description:
    "The answer is the letter of the right option, or its content where the item has choices; a letter with the content " +
    "of another option is conflicting_answers.",
  options: {},
  method: "choice",
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

/** The letter that a text chooses, in upper case. */
function readChoice(
  text: string,
  { choices, fuel }: JudgeContext,
): string | { readonly problem: "unparsable_answer" | "conflicting_answers" } {
  fuel.spend(text.length + choices.reduce((sum, choice) => sum + choice.length, 0) + 1);
  const contents = choices.slice(0, maxChoices).map(normalise);
  const plain = unwrapText(text);
  const byContent = findOnly(contents, normalise(text));
  if (byContent !== undefined) return letterOf(byContent);
  const letter = letterPattern.exec(plain)?.[1];
  if (letter !== undefined) return checkLetter(letter, contents);
  const [, named, content] = letterWithContent.exec(plain) ?? [];
  if (named === undefined || contents.length === 0) return { problem: "unparsable_answer" };
  const chosen = checkLetter(named, contents);
  if (typeof chosen !== "string") return chosen;
  const meant = normalise(content!);
  if (contents[indexOf(chosen)] === meant) return chosen;
  return { problem: contents.includes(meant) ? "conflicting_answers" : "unparsable_answer" };
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
