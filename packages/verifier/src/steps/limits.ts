import { defaultLimits, type GradeLimits } from "../answer/limits.ts";

/** Hard bounds on the work for one trace. All are counts, so a verdict never depends on the machine's speed. */
export interface StepLimits {
  /** Longest trace looked at, problem included, in UTF-16 code units. */
  maxTraceChars: number;
  /** Most steps of a trace. */
  maxSteps: number;
  /** Work budget of each step, in fuel units. */
  fuelPerStep: number;
  /** Work budget of the whole trace, in fuel units. */
  fuel: number;
  /** Bounds on a single expression. */
  expression: GradeLimits;
}

/** The limits applied where a caller sets nothing. */
export const defaultStepLimits: StepLimits = Object.freeze({
  maxTraceChars: 512 * 1024,
  maxSteps: 10_000,
  fuelPerStep: 500_000,
  fuel: 10_000_000,
  expression: Object.freeze({ ...defaultLimits, maxAnswerChars: 1200, maxDepth: 40, maxTokens: 600 }),
});
