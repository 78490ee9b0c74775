#!/usr/bin/env node
import { Command } from "commander";
import { defineCheck } from "./commands/define-check.ts";
import { defineDifficulty } from "./commands/define-difficulty.ts";
import { defineGrade } from "./commands/define-grade.ts";
import { defineServe } from "./commands/define-serve.ts";
import { readPackageVersion } from "./package-version.ts";

// The commands load their code when they run: help is instant, and grading a file loads no network code.
const program = new Command("touchstone-verifier")
  .description("Grades answers of reasoning models: exact, explained, bounded.")
  .version(readPackageVersion())
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .showHelpAfterError("(add --help to see how it is used)");
defineServe(program);
defineGrade(program);
defineDifficulty(program);
defineCheck(program);

// A reader that closes early (head, less) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  const code = error instanceof Error && "code" in error ? ` [${String(error.code)}]` : "";
  process.stderr.write(`error${code}: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
