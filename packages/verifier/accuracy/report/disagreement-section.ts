import { type JudgementGroup, keyOf, type Matched, type Ruling } from "../judgements.ts";
import type { DisagreementRow, LabelledResult } from "../measure-labelled.ts";
import { formatTable, quote } from "./markdown-table.ts";

const rulingNames: Readonly<Record<Ruling | "none", string>> = {
  label_wrong: "label wrong",
  policy: "policy",
  verifier_wrong: "Touchstone wrong",
  open: "open",
  none: "not yet judged",
};

/** Counts of rulings, a row a set. */
export function formatRulings(results: readonly LabelledResult[], { judged }: Matched): string {
  const names = Object.keys(rulingNames) as (Ruling | "none")[];
  const rows = results.map(({ set, disagreements }) => {
    const rulings = disagreements.map((row) => judged.get(keyOf(row))?.ruling ?? "none");
    const wrong = disagreements.filter((row) => judged.get(keyOf(row))?.ruling === "verifier_wrong");
    return [
      set.name,
      disagreements.length,
      ...names.map((name) => rulings.filter((ruling) => ruling === name).length),
      wrong.filter((row) => row.word === "correct").length,
    ];
  });
  const columns = [">disagreements", ...names.map((name) => `>${rulingNames[name]}`), ">of the wrong: paid"];
  return formatTable(["set", ...columns], rows);
}

/** Every disagreement of a set, under the reason that its judgement gives. */
export function formatDisagreements({ set, disagreements }: LabelledResult, { judged }: Matched): string {
  if (disagreements.length === 0) return `### ${set.name}\n\nNone.`;
  const groups = new Map<JudgementGroup | undefined, DisagreementRow[]>();
  for (const row of disagreements) {
    const group = judged.get(keyOf(row));
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const parts = [...groups].map(([group, rows]) => `${formatHead(group)}\n\n${formatRows(rows)}`);
  return [`### ${set.name}`, ...parts].join("\n\n");
}

function formatHead(group: JudgementGroup | undefined): string {
  if (group === undefined) return "**Not yet judged.**";
  return `**${rulingNames[group.ruling]}.** ${group.reason.trim()}`;
}

function formatRows(rows: readonly DisagreementRow[]): string {
  const cells = rows.map(({ id, gold, label, ours, peer }) => [
    id.replaceAll("#", "\\#"),
    quote(gold),
    quote(ours.extracted),
    label ? "correct" : "incorrect",
    `${ours.word} (${ours.reason})`,
    peer ?? "not asked",
  ]);
  return formatTable(["row", "gold", "answer taken", "label", "Touchstone", "math-verify"], cells);
}
