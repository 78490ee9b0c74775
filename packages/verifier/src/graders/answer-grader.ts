import type { GoldShape } from "../answer/extract/gold-shape.ts";
import type { Fuel } from "../answer/fuel.ts";
import type { AnswerPolicy, ExtractionResult, GradeLimits, Method } from "../answer/index.ts";

/** A setting of a grader. */
export interface GraderOption {
  readonly description: string;
  /** What it may be, the default first. */
  readonly values: readonly [string, ...string[]];
}

/** What a grader knows of an item beside gold and answer. */
export interface JudgeContext {
  readonly policy: AnswerPolicy;
  readonly limits: GradeLimits;
  /** Every setting, by name. */
  readonly options: Readonly<Record<string, string>>;
  /** Contents of options A, B, C, ... of a multiple-choice question. */
  readonly choices: readonly string[];
  /** Budget of the stage that asks. */
  readonly fuel: Fuel;
}

/** What a grader says of one answer. */
export interface Judgement {
  readonly correct: boolean;
  /** "equal", "different", "unparsable_answer", or a word of the grader's own that its description explains. */
  readonly reason: string;
  readonly goldForm?: string;
  readonly answerForm?: string;
}

/** A gold answer that the grader cannot use; the message says what a gold has to be. */
export class UnusableGold extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UnusableGold";
  }
}

/**
 * A way to judge answers other than the mathematical core. Pure: no input or output, no clock, no randomness, and work in
 * proportion to the fuel it spends.
 */
export interface AnswerGrader<Gold> {
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  readonly options: Readonly<Record<string, GraderOption>>;
  /** Which tier the verdict names. */
  readonly method: Method;
  /** What its golds are, so that an answer of another kind does not outrank one of this; left out where it may be anything. */
  readonly goldShape?: GoldShape;
  /** Whether the answer must be all that is marked, whatever the policy says of prose around it. */
  readonly refusesProse: boolean;
  /** What a gold answer means. Throws UnusableGold, FuelExhausted. */
  readGold(gold: string, context: JudgeContext): Gold;
  /** The answers of a response, in order; left out where the policy alone decides. Throws FuelExhausted. */
  findAnswers?(response: string, context: JudgeContext): ExtractionResult;
  /** Judges an answer against one gold answer. Throws FuelExhausted. */
  judge(answer: string, gold: Gold, context: JudgeContext): Judgement;
}
