// npm run accuracy -- cases: grades hand-written cases with the right verdict and prints what is wrong with them.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type AnswerCase, measureCases, readCaseJudgements } from "./cases/measure-cases.ts";
import { readJsonLines } from "./load-rows.ts";

const usage = `Usage: npm run accuracy -- cases [flags]

Grades the cases of TOUCHSTONE_CASES (default: ../shared/cases/answers.jsonl) and prints each that is graded against its label, as
JSON, then the totals. Labels that are wrong are argued in packages/verifier/accuracy/cases/judgements.yaml.

  --quiet  print the totals alone

Exit status: 0 within the bars, 1 a wrong answer paid, more than 2 % of the right ones not paid, more than 3 % of the labels
argued, or a judgement that no longer fits, 2 no cases.`;

const mostUnpaid = 0.02;
const mostArgued = 0.03;

const root = resolve(import.meta.dirname, "../../..");
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: "boolean", default: false },
    quiet: { type: "boolean", default: false },
  },
});
const path = process.env["TOUCHSTONE_CASES"] ?? resolve(root, "../shared/cases/answers.jsonl");

if (values.help) process.stdout.write(`${usage}\n`);
else if (existsSync(path)) process.exitCode = measureAll();
else {
  process.stderr.write(`No ${path}. Set TOUCHSTONE_CASES to a file of cases.\n`);
  process.exitCode = 2;
}

function measureAll(): number {
  const cases = readJsonLines(path) as unknown as AnswerCase[];
  const judgements = readCaseJudgements(join(import.meta.dirname, "cases/judgements.yaml"));
  const { right, wrong, misses, stale } = measureCases(cases, judgements);
  if (!values.quiet) for (const miss of misses) process.stdout.write(`${JSON.stringify(miss)}\n`);
  const open = misses.filter(({ argued }) => argued === undefined);
  const paid = open.filter(({ outcome }) => outcome === "paid").length;
  const unpaid = open.length - paid;
  const argued = misses.length - open.length;
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  process.stdout.write(
    `${cases.length} cases: ${paid} of ${wrong} wrong answers paid; ${unpaid} of ${right} right ones not paid (${share(unpaid, right)}); ${argued} labels argued (${share(argued, cases.length)})\n`,
  );
  for (const id of stale) process.stdout.write(`judgement no longer fits: ${id}\n`);
  const isWithin = paid === 0 && unpaid <= mostUnpaid * right && argued <= mostArgued * cases.length;
  return isWithin && stale.length === 0 ? 0 : 1;
}
