import { RE2JS } from "re2js";
import { extractAnswer } from "../answer/index.ts";
import { type AnswerGrader, type JudgeContext, UnusableGold } from "./answer-grader.ts";

/** Longest pattern, in UTF-16 code units. */
const maxPatternChars = 1000;
/** Bounds the program that counted repetition blows a pattern up to. */
const maxExpansion = 20_000;

/** A pattern in the syntax of RE2, matched in time linear in the answer. */
export const regexGrader: AnswerGrader<RE2JS> = {
  name: "regex",
  description:
    "The gold is a regular expression (RE2: no backreferences, no look-around) that the answer matches, in linear time.",
  options: {
    match: { description: "full: the whole answer; search: some part of it", values: ["full", "search"] },
    on: {
      description: "whether the answer is matched, or the whole response",
      values: ["answer", "response"],
    },
    case: { description: "whether capitals matter", values: ["sensitive", "ignore"] },
  },
  method: "pattern",
  refusesProse: true,
  readGold(gold, context) {
    if (gold.length > maxPatternChars) {
      throw new UnusableGold(`A pattern of the grader regex has at most ${maxPatternChars} characters.`);
    }
    if (estimateExpansion(gold) > maxExpansion) {
      throw new UnusableGold("The pattern repeats too much; lower the numbers in its {braces}.");
    }
    context.fuel.spend(100 + 10 * estimateExpansion(gold));
    return compile(gold, context);
  },
  findAnswers(response, { policy, limits, options }) {
    if (options["on"] !== "response") {
      return extractAnswer(response, { policy: { ...policy, prose: "refuse" }, limits });
    }
    const whole = { start: 0, end: response.length, text: response, source: "whole" } as const;
    return { kind: "found", extractions: [whole] };
  },
  judge(answer, pattern, { options, fuel }) {
    // Each instruction may be looked at once for each character.
    fuel.spend(1 + (pattern.programSize() * answer.length) / 8);
    const matcher = pattern.matcher(answer);
    const correct = options["match"] === "search" ? matcher.find() : matcher.matches();
    return {
      correct,
      reason: correct ? "equal" : "different",
      goldForm: pattern.pattern(),
      answerForm: answer,
    };
  },
};

function compile(gold: string, { options }: JudgeContext): RE2JS {
  try {
    return RE2JS.compile(gold, options["case"] === "ignore" ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 120) : "it cannot be read";
    throw new UnusableGold(`The gold is no pattern that RE2 takes: ${detail}.`);
  }
}

/** At least as large as the pattern is once its counted repetitions are written out, up to a small factor. */
function estimateExpansion(pattern: string): number {
  let repeats = 1;
  for (const [, least, most] of pattern.matchAll(/\{(\d{1,9})(?:,(\d{0,9}))?\}/g)) {
    repeats += Math.max(Number(least), Number(most ?? 0));
  }
  return repeats * pattern.length;
}
