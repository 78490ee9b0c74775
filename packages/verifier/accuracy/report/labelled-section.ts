import type { LabelledResult } from "../measure-labelled.ts";
import { type LabelTally, sumTallies } from "../tally.ts";
import { formatShare, formatTable } from "./markdown-table.ts";

const tallyColumns = [">agree", ">recall", ">false positives", ">false negatives", ">no verdict"];

/** Both graders against the labels, a row a set. */
export function formatOverview(results: readonly LabelledResult[]): string {
  const rows = results.flatMap(({ set, byKind, underLabelPolicy }) => {
    const ours = sumTallies([...byKind.values()].map((kind) => kind.ours));
    const peer = sumTallies([...byKind.values()].map((kind) => kind.peer));
    return [
      [set.name, ours.rows, "Touchstone", ...formatTally(ours)],
      ...(underLabelPolicy === undefined
        ? []
        : [["", "", `Touchstone, ${namePolicy(set)}`, ...formatTally(underLabelPolicy)]]),
      ["", "", "math-verify", ...formatTally(peer)],
    ];
  });
  return formatTable(["set", ">rows", "grader", ...tallyColumns], rows);
}

function namePolicy({ labelPolicy = {} }: LabelledResult["set"]): string {
  return Object.entries(labelPolicy)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}

function formatTally({
  rows,
  positives,
  paid,
  agreed,
  falsePositives,
  falseNegatives,
  unjudged,
}: LabelTally): string[] {
  const recall = positives === 0 ? "–" : formatShare(paid, positives);
  return [
    formatShare(agreed, rows),
    recall,
    String(falsePositives),
    String(falseNegatives),
    String(unjudged),
  ];
}

/** One set: what its labels are, both graders by kind of gold, and the two graders against each other. */
export function formatLabelledSet({ set, byKind, both }: LabelledResult): string {
  const kinds = [...byKind.entries()].sort(([, a], [, b]) => b.ours.rows - a.ours.rows);
  const columns = ["kind of gold", ">rows", "grader", ...tallyColumns];
  const rows = kinds.flatMap(([kind, { ours, peer }]) => [
    [kind, ours.rows, "Touchstone", ...formatTally(ours)],
    ["", "", "math-verify", ...formatTally(peer)],
  ]);
  return [`### ${set.name}`, `Labels: ${set.labels}`, formatTable(columns, rows), formatBoth(both)].join(
    "\n\n",
  );
}

const words = ["correct", "incorrect", "unjudged"] as const;

function formatBoth(both: LabelledResult["both"]): string {
  const rows = words.map((ours) => [
    `Touchstone: ${ours}`,
    ...words.map((peer) => String(both.get(`${ours} ${peer}`) ?? 0)),
  ]);
  return formatTable(["", ...words.map((word) => `>math-verify: ${word}`)], rows);
}
