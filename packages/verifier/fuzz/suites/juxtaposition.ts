import type { Draw } from "../draw.ts";
import { drawTree } from "../glued/draw-tree.ts";
import { isOrdinary } from "../glued/evaluate-tree.ts";
import { gradePair } from "../glued/grade-pair.ts";
import { nameShape } from "../glued/name-shape.ts";
import { someTree, type Tree } from "../glued/tree.ts";
import { widenTree } from "../glued/widen-tree.ts";
import { writeGlued } from "../glued/write-answer.ts";
import type { Find, Suite, Tally } from "../suite.ts";

/** Letters side by side with marks: every spelling of a tree is equal to every other, and to none of another tree. */
export const juxtaposition: Suite = {
  name: "juxtaposition",
  bar: { right: "same", wrong: "other", paid: "paid", mostMissed: 0.02, mostPaid: 0.002 },
  about: "letters, marks and functions written side by side are read as a person reads them",
  open: () => ({
    shrinks: 2000,
    check: (draw, tally) => (draw.chance(2) ? checkWider(draw, tally) : checkSame(draw, tally)),
  }),
};

function checkSame(draw: Draw, tally: Tally): Find | undefined {
  const tree = drawTree(draw);
  const [gold, answer] = [writeGlued(tree, draw), writeGlued(tree, draw)];
  if (gold === undefined || answer === undefined || !isOrdinary(tree)) {
    tally.add("discarded");
    return undefined;
  }
  const outcome = gradePair(gold, answer, draw);
  tally.add(`same ${outcome}`);
  return outcome === "paid" ? undefined : report(`same, ${outcome}`, gold, answer);
}

function checkWider(draw: Draw, tally: Tally): Find | undefined {
  const tree = drawTree(draw);
  // Without a condition, k beside pi stands for every integer, so that another k is the same family.
  const isFamily = someTree(tree, (node) => node.kind === "pi") && someTree(tree, isParameter);
  const other = isFamily ? undefined : widenTree(tree, draw);
  const gold = writeGlued(tree, draw);
  const answer = other === undefined ? undefined : writeGlued(other.tree, draw);
  const isPair = other !== undefined && isOrdinary(tree) && isOrdinary(other.tree);
  if (!isPair || gold === undefined || answer === undefined) {
    tally.add("discarded");
    return undefined;
  }
  // Both ways round: what is left out may be the gold's or the answer's.
  const outcome = draw.chance(2) ? gradePair(answer, gold, draw) : gradePair(gold, answer, draw);
  tally.add(`other ${outcome}`);
  return outcome === "paid" ? report(`${other.rule}, paid`, gold, answer) : undefined;
}

function isParameter(node: Tree): boolean {
  return node.kind === "letter" && "knm".includes(node.name);
}

function report(what: string, gold: string, answer: string): Find {
  const message = `${what}: ${JSON.stringify(gold)} and ${JSON.stringify(answer)}`;
  const rule = `${what}: ${nameShape(gold)} and ${nameShape(answer)}`;
  return { rule, shrinksAs: what, message, detail: { gold, answer } };
}
