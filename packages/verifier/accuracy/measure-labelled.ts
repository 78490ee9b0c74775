import type { LabelledSet } from "./data-sets.ts";
import { gradeOurs, type OurVerdict, type Word } from "./grade-ours.ts";
import { gradePeer, readPeerWord } from "./grade-peer.ts";
import type { Half } from "./halves.ts";
import type { Disagreement } from "./judgements.ts";
import type { LabelledRow } from "./load-rows.ts";
import { nameKind } from "./name-kind.ts";
import type { Peer, PeerOutcome } from "./peer/peer-process.ts";
import { addWord, createTally, type LabelTally } from "./tally.ts";

/** A row on which we differ from the label, with all that a reader needs. */
export interface DisagreementRow extends Disagreement {
  readonly gold: string;
  readonly label: boolean;
  readonly ours: OurVerdict;
  readonly peer: PeerOutcome | undefined;
}

/** Both graders on the rows of one half. */
export interface HalfTallies {
  readonly ours: LabelTally;
  readonly peer: LabelTally;
  /** Ours under the policy of the labels. */
  readonly underLabelPolicy: LabelTally | undefined;
}

/** What both graders made of a labelled set: totals of both halves, and more of the working half. */
export interface LabelledResult {
  readonly set: LabelledSet;
  readonly byHalf: Readonly<Record<Half, HalfTallies>>;
  /** Of the working half. */
  readonly byKind: ReadonlyMap<string, { readonly ours: LabelTally; readonly peer: LabelTally }>;
  /** Rows of the working half by our word and the peer's, as `ours peer`. */
  readonly both: ReadonlyMap<string, number>;
  /** Of the working half. */
  readonly disagreements: readonly DisagreementRow[];
}

/** Grades every row with both graders; without a peer, with ours alone. Of the report half only totals are kept. */
export async function measureLabelled(
  set: LabelledSet,
  rows: readonly LabelledRow[],
  peer: Peer | undefined,
  onProgress: (done: number) => void = () => {},
): Promise<LabelledResult> {
  const byHalf = { working: createTallies(set), report: createTallies(set) };
  const byKind = new Map<string, { ours: LabelTally; peer: LabelTally }>();
  const both = new Map<string, number>();
  const disagreements: DisagreementRow[] = [];
  for (const [index, row] of rows.entries()) {
    const ours = gradeOurs(row, set.form);
    const outcome = peer === undefined ? undefined : await gradePeer(row, set.form, peer);
    const word: Word = outcome === undefined ? "unjudged" : readPeerWord(outcome);
    addBoth(byHalf[row.half], ours.word, word, row.label);
    const { underLabelPolicy } = byHalf[row.half];
    if (underLabelPolicy !== undefined)
      addWord(underLabelPolicy, gradeOurs(row, set.form, set.labelPolicy).word, row.label);
    onProgress(index + 1);
    if (row.half === "report") continue;
    const kind = nameKind(row.gold);
    const tallies = byKind.get(kind) ?? { ours: createTally(), peer: createTally() };
    byKind.set(kind, tallies);
    addBoth(tallies, ours.word, word, row.label);
    both.set(`${ours.word} ${word}`, (both.get(`${ours.word} ${word}`) ?? 0) + 1);
    if (ours.word !== (row.label ? "correct" : "incorrect"))
      disagreements.push(describeRow(set.name, row, ours, outcome));
  }
  return { set, byHalf, byKind, both, disagreements };
}

function createTallies({ labelPolicy }: LabelledSet): HalfTallies {
  const underLabelPolicy = labelPolicy === undefined ? undefined : createTally();
  return { ours: createTally(), peer: createTally(), underLabelPolicy };
}

function addBoth(
  tallies: { ours: LabelTally; peer: LabelTally },
  ours: Word,
  peer: Word,
  label: boolean,
): void {
  addWord(tallies.ours, ours, label);
  addWord(tallies.peer, peer, label);
}

function describeRow(
  set: string,
  { id, gold, label }: LabelledRow,
  ours: OurVerdict,
  peer: PeerOutcome | undefined,
): DisagreementRow {
  return { set, id, word: ours.word, gold, label, ours, peer };
}
