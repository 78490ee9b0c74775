import { type AlarmJudgement, keyOfAlarm } from "../steps/judge-alarms.ts";
import type { ChainsResult } from "../steps/measure-chains.ts";
import type { ClaimsResult } from "../steps/measure-claims.ts";
import type { StepsResult } from "../steps/measure-steps.ts";
import { formatTable } from "./markdown-table.ts";

/** The report on step checking as Markdown. */
export function writeStepsReport(
  results: readonly StepsResult[],
  claims: ClaimsResult,
  chains: ChainsResult,
  judgements: ReadonlyMap<string, AlarmJudgement>,
): string {
  return `# Accuracy of step checking

Made by \`npm run accuracy -- steps\`. Each trace is checked with its steps as the data set gives them. A step called wrong
counts as right only at the labelled first error; before it, or in a clean trace, it is a false alarm. Steps after the first
error carry no label, and traces that end in a wrong answer while no error is labelled are left out. A step that several traces
of a set share word by word, with the step before it, counts once for precision: some sets derive many traces from one. *After
reading* counts as right what is false as written and passed over by the label, as judged by hand below. F1 is that of ProcessBench: the harmonic mean of the share of errors found at their step and the share
of clean traces left in peace.

${formatTable(
  [
    "set",
    "wrong traces",
    ">found",
    ">recall",
    ">precision",
    ">after reading",
    ">clean traces",
    ">false alarms in them",
    ">F1",
    ">steps decided",
  ],
  [...results, ...mergeParts(results)].map((result) => formatRow(result, judgements)),
)}

Nearly all errors of these sets that are not found are no calculations: a wrong reading of the problem, a wrong formula, a
missing case. \`steps decided\` is the share of steps that hold a claim which could be decided.

No figures of process reward models or critics stand beside these. None was measured here, and none is at hand in a form that
could be set next to ours: on the same rows (sets are sampled, and traces without a usable label are left out) and at the same
operating point. The F1 of such a model rests on guesses at steps that calculation does not decide; this check is silent there,
so it finds fewer errors and a step it calls wrong is nearly always wrong. The figure to compare is precision at this recall.

## Right solutions

${claims.solutions} worked solutions of GSM8K: ${claims.confirmedMarks} of ${claims.marks} calculator marks confirmed
(${percent(claims.confirmedMarks, claims.marks)}), ${claims.confirmed} of ${claims.claims} claims in all
(${percent(claims.confirmed, claims.claims)}), ${claims.refuted} refuted.

## Chains labelled as wholes

verify_cot_human has no labels of steps: people said of each chain whether it holds. Of ${chains.invalid.chains} chains that do not, ${chains.invalid.refuted} are
called invalid; of ${chains.valid.chains} that do, ${chains.valid.refuted}. \`supported\` are ${chains.valid.supported} of those that hold and ${chains.invalid.supported} of those that do not: nothing
refuted is no proof.

## Every false alarm

${results.flatMap((result) => formatAlarms(result, judgements)).join("\n")}

## Labels

${results.map(({ set }) => `- ${set.name}: ${set.labels}`).join("\n")}
`;
}

/** Sets that come in parts, once more as a whole. */
function mergeParts(results: readonly StepsResult[]): StepsResult[] {
  const names = new Set(results.map(({ set }) => nameOfWhole(set.name)));
  return [...names].flatMap((name) => {
    const parts = results.filter(({ set }) => nameOfWhole(set.name) === name);
    const [first] = parts;
    if (first === undefined || parts.length < 2) return [];
    const sum = (count: (part: StepsResult) => number) =>
      parts.reduce((total, part) => total + count(part), 0);
    return {
      set: { ...first.set, name: `${name}, all` },
      rows: sum((part) => part.rows),
      withError: sum((part) => part.withError),
      clean: sum((part) => part.clean),
      found: sum((part) => part.found),
      distinctFound: sum((part) => part.distinctFound),
      falseAlarms: parts.flatMap((part) => part.falseAlarms),
      steps: sum((part) => part.steps),
      decided: sum((part) => part.decided),
    };
  });
}

/** `processbench math` is a part of `processbench`. */
function nameOfWhole(name: string): string {
  return name.split(" ")[0] ?? name;
}

function formatRow(result: StepsResult, judgements: ReadonlyMap<string, AlarmJudgement>): string[] {
  const { set, withError, clean, found, distinctFound, falseAlarms } = result;
  const alarms = [...new Map(falseAlarms.map((alarm) => [alarm.written, alarm])).values()];
  const ours = alarms.filter((alarm) => judgements.get(keyOfAlarm(alarm))?.ruling !== "label").length;
  const called = distinctFound + alarms.length;
  const inClean = falseAlarms.filter((alarm) => alarm.label === -1).length;
  const recall = withError === 0 ? 0 : found / withError;
  const peace = clean === 0 ? 0 : (clean - inClean) / clean;
  const f1 = recall + peace === 0 ? 0 : (2 * recall * peace) / (recall + peace);
  return [
    set.name,
    String(withError),
    String(found),
    percent(found, withError),
    percent(distinctFound, called),
    percent(called - ours, called),
    String(clean),
    clean === 0 ? "–" : `${inClean} (${percent(inClean, clean)})`,
    clean === 0 ? "–" : (100 * f1).toFixed(1),
    percent(result.decided, result.steps),
  ];
}

function formatAlarms(
  { set, falseAlarms }: StepsResult,
  judgements: ReadonlyMap<string, AlarmJudgement>,
): string[] {
  return falseAlarms.map((alarm) => {
    const { id, step, label, text, expected } = alarm;
    const { ruling, reason } = judgements.get(keyOfAlarm(alarm)) ?? { ruling: "none", reason: "" };
    const judged = ruling === "label" ? "Wrong as written" : ruling === "ours" ? "Right" : "Not judged";
    const where = label === -1 ? "no labelled error" : `labelled error at ${label}`;
    const shown = text.replace(/\s+/g, " ").replaceAll("`", "'").slice(0, 160);
    return `- ${set.name}, ${id}, step ${step} (${where}): \`${shown}\` should come to ${expected}. ${judged}: ${reason}`;
  });
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}
