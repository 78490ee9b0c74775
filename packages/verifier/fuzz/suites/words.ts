import { drawWordPair } from "../glued/draw-word.ts";
import { gradePair } from "../glued/grade-pair.ts";
import { nameShape } from "../glued/name-shape.ts";
import type { Suite } from "../suite.ts";

/** Words, quantities and chemical formulas in the spellings that people and models give them. */
export const words: Suite = {
  name: "words",
  bar: { right: "same", wrong: "other", paid: "paid", mostMissed: 0.02, mostPaid: 0.002 },
  about:
    "a word, quantity or chemical formula is itself in every spelling, and no other nor itself backwards",
  open: () => ({
    check(draw, tally) {
      const { rule, gold, answer, isSame } = drawWordPair(draw);
      const outcome = gradePair(gold, answer, draw);
      tally.add(`${isSame ? "same" : "other"} ${outcome}`);
      if (isSame === (outcome === "paid")) return undefined;
      const what = `${rule}, ${outcome}`;
      return {
        rule: `${what}: ${nameShape(gold)} and ${nameShape(answer)}`,
        shrinksAs: what,
        message: `${what}: ${JSON.stringify(gold)} and ${JSON.stringify(answer)}`,
        detail: { gold, answer },
      };
    },
  }),
};
