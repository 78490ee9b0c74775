import type { SentStepLimits } from "@touchstone/proto";
import { defaultStepLimits, type StepLimits } from "../steps/index.ts";
import type { ServeOptions } from "./serve-options.ts";

/** The bounds on the work for one trace, from the settings of a server. */
export function toStepLimits(options: ServeOptions): StepLimits {
  const { maxExpressionChars, maxExpressionDepth, maxExpressionTokens } = options;
  return {
    maxTraceChars: options.maxTraceChars,
    maxSteps: options.maxTraceSteps,
    fuelPerStep: options.stepFuel,
    fuel: options.traceFuel,
    expression: {
      ...defaultStepLimits.expression,
      maxAnswerChars: maxExpressionChars,
      maxDepth: maxExpressionDepth,
      maxTokens: maxExpressionTokens,
    },
  };
}

/** The same as they are told to clients. */
export function stepLimitsToWire({
  maxTraceChars,
  maxSteps,
  fuelPerStep,
  fuel,
  expression,
}: StepLimits): SentStepLimits {
  return {
    maxTraceChars,
    maxSteps,
    fuelPerStep,
    fuelPerTrace: fuel,
    maxExpressionChars: expression.maxAnswerChars,
    maxExpressionDepth: expression.maxDepth,
    maxExpressionTokens: expression.maxTokens,
  };
}
