import type { ClaimsResult } from "../steps/measure-claims.ts";
import type { StepsResult } from "../steps/measure-steps.ts";
import { formatTable } from "./markdown-table.ts";

/** The report on step checking as Markdown. */
export function writeStepsReport(results: readonly StepsResult[], claims: ClaimsResult): string {
  return `# Accuracy of step checking

Made by \`npm run accuracy -- steps\`. Each trace is checked with its steps as the data set gives them. A step called wrong
counts as right only at the labelled first error; before it, or in a clean trace, it is a false alarm. Steps after the first
error carry no label. F1 is that of ProcessBench: the harmonic mean of the share of errors found at their step and the share
of clean traces left in peace.

${formatTable(
  [
    "set",
    "wrong traces",
    ">found",
    ">recall",
    ">precision",
    ">clean traces",
    ">false alarms in them",
    ">F1",
    ">steps decided",
  ],
  results.map(formatRow),
)}

The false alarms are listed below. Nearly all are equations that are false as written, which the annotators passed over: the
counts per set are small, so one of them moves the precision by points. Nearly all errors of these sets that are not found are no calculations: a wrong reading of the problem, a wrong formula, a
missing case. \`steps decided\` is the share of steps that hold a claim which could be decided.

## Right solutions

${claims.solutions} worked solutions of GSM8K: ${claims.confirmedMarks} of ${claims.marks} calculator marks confirmed
(${percent(claims.confirmedMarks, claims.marks)}), ${claims.confirmed} of ${claims.claims} claims in all
(${percent(claims.confirmed, claims.claims)}), ${claims.refuted} refuted.

## Every false alarm

${results.flatMap(formatAlarms).join("\n")}

## Labels

${results.map(({ set }) => `- ${set.name}: ${set.labels}`).join("\n")}
`;
}

function formatRow(result: StepsResult): string[] {
  const { set, withError, clean, found, falseAlarms } = result;
  const inClean = falseAlarms.filter((alarm) => alarm.label === -1).length;
  const recall = withError === 0 ? 0 : found / withError;
  const peace = clean === 0 ? 0 : (clean - inClean) / clean;
  const f1 = recall + peace === 0 ? 0 : (2 * recall * peace) / (recall + peace);
  return [
    set.name,
    String(withError),
    String(found),
    percent(found, withError),
    percent(found, found + falseAlarms.length),
    String(clean),
    clean === 0 ? "–" : `${inClean} (${percent(inClean, clean)})`,
    clean === 0 ? "–" : (100 * f1).toFixed(1),
    percent(result.decided, result.steps),
  ];
}

function formatAlarms({ set, falseAlarms }: StepsResult): string[] {
  return falseAlarms.map(({ id, step, label, text, expected }) => {
    const where = label === -1 ? "no labelled error" : `labelled error at ${label}`;
    const shown = text.replace(/\s+/g, " ").replaceAll("`", "'").slice(0, 160);
    return `- ${set.name}, ${id}, step ${step} (${where}): \`${shown}\` should come to ${expected}`;
  });
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}
