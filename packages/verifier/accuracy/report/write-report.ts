import type { Matched } from "../judgements.ts";
import type { CrossResult } from "../measure-cross.ts";
import type { GoldResult } from "../measure-golds.ts";
import type { LabelledResult } from "../measure-labelled.ts";
import type { ToleranceResult } from "../measure-tolerances.ts";
import type { PeerVersions } from "../peer/peer-process.ts";
import { formatCross } from "./cross-section.ts";
import { formatDisagreements, formatRulings } from "./disagreement-section.ts";
import { formatGolds } from "./gold-section.ts";
import { formatLabelledSet, formatOverview } from "./labelled-section.ts";
import { formatTable } from "./markdown-table.ts";
import { formatTolerances } from "./tolerance-section.ts";

/** Everything the report tells. */
export interface ReportInput {
  readonly ourVersion: string;
  readonly peerVersions: PeerVersions;
  readonly policy: Readonly<Record<string, unknown>>;
  readonly labelled: readonly LabelledResult[];
  readonly byTolerance: readonly ToleranceResult[];
  readonly golds: readonly GoldResult[];
  readonly cross: readonly CrossResult[];
  readonly matched: Matched;
  /** Most golds of a set that the peer is asked about. */
  readonly goldSample: number;
}

/** The report as Markdown. */
export function writeReport(input: ReportInput): string {
  const { labelled, golds, cross, matched } = input;
  const parts = [
    "# Accuracy of answer grading",
    formatIndex(),
    formatProvenance(input),
    "## Against labels",
    "*Agree* is the share of rows with the label's verdict, *recall* the share of rows labelled correct that are paid. A *false positive* is paid against its label; *no verdict* is a gold that cannot be read or a comparison that cannot be decided, which is never paid and never scored 0. Labels are wrong at times, for both graders alike: only the disagreements of Touchstone were read and judged, below. Where the labels were made under another policy, Touchstone is also shown under that one.",
    "Every set is split by a hash of the problem into two halves. Rows of the *working half* are read, judged and worked with; of the *report half* nobody reads rows, and only these totals are printed. A verifier that was fitted to the rows it was shown would fall behind in the second.",
    formatOverview(labelled),
    "## Disagreements, judged by hand",
    "Of the working halves. *Label wrong*: the verdict is right. *Policy*: right under the defaults, and another policy pays as the label does. *Touchstone wrong*: a miss. *Open*: problem and answer do not settle it.",
    formatRulings(labelled, matched),
    "## What a tolerance costs",
    "Labels that forgive rounding are met by a relative tolerance, which pays for wrong numbers that are near as well: by default there is none. `hardverify_math` holds golds that were rounded by their authors; the other sets hardly do, and a tolerance only adds false positives there.",
    formatTolerances(input.byTolerance),
    "## Gold answers",
    `Each distinct gold against itself and rewritings of the same value (boxed, \`\\dfrac\`, without \`\\left\` and \`\\right\`, spaced signs, typographic minus, final point, fractions with a slash; scalars also doubled and halved, and with 1 added and taken off), and against the gold plus a thousandth, which must not be paid. The peer is slow, so both are also shown on the same sample of up to ${input.goldSample} golds a set, picked by hash.`,
    formatGolds(golds),
    "## Golds against each other",
    "Each distinct gold as an answer to every other gold of its set, Touchstone alone. Nearly all of them have different values: whatever is paid here is a false positive, or another spelling of the same value. All that is paid is listed for reading.",
    formatCross(cross),
    "## Every working half by kind of gold",
    ...labelled.map(formatLabelledSet),
    "## Every disagreement with a label in a working half",
    ...labelled.map((result) => formatDisagreements(result, matched)),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Where each bar of the project is measured. */
function formatIndex(): string {
  const pages = [
    ["answer grading", "this page", "`npm run accuracy`"],
    [
      "golds in labels, remarks, parts, units, conditions",
      "[frames](accuracy-frames.md)",
      "`npm run accuracy -- frames`",
    ],
    [
      "step checking: first errors, false alarms, right solutions",
      "[steps](accuracy-steps.md)",
      "`npm run accuracy -- steps`",
    ],
    [
      "shortcut detectors: false flags, corruptions, thresholds",
      "[shortcuts](accuracy-shortcuts.md)",
      "`npm run accuracy -- shortcuts`",
    ],
    [
      "difficulty: rollouts saved, problems lost",
      "[difficulty](accuracy-difficulty.md)",
      "`npm run bench -- difficulty`",
    ],
    ["answers graded wrongly, looked for by rules", "[fuzzing](fuzzing.md)", "`npm run fuzz`"],
  ];
  return formatTable(["what is measured", "where", "made by"], pages);
}

function formatProvenance({ ourVersion, peerVersions, policy }: ReportInput): string {
  const versions = Object.entries(peerVersions).map(([name, version]) => `${name} ${version}`);
  const settings = Object.entries(policy)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([name, value]) => `${name} ${String(value)}`);
  return [
    "Made by one command, with the public data sets of `TOUCHSTONE_DATA` and a Python that has the peer installed; the page is not edited by hand:",
    "```sh\npip install 'math-verify[antlr4_13_2]'\nTOUCHSTONE_PYTHON=python3 npm run accuracy\n```",
    `- Touchstone ${ourVersion}, default policy: ${settings.join(", ")}.`,
    `- Peer: ${versions.join(", ")}; its default extraction and time-outs, \`verify(gold, answer)\` in the order of its documentation, in a process that is killed after 30 s. Bare answers and golds without delimiters are put in \`$…$\`, which it reads best; whole responses are given as they are.`,
    "- Judgements: `packages/verifier/accuracy/judgements.yaml`. The command fails where a disagreement has none, or where one no longer fits.",
  ].join("\n\n");
}
