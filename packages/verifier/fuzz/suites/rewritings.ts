import { rewriteForm } from "../rewrite/rewrite-form.ts";
import type { Suite } from "../suite.ts";
import { drawForm } from "../tree/draw-form.ts";
import { compareByValue } from "../value-policy.ts";
import { writeAnswer } from "../write/write-form.ts";

/** An answer rewritten by the rules of mathematics must be equal. */
export const rewritings: Suite = {
  name: "rewritings",
  about: "an answer rewritten without changing its value is never different",
  open: () => ({
    check(draw, tally) {
      const form = drawForm(draw);
      const { form: other, rules } = rewriteForm(form, draw);
      if (rules.length === 0) {
        tally.add("discarded");
        return undefined;
      }
      const [gold, answer] = [writeAnswer(form, draw), writeAnswer(other, draw)];
      const result = compareByValue(gold, answer);
      tally.add(result);
      if (result !== "different") return undefined;
      const message = `different after ${rules.join(", ")}: ${JSON.stringify(gold)} and ${JSON.stringify(answer)}`;
      return { rule: `${form.kind}: ${rules[0]}`, message, detail: { gold, answer, result, rules } };
    },
  }),
};
