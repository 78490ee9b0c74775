import type { AnswerPolicy } from "@touchstone/proto";
import type { z } from "zod";
import type { Random } from "../random.ts";

/** A question with its accepted answers. */
export interface Problem {
  /** Unique within a problem set. */
  readonly id: string;
  readonly prompt: string;
  /** Accepted answers; a match with any one of them is correct. */
  readonly golds: readonly string[];
  /** Difficulty class, for example "n4". */
  readonly stratum: string;
  /** Hash of the canonical content: equal for problems that differ in wording or names only. */
  readonly hash: string;
}

/**
 * What can be wrong with one written step.
 * - `calculator`: the result does not follow from the operands as written;
 * - `premise_prompt`: an operand that the prompt states differs from it;
 * - `premise_carry`: an operand differs from the value that the trace itself derived for it;
 * - `rule`: the operation is not the one the prompt asks for, or the step is extra or out of order.
 */
export type StepError = "calculator" | "premise_prompt" | "premise_carry" | "rule";

/** Verdict on one written step. */
export interface TraceStepCheck {
  /** "ok", or the first entry of `errors`. */
  readonly verdict: "ok" | StepError;
  /** Everything wrong with the step, `calculator` first: a step without it is locally coherent. */
  readonly errors: readonly StepError[];
  /** The step as written. */
  readonly text: string;
}

/** Exact verdict on a completion. */
export interface TraceCheck {
  /** The format the completion starts in; undefined when it is none of the task's. */
  readonly format: string | undefined;
  /** The whole completion follows the grammar of its format: nothing cut off, nothing trailing. */
  readonly formatOk: boolean;
  /** The written steps, up to the first one that cannot be read. */
  readonly steps: readonly TraceStepCheck[];
  /** Steps of the solution that the completion does not contain. */
  readonly missing: number;
  /** Index of the first wrong step; `steps.length` when the first thing wrong is that steps are missing at the end. */
  readonly firstError?: number;
  /** No calculator error. */
  readonly coherent: boolean;
  /** No calculator error, and every derived value is carried over unchanged. */
  readonly carryCoherent: boolean;
  readonly answerCorrect: boolean;
  /** The answer is the one that the written steps derive; undefined when the format shows no work. */
  readonly answerFollows?: boolean;
  /** Format and answer right, every step valid, none missing or extra. A format that shows no work is never valid. */
  readonly valid: boolean;
}

/**
 * A generator of problems with worked solutions and an exact checker. `P` is the problem type, `S` the parsed
 * settings that shape problems.
 */
export interface Task<P extends Problem = Problem, S = unknown> {
  readonly name: string;
  readonly formats: readonly string[];
  /** Every token text that prompts and traces consist of, special tokens excluded. */
  readonly words: readonly string[];
  /** How texts split into tokens: at spaces, or into pieces that carry their leading space. */
  readonly segmentation: "words" | "pieces";
  /** Settings as written in YAML (snake_case keys) with defaults. */
  readonly settingsSchema: z.ZodType<S>;
  /** How the verifier must compare answers of this task. */
  readonly answerPolicy: AnswerPolicy;
  /** A problem drawn from `random`. Throws a TrainerError (SETTINGS_INVALID) when the settings allow none. */
  createProblem(random: Random, settings: S): P;
  /** The correct completion in a format, without end token. Throws a TrainerError (UNKNOWN_FORMAT). */
  writeTrace(problem: P, format: string): string;
  /**
   * A completion with exactly one corrupted step, from which every later step and the answer follow; in a format
   * without steps, a wrong answer. Throws a TrainerError (UNKNOWN_FORMAT).
   */
  writeCorruptTrace(problem: P, format: string, random: Random): string;
  /** The format a completion is written in, told from how it starts. */
  formatOf(completion: string): string | undefined;
  /** Checks a completion; bounded time for any text. */
  checkTrace(problem: P, completion: string): TraceCheck;
}
