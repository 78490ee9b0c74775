import type { AnswerGrader, JudgeContext } from "./answer-grader.ts";
import { collapseText } from "./plain-text.ts";

/** The same text, character by character in one normal form of Unicode. */
export const exactGrader: AnswerGrader<string> = {
  name: "exact",
  description: "The answer is the gold text.",
  options: {
    case: { description: "whether capitals matter", values: ["sensitive", "ignore"] },
    space: { description: "collapse: runs of white space are one space", values: ["collapse", "keep"] },
  },
  method: "text",
  refusesProse: true,
  readGold: normalise,
  judge(answer, goldForm, context) {
    const answerForm = normalise(answer, context);
    const correct = answerForm === goldForm;
    return { correct, reason: correct ? "equal" : "different", goldForm, answerForm };
  },
};

function normalise(text: string, { options, fuel }: JudgeContext): string {
  fuel.spend(text.length);
  const spaced = options["space"] === "keep" ? text.normalize("NFC") : collapseText(text);
  return options["case"] === "ignore" ? spaced.toLowerCase() : spaced;
}
