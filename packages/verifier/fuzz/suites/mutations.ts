import { mutateForm } from "../mutate/mutate-form.ts";
import type { Suite } from "../suite.ts";
import { drawForm } from "../tree/draw-form.ts";
import { compareByValue } from "../value-policy.ts";
import { writeAnswer } from "../write/write-form.ts";

/** An answer with another meaning must never be equal. */
export const mutations: Suite = {
  name: "mutations",
  about: "an answer whose value was changed is never equal",
  open: () => ({
    check(draw, tally) {
      const form = drawForm(draw);
      const mutated = mutateForm(form, draw);
      if (mutated === undefined) {
        tally.add("discarded");
        return undefined;
      }
      const [gold, answer] = [writeAnswer(form, draw), writeAnswer(mutated.form, draw)];
      const [result, turned] = [compareByValue(gold, answer), compareByValue(answer, gold)];
      tally.add(result);
      if (result !== "equal" && turned !== "equal") return undefined;
      const message = `equal after "${mutated.rule}": ${JSON.stringify(gold)} and ${JSON.stringify(answer)}`;
      return { rule: `${form.kind}: ${mutated.rule}`, message, detail: { gold, answer, result, turned } };
    },
  }),
};
