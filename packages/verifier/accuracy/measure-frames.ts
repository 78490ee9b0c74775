import { gradeAnswer } from "@touchstone/verifier/answer";
import { drawFresh } from "../fuzz/draw.ts";
import type { Frame, FrameRow, PublicGold } from "./frames/frame.ts";
import type { Word } from "./grade-ours.ts";
import { readPeerWord } from "./grade-peer.ts";
import type { Half } from "./halves.ts";
import type { Peer } from "./peer/peer-process.ts";
import { wrapAnswer } from "./peer/wrap-answer.ts";
import { pickSample } from "./pick-sample.ts";
import { addWord, createTally, type LabelTally } from "./tally.ts";

/** Both graders on the rows of one frame and half. */
export interface FrameTallies {
  readonly ours: LabelTally;
  readonly peer: LabelTally;
}

/** A frame with its tallies by half, and our misses of the working half. */
export interface FrameResult {
  readonly frame: Frame;
  readonly byHalf: Readonly<Record<Half, FrameTallies>>;
  readonly misses: readonly FrameMiss[];
}

/** A row of the working half that we refuse, pay or leave undecided against its truth. */
export interface FrameMiss extends FrameRow {
  readonly frame: string;
  readonly word: Word;
  readonly reason: string;
  readonly extracted: string | undefined;
}

/** The rows of a frame: those of up to `count` golds, the same ones in every run. */
export function makeRows(
  frame: Frame,
  golds: readonly PublicGold[],
  count: number,
): (FrameRow & { half: Half })[] {
  // By another hash than the halves, or the sample would lie in one of them.
  const nameRow = ({ text }: PublicGold) => `${frame.name} ${text}`;
  const taken = golds.filter((gold) => frame.takes(gold));
  const sample = pickSample(taken.map(nameRow), count);
  return taken
    .filter((gold) => sample.has(nameRow(gold)))
    .flatMap((gold) =>
      frame.make(gold, drawFresh(1, nameRow(gold), 0)).map((row) => ({ ...row, half: gold.half })),
    );
}

/** Grades the rows of a frame with both graders; without a peer, with ours alone. */
export async function measureFrame(
  frame: Frame,
  rows: readonly (FrameRow & { readonly half: Half })[],
  peer: Peer | undefined,
): Promise<FrameResult> {
  const create = (): FrameTallies => ({ ours: createTally(), peer: createTally() });
  const byHalf = { working: create(), report: create() };
  const misses: FrameMiss[] = [];
  for (const row of rows) {
    const { gold, response, isRight, half } = row;
    const ours = gradeFrameRow(row);
    addWord(byHalf[half].ours, ours.word, isRight);
    const isMiss = (ours.word === "correct") !== isRight;
    if (isMiss && half === "working") misses.push({ gold, response, isRight, frame: frame.name, ...ours });
    if (peer === undefined) continue;
    const { outcome } = await peer.ask({ gold: wrapAnswer(gold), answer: response });
    addWord(byHalf[half].peer, readPeerWord(outcome), isRight);
  }
  return { frame, byHalf, misses };
}

/** Our verdict on a row under the default policy, in short. */
export function gradeFrameRow({ gold, response, problem }: FrameRow): {
  readonly word: Word;
  readonly reason: string;
  readonly extracted: string | undefined;
} {
  const verdict = gradeAnswer({
    golds: [gold],
    candidate: { response },
    ...(problem === undefined ? {} : { problem }),
  });
  const extracted = verdict.extracted?.text;
  if (verdict.kind === "failure") return { word: "unjudged", reason: verdict.failure, extracted };
  return { word: verdict.correct ? "correct" : "incorrect", reason: verdict.reason, extracted };
}
