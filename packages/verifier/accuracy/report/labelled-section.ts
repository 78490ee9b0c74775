import { halves } from "../halves.ts";
import type { HalfTallies, LabelledResult } from "../measure-labelled.ts";
import type { LabelTally } from "../tally.ts";
import { formatShare, formatTable } from "./markdown-table.ts";

const tallyColumns = [">agree", ">recall", ">false positives", ">false negatives", ">no verdict"];

/** Both graders against the labels, both halves of a set beside each other. */
export function formatOverview(results: readonly LabelledResult[]): string {
  const rows = results.flatMap((result) => {
    const { set, byHalf } = result;
    const sizes = halves.map((half) => byHalf[half].ours.rows).join(" + ");
    return [
      [set.name, sizes, "Touchstone", ...formatHalves(byHalf, ({ ours }) => ours)],
      ...(set.labelPolicy === undefined
        ? []
        : [
            [
              "",
              "",
              `Touchstone, ${namePolicy(set)}`,
              ...formatHalves(byHalf, ({ ours, underLabelPolicy }) => underLabelPolicy ?? ours),
            ],
          ]),
      ["", "", "math-verify", ...formatHalves(byHalf, ({ peer }) => peer)],
    ];
  });
  const columns = tallyColumns.flatMap((column) => [`${column}, working half`, ">report half"]);
  return formatTable(["set", ">rows", "grader", ...columns], rows);
}

/** The columns of a tally, each for the working half and for the report half. */
function formatHalves(
  byHalf: LabelledResult["byHalf"],
  pick: (tallies: HalfTallies) => LabelTally,
): string[] {
  const [working, report] = [formatTally(pick(byHalf.working)), formatTally(pick(byHalf.report))];
  return working.flatMap((cell, column) => [cell, report[column] ?? ""]);
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

/** The working half of a set: what its labels are, both graders by kind of gold, and the two graders against each other. */
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
