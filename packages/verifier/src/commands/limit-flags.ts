import type { Command } from "commander";
import { defaultLimits, type GradeLimits } from "../answer/limits.ts";
import { resolveServeOptions, type ServeOptions } from "../service/serve-options.ts";
import { toStepLimits } from "../service/step-limits.ts";
import { defaultStepLimits, type StepLimits } from "../steps/limits.ts";

const answerLimits = ["maxResponseChars", "maxAnswerChars", "maxDepth", "maxTokens", "fuel"] as const;

const stepLimits = [
  "maxTraceChars",
  "maxTraceSteps",
  "stepFuel",
  "traceFuel",
  "maxExpressionChars",
  "maxExpressionDepth",
  "maxExpressionTokens",
] as const;

/** Limits of grading and step checks, as commander parses them. */
export type LimitFlags = {
  readonly [Name in (typeof answerLimits)[number] | (typeof stepLimits)[number]]?: string;
};

/** Adds the limits of grading an answer. */
export function addAnswerLimits(command: Command): Command {
  const { maxResponseChars, maxAnswerChars, maxDepth, maxTokens, fuel } = defaultLimits;
  return command
    .option(
      "--max-response-chars <number>",
      `longest response looked at, in UTF-16 units (default: ${maxResponseChars})`,
    )
    .option(
      "--max-answer-chars <number>",
      `longest answer read, in UTF-16 units (default: ${maxAnswerChars})`,
    )
    .option("--max-depth <number>", `deepest nesting of an answer (default: ${maxDepth})`)
    .option("--max-tokens <number>", `most tokens of an answer (default: ${maxTokens})`)
    .option("--fuel <number>", `work budget of each grading stage of an item (default: ${fuel})`);
}

/** Adds the limits of checking the steps of a trace. */
export function addStepLimits(command: Command): Command {
  const { maxTraceChars, maxSteps, fuelPerStep, fuel, expression } = defaultStepLimits;
  return command
    .option(
      "--max-trace-chars <number>",
      `longest trace checked, problem included, in UTF-16 units (default: ${maxTraceChars})`,
    )
    .option("--max-trace-steps <number>", `most steps of a trace (default: ${maxSteps})`)
    .option("--step-fuel <number>", `work budget of each step of a trace (default: ${fuelPerStep})`)
    .option("--trace-fuel <number>", `work budget of a whole trace (default: ${fuel})`)
    .option(
      "--max-expression-chars <number>",
      `longest expression read in a step, in UTF-16 units (default: ${expression.maxAnswerChars})`,
    )
    .option(
      "--max-expression-depth <number>",
      `deepest nesting of an expression in a step (default: ${expression.maxDepth})`,
    )
    .option(
      "--max-expression-tokens <number>",
      `most tokens of an expression in a step (default: ${expression.maxTokens})`,
    );
}

/** The limits of grading that the flags ask for; a wrong one ends the program. */
export function readAnswerLimits(flags: LimitFlags, command: Command): GradeLimits {
  const { maxResponseChars, maxAnswerChars, maxDepth, maxTokens, fuel } = readLimits(
    flags,
    answerLimits,
    command,
  );
  return { maxResponseChars, maxAnswerChars, maxDepth, maxTokens, fuel };
}

/** The same for the limits of step checks. */
export function readStepLimits(flags: LimitFlags, command: Command): StepLimits {
  return toStepLimits(readLimits(flags, stepLimits, command));
}

function readLimits(flags: LimitFlags, names: readonly (keyof LimitFlags)[], command: Command): ServeOptions {
  const given = names.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]]));
  try {
    return resolveServeOptions(Object.fromEntries(given));
  } catch (error) {
    return command.error(`error: ${error instanceof Error ? error.message : String(error)}`, { exitCode: 2 });
  }
}
