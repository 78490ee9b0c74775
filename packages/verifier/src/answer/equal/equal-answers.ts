import { asksForConstant } from "../asks-for-constant.ts";
import type { Fuel } from "../fuel.ts";
import type { GradeLimits } from "../limits.ts";
import { readAnswer } from "../parse/parse-answer.ts";
import type { AnswerPolicy } from "../policy.ts";
import type { Trace } from "../trace.ts";
import { Unreadable } from "../unreadable.ts";
import { mayBeChoice, readChoice } from "../value/choice.ts";
import { sameOptionSets } from "../value/option-set.ts";
import type { ParsedAnswer, Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalChoices } from "./equal-choices.ts";
import { equalConditioned, mayBeRenamed } from "./equal-conditioned.ts";
import { equalValues } from "./equal-values.ts";
import { hashPair, hashText } from "./keyed-random.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";
import { isUnevaluated } from "./unevaluated.ts";

/** An answer with the text it was read from. */
export interface AnswerSource {
  readonly source: string;
  readonly parsed: ParsedAnswer;
}

/** What comparing two answers needs beside them. */
export interface AnswerRules {
  readonly policy: AnswerPolicy;
  readonly limits: GradeLimits;
  readonly seed: number;
  readonly choices: readonly string[];
  readonly problem?: string | undefined;
  readonly trace?: Trace | undefined;
}

/** Compares two answers: as options where the item is multiple choice, else by every pair of their readings. */
export function equalAnswers(
  gold: AnswerSource,
  answer: AnswerSource,
  rules: AnswerRules,
  fuel: Fuel,
): Outcome {
  fuel.spend(8);
  const seed = hashPair(rules.seed, hashPair(hashText(gold.parsed.text, 1), hashText(answer.parsed.text, 2)));
  const constant = constantRule(rules);
  const context: CompareContext = { policy: rules.policy, fuel, seed, trace: rules.trace, constant };
  if (rules.choices.length > 0 || mayBeChoice(gold.parsed.text)) {
    const outcome = equalChoices(gold.source, answer.source, {
      choices: rules.choices,
      fuel,
      compare: (a, b) => compareTexts(a, b, rules, context),
    });
    if (outcome !== undefined) return outcome;
  }
  if (sameOptionSets(gold.parsed.text, answer.parsed.text)) return equalBy("choice");
  const outcome = equalReadings(gold.parsed.readings, answer.parsed.readings, context);
  if (outcome.result === "equal" || rules.choices.length > 0) return outcome;
  const contents = contentBesideLetter(gold, answer, fuel);
  if (contents === undefined) return outcome;
  const byContent = compareTexts(...contents, rules, context);
  return byContent.result === "equal" ? byContent : outcome;
}

/** The gold and the answer where one gives a value and the other the same with the letter of its option: `(C) 12`. */
function contentBesideLetter(
  gold: AnswerSource,
  answer: AnswerSource,
  fuel: Fuel,
): [gold: string, answer: string] | undefined {
  const [isGold, isAnswer] = [mayBeChoice(gold.parsed.text), mayBeChoice(answer.parsed.text)];
  if (!isGold && !isAnswer) return undefined;
  const a = isGold ? contentOf(gold.source, fuel) : undefined;
  const b = isAnswer ? contentOf(answer.source, fuel) : undefined;
  if ((a === undefined) === (b === undefined)) return undefined;
  return [a ?? gold.source, b ?? answer.source];
}

/** What stands behind a capital letter that is marked as an option. */
function contentOf(source: string, fuel: Fuel): string | undefined {
  const choice = readChoice(source, fuel);
  return choice?.isUpper && choice.isMarked && choice.rest !== "" ? choice.rest : undefined;
}

/** Whether a constant of integration is free, by the policy or else by the problem. */
function constantRule({ policy, problem }: AnswerRules): "free" | "literal" | "unknown" {
  if (policy.integrationConstant !== "from_problem") return policy.integrationConstant;
  if (problem === undefined || problem.trim() === "") return "unknown";
  return asksForConstant(problem) ? "free" : "literal";
}

function compareTexts(gold: string, answer: string, rules: AnswerRules, context: CompareContext): Outcome {
  try {
    const a = readAnswer(gold, rules.limits, context.fuel);
    const b = readAnswer(answer, rules.limits, context.fuel);
    return equalReadings(a.readings, b.readings, context);
  } catch (error) {
    if (error instanceof Unreadable) return differentBy("choice");
    throw error;
  }
}

/** Compares two readings, after the rule on arithmetic left undone. */
function comparePair(gold: Value, answer: Value, context: CompareContext): Outcome {
  if (context.policy.unevaluated === "refuse" && isUnevaluated(gold, answer))
    return differentBy("structural", "unevaluated_answer");
  const outcome = equalValues(gold, answer, context);
  if (outcome.result === "equal" || !mayBeRenamed(gold, answer)) return outcome;
  return equalConditioned(gold, answer, context, equalValues);
}

/** `1:20` and `2:40` are one ratio but two times of day; which is meant is not told. */
function areTwoTimes(golds: readonly Value[], answers: readonly Value[]): boolean {
  const [a, b] = [golds.find(isTime), answers.find(isTime)];
  return a?.kind === "text" && b?.kind === "text" && a.text !== b.text;
}

function isTime(value: Value): boolean {
  return value.kind === "text" && /^\d{1,2}:\d\d$/.test(value.text);
}

/** Equal when any reading of one equals any reading of the other. */
function equalReadings(golds: readonly Value[], answers: readonly Value[], context: CompareContext): Outcome {
  let different: Outcome | undefined;
  let undecided: Outcome | undefined;
  let undefinedGold: Outcome | undefined;
  for (const gold of golds) {
    for (const answer of answers) {
      const outcome = comparePair(gold, answer, context);
      context.trace?.({ step: "pair", gold, answer, result: outcome.result, method: outcome.method });
      if (outcome.result === "equal") return areTwoTimes(golds, answers) ? undecidedOutcome : outcome;
      if (outcome.reason === "undefined_gold") undefinedGold ??= outcome;
      else if (outcome.result === "undecided") undecided ??= outcome;
      else different ??= outcome;
    }
  }
  // A reading of the gold without a value gives way to one with a value.
  return undecided ?? different ?? undefinedGold ?? differentBy("structural");
}
