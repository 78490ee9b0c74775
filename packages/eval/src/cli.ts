#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addCompareCommand } from "./cli/compare-command.ts";
import { addPasskCommand } from "./cli/passk-command.ts";
import { addReportCommand } from "./cli/report-command.ts";
import { EvaluationError, type EvaluationErrorCode } from "./errors.ts";

/** Errors of usage: nothing was measured because the command asks for what is not there. */
const USAGE_CODES: ReadonlySet<EvaluationErrorCode> = new Set([
  "ARGUMENT_INVALID",
  "K_TOO_LARGE",
  "MODEL_NOT_FOUND",
]);

const EXAMPLES = `
Rows are samples {"problem_id", "model", "correct": true|false|null, ...} or counts {"problem_id", "model", "n", "c"}.
Exit codes: 0 done, 1 failed or some lines left out, 2 bad usage.

Examples:
  touchstone-eval passk counts.jsonl --k 1,2,4
  touchstone-eval compare base.jsonl trained.jsonl
  touchstone-eval report base.jsonl trained.jsonl --baseline base --out report/`;

function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  const program = new Command("touchstone-eval")
    .description("Measures what training did to what a model can solve.")
    .version(version)
    .showHelpAfterError("Run with --help for usage.")
    .exitOverride()
    .addHelpText("after", EXAMPLES);
  addReportCommand(program);
  addCompareCommand(program);
  addPasskCommand(program);
  return program;
}

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = reportError(error);
}

function reportError(error: unknown): number {
  // Commander has printed its own message; its exit code is 0 for --help and --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof EvaluationError) {
    console.error(`${error.code}: ${error.message}`);
    return USAGE_CODES.has(error.code) ? 2 : 1;
  }
  console.error(error);
  return 1;
}
