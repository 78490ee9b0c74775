import type { Word } from "./grade-ours.ts";

/** Counts of a grader's words against labels. */
export interface LabelTally {
  rows: number;
  /** Rows labelled correct, and those of them that are paid. */
  positives: number;
  paid: number;
  /** Word and label say the same. */
  agreed: number;
  /** Paid against the label. */
  falsePositives: number;
  /** Refused against the label. */
  falseNegatives: number;
  /** No verdict. */
  unjudged: number;
}

/** An empty tally. */
export function createTally(): LabelTally {
  return { rows: 0, positives: 0, paid: 0, agreed: 0, falsePositives: 0, falseNegatives: 0, unjudged: 0 };
}

/** Counts one word. */
export function addWord(tally: LabelTally, word: Word, label: boolean): void {
  tally.rows++;
  if (label) tally.positives++;
  if (label && word === "correct") tally.paid++;
  if (word === "unjudged") tally.unjudged++;
  else if ((word === "correct") === label) tally.agreed++;
  else if (label) tally.falseNegatives++;
  else tally.falsePositives++;
}
