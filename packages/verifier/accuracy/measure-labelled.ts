import type { LabelledSet } from "./data-sets.ts";
import { gradeOurs, type OurVerdict, type Word } from "./grade-ours.ts";
import { gradePeer, readPeerWord } from "./grade-peer.ts";
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

/** What both graders made of a labelled set. */
export interface LabelledResult {
  readonly set: LabelledSet;
  readonly byKind: ReadonlyMap<string, { readonly ours: LabelTally; readonly peer: LabelTally }>;
  /** Rows by our word and the peer's, as `ours peer`. */
  readonly both: ReadonlyMap<string, number>;
  readonly disagreements: readonly DisagreementRow[];
  /** Ours under the policy of the labels. */
  readonly underLabelPolicy: LabelTally | undefined;
}

/** Grades every row with both graders; without a peer, with ours alone. */
export async function measureLabelled(
  set: LabelledSet,
  rows: readonly LabelledRow[],
  peer: Peer | undefined,
  onProgress: (done: number) => void = () => {},
): Promise<LabelledResult> {
  const byKind = new Map<string, { ours: LabelTally; peer: LabelTally }>();
  const both = new Map<string, number>();
  const disagreements: DisagreementRow[] = [];
  for (const [index, row] of rows.entries()) {
    const ours = gradeOurs(row, set.form);
    const outcome = peer === undefined ? undefined : await gradePeer(row, set.form, peer);
    const word: Word = outcome === undefined ? "unjudged" : readPeerWord(outcome);
    const kind = nameKind(row.gold);
    const tallies = byKind.get(kind) ?? { ours: createTally(), peer: createTally() };
    byKind.set(kind, tallies);
    addWord(tallies.ours, ours.word, row.label);
    addWord(tallies.peer, word, row.label);
    both.set(`${ours.word} ${word}`, (both.get(`${ours.word} ${word}`) ?? 0) + 1);
    if (ours.word !== (row.label ? "correct" : "incorrect"))
      disagreements.push({
        set: set.name,
        id: row.id,
        word: ours.word,
        gold: row.gold,
        label: row.label,
        ours,
        peer: outcome,
      });
    onProgress(index + 1);
  }
  return { set, byKind, both, disagreements, underLabelPolicy: tallyUnderLabelPolicy(set, rows) };
}

function tallyUnderLabelPolicy(set: LabelledSet, rows: readonly LabelledRow[]): LabelTally | undefined {
  if (set.labelPolicy === undefined) return undefined;
  const tally = createTally();
  for (const row of rows) addWord(tally, gradeOurs(row, set.form, set.labelPolicy).word, row.label);
  return tally;
}
