import type { Command } from "commander";
import { addStepLimits } from "./limit-flags.ts";

const examples = `
Each line of the input is a JSON object with "steps" (a list of strings) or "trace" (or "response") as one text, and
"problem" beside it.

Examples:
  touchstone-verifier check traces.jsonl --out checked.jsonl
  touchstone-verifier check --problem 'A box holds 48 pens.' --trace 'Half of 48 is 24. Then 24 + 48 = 71.' --explain
  touchstone-verifier check --trace - --explain < trace.txt

One verdict per line goes to --out or standard output, the summary to standard error. Exit status: 0 all checked,
1 malformed lines or failures, 2 bad usage.`;

/** Adds the command `check`. */
export function defineCheck(program: Command): void {
  const command = program
    .command("check")
    .description("check the steps of traces in a JSONL file, or of one trace, without a server")
    .argument("[file]", "JSONL file, .gz allowed; - for standard input")
    .option("--out <file>", "write verdicts here instead of standard output")
    .option("--quiet", "show no progress")
    .option("--max-line-mib <number>", "longest line read, in MiB; longer ones are malformed", "64")
    .option("--problem <text>", "the problem of one trace")
    .option("--trace <text>", "one trace to check; - reads it from standard input")
    .option("--explain", "show the steps of the one trace with their verdicts");
  addStepLimits(command)
    .addHelpText("after", examples)
    .action(async (file, flags) => (await import("./check.ts")).runCheck(file, flags, command));
}
