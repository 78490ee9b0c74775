import type { Suite } from "../suite.ts";
import { drawForm } from "../tree/draw-form.ts";
import { compareByValue } from "../value-policy.ts";
import { writeAnswer } from "../write/write-form.ts";

/** One answer written twice must be equal. */
export const spellings: Suite = {
  name: "spellings",
  about: "one answer written in two ways is equal to itself",
  open: () => ({
    check(draw, tally) {
      const form = drawForm(draw);
      const [gold, answer] = [writeAnswer(form, draw), writeAnswer(form, draw)];
      const result = compareByValue(gold, answer);
      tally.add(result);
      if (result === "equal" || (result === "undecided" && form.kind === "term")) return undefined;
      const message = `${result}: ${JSON.stringify(gold)} and ${JSON.stringify(answer)}`;
      return { rule: `${form.kind} ${result}`, message, detail: { gold, answer, result, kind: form.kind } };
    },
  }),
};
