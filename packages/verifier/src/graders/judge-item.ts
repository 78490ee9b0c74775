import { Fuel, isExhaustion } from "../answer/fuel.ts";
import {
  type AnswerPolicy,
  type Extraction,
  extractAnswer,
  type FailureReason,
  type GradeItem,
  type GradeLimits,
  type Verdict,
} from "../answer/index.ts";
import { type ExceededLimit, nameLimit } from "../answer/name-limit.ts";
import { type AnswerGrader, type JudgeContext, UnusableGold } from "./answer-grader.ts";

/** What a grader judges an item under. */
export interface JudgeSettings {
  readonly policy: AnswerPolicy;
  readonly limits: GradeLimits;
  readonly options: Readonly<Record<string, string>>;
}

type Answers =
  | { readonly kind: "found"; readonly answers: readonly [Extraction, ...Extraction[]] }
  | { readonly kind: "none"; readonly reason: string };

/** Judges one item by a grader, under the rules that hold for every grader. Never throws. */
export function judgeItem<Gold>(
  grader: AnswerGrader<Gold>,
  item: GradeItem,
  settings: JudgeSettings,
): Verdict {
  const run = new JudgeRun(grader, item, settings);
  try {
    return run.judge();
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    return run.fail("internal", `The grader met a defect (${name}); report it with this item.`);
  }
}

class JudgeRun<Gold> {
  readonly #grader: AnswerGrader<Gold>;
  readonly #item: GradeItem;
  readonly #settings: JudgeSettings;
  #fuelUsed = 0;

  constructor(grader: AnswerGrader<Gold>, item: GradeItem, settings: JudgeSettings) {
    this.#grader = grader;
    this.#item = item;
    this.#settings = settings;
  }

  judge(): Verdict {
    const { golds } = this.#item;
    if (golds.every((gold) => gold.trim() === "")) {
      return this.fail("no_gold", "The item carries no gold answer; add one.");
    }
    const read: { readonly gold: Gold; readonly index: number }[] = [];
    let problem: Verdict | undefined;
    for (const [index, gold] of golds.entries()) {
      const result = this.#readGold(gold);
      if ("kind" in result) problem ??= result;
      else read.push({ gold: result.gold, index });
    }
    if (read.length === 0) return problem!;
    const found = this.#findAnswers();
    return found.kind === "none" ? this.#incorrect(found.reason) : this.#judgeAnswers(found.answers, read);
  }

  fail(failure: FailureReason, message: string): Verdict {
    return { kind: "failure", failure, message, fuelUsed: this.#fuelUsed };
  }

  /** Runs one stage under a budget of its own. */
  #spend<Result>(stage: (context: JudgeContext) => Result): Result {
    const { policy, limits, options } = this.#settings;
    const fuel = new Fuel(limits.fuel);
    try {
      return stage({ policy, limits, options, choices: this.#item.choices ?? [], fuel });
    } finally {
      this.#fuelUsed += fuel.used;
    }
  }

  #readGold(gold: string): { readonly gold: Gold } | Verdict {
    const { limits } = this.#settings;
    const failSize = (limit: ExceededLimit) =>
      this.fail(
        "limit_exceeded",
        `A gold answer exceeds ${nameLimit(limit, limits)}; shorten it or raise the limit.`,
      );
    if (gold.length > limits.maxAnswerChars) {
      return failSize("maxAnswerChars");
    }
    try {
      return { gold: this.#spend((context) => this.#grader.readGold(gold, context)) };
    } catch (error) {
      if (error instanceof UnusableGold) return this.fail("unparsable_gold", error.message);
      if (isExhaustion(error)) {
        return failSize("fuel");
      }
      throw error;
    }
  }

  #findAnswers(): Answers {
    const { candidate } = this.#item;
    const text = "answer" in candidate ? candidate.answer : candidate.response;
    if ("answer" in candidate) {
      if (text.trim() === "") return { kind: "none", reason: "no_answer" };
      return { kind: "found", answers: [{ start: 0, end: text.length, text, source: "whole" }] };
    }
    if (text.length > this.#settings.limits.maxResponseChars) {
      return { kind: "none", reason: "response_too_large" };
    }
    try {
      return this.#extract(text);
    } catch (error) {
      if (isExhaustion(error)) return { kind: "none", reason: "response_too_large" };
      throw error;
    }
  }

  #extract(response: string): Answers {
    const result = this.#spend((context) => {
      if (this.#grader.findAnswers !== undefined) return this.#grader.findAnswers(response, context);
      const { policy, limits } = context;
      const prose = this.#grader.refusesProse ? "refuse" : policy.prose;
      return extractAnswer(response, { policy: { ...policy, prose }, limits }, this.#grader.goldShape);
    });
    if (result.kind === "none") return result;
    const [first, ...rest] = result.extractions;
    return first === undefined
      ? { kind: "none", reason: "no_answer" }
      : { kind: "found", answers: [first, ...rest] };
  }

  #judgeAnswers(
    answers: readonly [Extraction, ...Extraction[]],
    golds: readonly { readonly gold: Gold; readonly index: number }[],
  ): Verdict {
    const last = answers.at(-1)!;
    const { choice } = this.#settings.policy;
    if (choice === "first") return this.#judgeAnswer(answers[0], golds);
    const verdict = this.#judgeAnswer(last, golds);
    if (choice === "last" || verdict.kind === "failure" || !verdict.correct) return verdict;
    for (const other of answers.slice(0, -1)) {
      const beside = this.#judgeAnswer(other, golds);
      if (beside.kind === "score" && !beside.correct) {
        return this.#incorrect("conflicting_answers", last);
      }
    }
    return { ...verdict, fuelUsed: this.#fuelUsed };
  }

  /** The judgement against the first gold that is met, else against the first of all. */
  #judgeAnswer(
    extracted: Extraction,
    golds: readonly { readonly gold: Gold; readonly index: number }[],
  ): Verdict {
    if (extracted.text.length > this.#settings.limits.maxAnswerChars) {
      return this.#incorrect("answer_too_large", extracted);
    }
    let first: Verdict | undefined;
    for (const { gold, index } of golds) {
      const verdict = this.#judgeAgainst(extracted, gold, index);
      if (verdict.kind === "score" && verdict.correct) return verdict;
      first ??= verdict;
    }
    return { ...first!, fuelUsed: this.#fuelUsed };
  }

  #judgeAgainst(extracted: Extraction, gold: Gold, goldIndex: number): Verdict {
    try {
      const judged = this.#spend((context) => this.#grader.judge(extracted.text, gold, context));
      const { method } = this.#grader;
      return { kind: "score", ...judged, extracted, method, goldIndex, fuelUsed: this.#fuelUsed };
    } catch (error) {
      if (isExhaustion(error)) return this.#incorrect("answer_too_large", extracted);
      throw error;
    }
  }

  #incorrect(reason: string, extracted?: Extraction): Verdict {
    const found = extracted === undefined ? {} : { extracted };
    return { kind: "score", correct: false, reason, ...found, fuelUsed: this.#fuelUsed };
  }
}
