import { gradeAnswer, parseAnswer } from "@touchstone/verifier/answer";
import { toPeerPair } from "./grade-peer.ts";
import type { Peer } from "./peer/peer-process.ts";
import { type Rewriting, rewriteGold } from "./rewrite-gold.ts";

/** How a grader fares on golds and their rewritings. */
export interface GoldTally {
  golds: number;
  read: number;
  /** Rewritings of the same value, and how many of them are graded correct. */
  equal: number;
  equalPaid: number;
  /** Rewritings of another value, and how many of them are graded correct. */
  changed: number;
  changedPaid: number;
  /** Rewritings graded as they should be, and all, by the name of the rewriting. */
  readonly byRewriting: Map<string, { right: number; all: number }>;
}

/** What both graders made of a set of golds: ours on all and on the peer's sample, the peer on its sample. */
export interface GoldResult {
  readonly name: string;
  readonly all: GoldTally;
  readonly sample: GoldTally;
  readonly peer: GoldTally;
  /** What we do not read, and rewritings that we get wrong, as `rewriting: gold <> text` or `not read: gold`. */
  readonly misses: readonly string[];
}

type Ask = (gold: string, text: string) => Promise<"paid" | "refused" | "gold not read">;

/** Grades golds against their rewritings; `isSampled` picks those that the peer is asked about too. */
export async function measureGolds(
  name: string,
  golds: readonly string[],
  options: { readonly peer: Peer | undefined; readonly isSampled: (gold: string) => boolean },
): Promise<GoldResult> {
  const { peer, isSampled } = options;
  const result = {
    name,
    all: emptyTally(),
    sample: emptyTally(),
    peer: emptyTally(),
    misses: [] as string[],
  };
  for (const gold of golds) {
    const rewritings = rewriteGold(gold);
    await addGold(result.all, gold, rewritings, askOurs, result.misses);
    if (peer === undefined || !isSampled(gold)) continue;
    await addGold(result.sample, gold, rewritings, askOurs);
    await addGold(result.peer, gold, rewritings, (text, other) => askPeer(peer, text, other));
  }
  return result;
}

function emptyTally(): GoldTally {
  return { golds: 0, read: 0, equal: 0, equalPaid: 0, changed: 0, changedPaid: 0, byRewriting: new Map() };
}

async function addGold(
  tally: GoldTally,
  gold: string,
  rewritings: readonly Rewriting[],
  ask: Ask,
  misses?: string[],
): Promise<void> {
  tally.golds++;
  let isRead = true;
  for (const { name, text, isEqual } of rewritings) {
    const outcome = await ask(gold, text);
    if (name === "itself" && outcome === "gold not read") isRead = false;
    tally[isEqual ? "equal" : "changed"]++;
    if (outcome === "paid") tally[isEqual ? "equalPaid" : "changedPaid"]++;
    const counts = tally.byRewriting.get(name) ?? { right: 0, all: 0 };
    tally.byRewriting.set(name, counts);
    counts.all++;
    if ((outcome === "paid") === isEqual) counts.right++;
    if ((outcome === "paid") !== isEqual && isRead) misses?.push(`${name}: ${gold} <> ${text}`);
  }
  if (isRead) tally.read++;
  else misses?.push(`not read: ${gold}`);
}

const askOurs: Ask = async (gold, text) => {
  if (parseAnswer(gold).kind !== "answer") return "gold not read";
  // A rewriting is arithmetic left undone; what is measured is whether its value is seen.
  const policy = { unevaluated: "accept" } as const;
  const verdict = gradeAnswer({ golds: [gold], candidate: { answer: text } }, { policy });
  return verdict.kind === "score" && verdict.correct ? "paid" : "refused";
};

async function askPeer(peer: Peer, gold: string, text: string): ReturnType<Ask> {
  const { outcome } = await peer.ask(toPeerPair(gold, text, "answer"));
  if (outcome === "no_gold") return "gold not read";
  return outcome === "correct" ? "paid" : "refused";
}
