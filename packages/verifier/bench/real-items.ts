import type { GradeItem } from "@touchstone/verifier/answer";
import { goldSets, type LabelledSet, labelledSets } from "../accuracy/data-sets.ts";
import { toPeerPair } from "../accuracy/grade-peer.ts";
import { loadGolds, loadLabelled } from "../accuracy/load-rows.ts";
import type { PeerPair } from "../accuracy/peer/peer-process.ts";
import { pickSample } from "../accuracy/pick-sample.ts";
import { rewriteGold } from "../accuracy/rewrite-gold.ts";

/** A real item, as each grader is given it. */
export interface RealItem {
  readonly ours: GradeItem;
  readonly peer: PeerPair;
}

/** Responses of a labelled set that are used at most, so that no set outweighs the others. */
const mostOfASet = 600;

/** Distinct pairs of bare answers: golds with a rewriting of their own, golds with another gold, HardVerify-Math. */
export function createBareItems(dataFolder: string): RealItem[] {
  const pairs = new Map<string, readonly [string, string]>();
  const add = (gold: string, answer: string) => pairs.set(JSON.stringify([gold, answer]), [gold, answer]);
  for (const set of goldSets) {
    const golds = loadGolds(dataFolder, set);
    for (const [index, gold] of golds.entries()) {
      const rewritings = rewriteGold(gold);
      add(gold, rewritings[index % rewritings.length]!.text);
      add(gold, golds[(index + 1) % golds.length]!);
    }
  }
  const hard = labelledSets.filter(({ form }) => form === "answer");
  for (const { gold, text } of hard.flatMap((set) => loadLabelled(dataFolder, set))) add(gold, text);
  return mix([...pairs.values()].map(([gold, text]) => toItem(gold, text, "answer")));
}

/** Whole responses of the labelled sets, each with its gold. */
export function createResponseItems(dataFolder: string): RealItem[] {
  const whole = labelledSets.filter(({ form }) => form === "response");
  const rows = whole.flatMap((set) => {
    const all = loadLabelled(dataFolder, set);
    const picked = pickSample(
      all.map(({ id }) => id),
      mostOfASet,
    );
    return all.filter(({ id }) => picked.has(id));
  });
  return mix(rows.map(({ gold, text }) => toItem(gold, text, "response")));
}

function toItem(gold: string, text: string, form: LabelledSet["form"]): RealItem {
  const candidate = form === "answer" ? { answer: text } : { response: text };
  return { ours: { golds: [gold], candidate }, peer: toPeerPair(gold, text, form) };
}

/** Every slice of the list holds items of all sets: a fixed order that follows none of them. */
function mix(items: readonly RealItem[]): RealItem[] {
  const stride = 1009;
  const isPrimeTo = items.length % stride !== 0;
  return items.map((_, index) => items[isPrimeTo ? (index * stride) % items.length : index]!);
}
