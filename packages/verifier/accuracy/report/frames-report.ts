import { type Half, halves } from "../halves.ts";
import type { FrameResult } from "../measure-frames.ts";
import type { PeerVersions } from "../peer/peer-process.ts";
import type { LabelTally } from "../tally.ts";
import { formatShare, formatTable } from "./markdown-table.ts";

/** What the report on frames is made of. */
export interface FramesReport {
  readonly results: readonly FrameResult[];
  readonly goldCount: number;
  /** Most golds of a frame. */
  readonly rows: number;
  readonly peerVersions: PeerVersions;
}

/** The report on golds in frames as Markdown. */
export function writeFramesReport({ results, goldCount, rows, peerVersions }: FramesReport): string {
  const peer = Object.entries(peerVersions).map(([name, version]) => `${name} ${version}`);
  return `# Accuracy of answer grading: golds in frames

Made by \`TOUCHSTONE_PYTHON=python3 npm run accuracy -- frames\`. ${goldCount} gold answers of public data sets are put into
responses of known truth: behind labels and markers, before remarks and checks, in parts, with units, conditions and constants.
Each frame also makes wrong responses: with one digit, sign, exponent or letter of the gold changed, and with what would make a
right answer wrong there (a second value, a denial, another unit, another set of integers). The frames share no code with the
verifier. A frame takes up to ${rows} golds, picked by hash; sentences and long texts are left out, other golds are not picked by
what a grader can read.

*Refused*: right responses that get 0. *Undecided*: right responses without a verdict. *Paid*: wrong responses that are paid. Golds are split into
halves by a hash: rows of the working half are read when the verifier is improved, of the report half only these totals are
shown. Peer: ${peer.join(", ")}.

${formatTable(["frame", ">right", ">wrong", "grader", ...halves.flatMap(columnsOf)], results.flatMap(formatFrame))}

## The frames

${results.map(({ frame }) => `- **${frame.name}**: ${frame.about}.`).join("\n")}
`;
}

function columnsOf(half: Half): string[] {
  return [`>${half} half: refused`, ">undecided", ">paid"];
}

function formatFrame({ frame, byHalf }: FrameResult): (string | number)[][] {
  const [right, wrong] = [countRight, countWrong].map((count) =>
    halves.reduce((sum, half) => sum + count(byHalf[half].ours), 0),
  ) as [number, number];
  const cells = (grader: "ours" | "peer") => halves.flatMap((half) => formatTally(byHalf[half][grader]));
  return [
    [frame.name, right, wrong, "Touchstone", ...cells("ours")],
    ["", "", "", "math-verify", ...cells("peer")],
  ];
}

function countRight({ positives }: LabelTally): number {
  return positives;
}

function countWrong({ rows, positives }: LabelTally): number {
  return rows - positives;
}

function formatTally(tally: LabelTally): string[] {
  const { positives, paid, falseNegatives, falsePositives } = tally;
  return [
    formatShare(falseNegatives, positives),
    formatShare(positives - paid - falseNegatives, positives),
    `${falsePositives} of ${countWrong(tally)}`,
  ];
}
