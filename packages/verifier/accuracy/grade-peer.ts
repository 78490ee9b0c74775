import type { LabelledSet } from "./data-sets.ts";
import type { Word } from "./grade-ours.ts";
import type { LabelledRow } from "./load-rows.ts";
import type { Peer, PeerOutcome, PeerPair } from "./peer/peer-process.ts";
import { wrapAnswer } from "./peer/wrap-answer.ts";

/** Grades a row with the peer, fed its best way: bare answers in math delimiters, whole responses as they are. */
export async function gradePeer(
  row: LabelledRow,
  form: LabelledSet["form"],
  peer: Peer,
): Promise<PeerOutcome> {
  return (await peer.ask(toPeerPair(row.gold, row.text, form))).outcome;
}

/** The pair as the peer is given it. */
export function toPeerPair(gold: string, text: string, form: LabelledSet["form"]): PeerPair {
  return { gold: wrapAnswer(gold), answer: form === "answer" ? wrapAnswer(text) : text };
}

/** The peer's word: an answer that it finds none of is incorrect, a gold that it cannot read is no verdict. */
export function readPeerWord(outcome: PeerOutcome): Word {
  if (outcome === "correct") return "correct";
  return outcome === "incorrect" || outcome === "no_answer" ? "incorrect" : "unjudged";
}
