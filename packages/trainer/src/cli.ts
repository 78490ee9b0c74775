#!/usr/bin/env node
import { Command } from "commander";
import { defineReport } from "./cli/define-report.ts";
import { defineRun } from "./cli/define-run.ts";
import { defineSample } from "./cli/define-sample.ts";
import { defineTools } from "./cli/define-tools.ts";
import { chooseExitCode, describeError } from "./cli/exit-codes.ts";
import { readPackageVersion } from "./package-version.ts";

const program = new Command("touchstone-trainer")
  .description("Pretrains, distils and trains reasoning models against a live verifier.")
  .version(readPackageVersion())
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError("(add --help to see how it is used)");
defineRun(program);
defineSample(program);
defineReport(program);
defineTools(program);
for (const command of [program, ...program.commands]) {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
}

// A reader that closes early (head, less) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = chooseExitCode(error);
}
