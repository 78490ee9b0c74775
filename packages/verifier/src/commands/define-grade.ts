import type { Command } from "commander";
import { graderNames } from "../graders/grader-names.ts";
import { addAnswerLimits } from "./limit-flags.ts";
import { addPolicyFlags } from "./policy-flags.ts";

const examples = `
Each line of the input is a JSON object. Gold answers: "gold", "golds", or "answer" beside a "response".
Candidate: "response" (the answer is extracted from it), else "answer". A boolean "correct" is a label to compare with.

Examples:
  touchstone-verifier grade samples.jsonl --out verdicts.jsonl
  touchstone-verifier grade samples.jsonl.gz --place anywhere --quiet --list-disagreements > verdicts.jsonl
  zcat samples.gz | touchstone-verifier grade - --json | tail -n 1
  touchstone-verifier grade --gold '\\frac{1}{2}' --response 'So it is \\boxed{0.5}.' --explain
  touchstone-verifier grade --gold 'x^2-1' --answer '(x-1)(x+1)' --json
  touchstone-verifier grade --gold 12 --response - --explain < response.txt
  touchstone-verifier grade --gold '{"a": 1}' --answer '{"a": 1.0}' --grader json
  touchstone-verifier grade --gold B --answer 'red' --option green --option red

One verdict per line goes to --out or standard output, the summary to standard error (with --json: as the last line
of standard output). Exit status: 0 all graded, 1 malformed lines or failures, 2 bad usage.`;

/** Adds the command `grade`. */
export function defineGrade(program: Command): void {
  const command = program
    .command("grade")
    .description("grade a JSONL file, or one answer, without a server")
    .argument("[file]", "JSONL file, .gz allowed; - for standard input")
    .option("--out <file>", "write verdicts here instead of standard output")
    .option("--json", "print the summary (or the one verdict) as JSON on standard output")
    .option("--quiet", "show no progress")
    .option("--list-disagreements", "name every verdict that differs from its label on standard error")
    .option("--gold-field <name>", "field of the gold answer (default: gold)")
    .option("--response-field <name>", "field of the response (default: response)")
    .option("--label-field <name>", "boolean field to compare verdicts with (default: correct)")
    .option("--max-line-mib <number>", "longest line read, in MiB; longer ones are malformed", "64")
    .option("--gold <answer>", "gold answer of one item; repeat for several", collect)
    .option("--response <text>", "response to grade against --gold; - reads it from standard input")
    .option("--answer <text>", "bare answer to grade against --gold")
    .option("--option <text>", "content of option A of a multiple-choice item; repeat for B, C, ...", collect)
    .option(
      "--problem <text>",
      "text of the problem of one item, which tells what kind of answer it asks for",
    )
    .option(
      "--grader <name>",
      `who judges: math (default), ${graderNames.join(", ")}, or the path of a module of your own`,
    )
    .option("--grader-option <name=value>", "a setting of the grader; repeatable", collect)
    .option("--explain", "say step by step how the verdict on one item came about");
  addPolicyFlags(addAnswerLimits(command))
    .addHelpText("after", examples)
    .action(async (file, flags) => (await import("./grade.ts")).runGrade(file, flags, command));
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
