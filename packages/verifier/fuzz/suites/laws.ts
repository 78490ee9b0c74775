import {
  areEqual as compareWith,
  type GradeItem,
  type GradeOptions,
  gradeAnswer,
  type Verdict,
} from "@touchstone/verifier/answer";
import type { Draw } from "../draw.ts";
import { mutateForm } from "../mutate/mutate-form.ts";
import { rewriteForm } from "../rewrite/rewrite-form.ts";
import type { Find, Suite } from "../suite.ts";
import { drawForm } from "../tree/draw-form.ts";
import { valuePolicy } from "../value-policy.ts";
import { writeAnswer } from "../write/write-form.ts";

/** Two answers that are near each other: rewritten, mutated or unrelated. */
function drawPair(draw: Draw): readonly [string, string] {
  const form = drawForm(draw);
  const other = draw.pick([
    () => rewriteForm(form, draw).form,
    () => mutateForm(form, draw)?.form ?? form,
    () => drawForm(draw),
  ])();
  return [writeAnswer(form, draw), writeAnswer(other, draw)];
}

function broken(rule: string, gold: string, answer: string, results: readonly unknown[]): Find {
  const message = `${rule}: ${JSON.stringify(gold)} and ${JSON.stringify(answer)} gave ${results.join(" and ")}`;
  return { rule, message, detail: { gold, answer, results } };
}

function areEqual(
  gold: string,
  answer: string,
  options: GradeOptions = {},
): "equal" | "different" | "undecided" {
  return compareWith(gold, answer, { ...options, policy: valuePolicy });
}

function checkPair(gold: string, answer: string): Find | undefined {
  const result = areEqual(gold, answer);
  const itself = areEqual(gold, gold);
  if (itself === "different") return broken("not equal to itself", gold, gold, [itself]);
  // A letter alone may be a variable, and an option only where the gold is one.
  const turned = isLoneLetter(gold) || isLoneLetter(answer) ? result : areEqual(answer, gold);
  const isContrary = (other: string) => other !== result && other !== "undecided" && result !== "undecided";
  if (isContrary(turned)) return broken("not symmetric", gold, answer, [result, turned]);
  for (const key of ["a", "another key"]) {
    const keyed = areEqual(gold, answer, { key });
    if (isContrary(keyed)) return broken("depends on the key", gold, answer, [result, keyed]);
  }
  const richer = areEqual(gold, answer, { limits: { fuel: 8_000_000 } });
  if (isContrary(richer)) return broken("depends on the fuel", gold, answer, [result, richer]);
  return checkWays(gold, answer);
}

function isLoneLetter(text: string): boolean {
  return (
    text.replace(/\\(boxed|text|displaystyle)/g, "").replace(/[^A-Za-z]/g, "").length === 1 &&
    !/\d/.test(text)
  );
}

/** A bare answer and the same answer in a box get the same verdict, with or without other golds that do not match. */
function checkWays(gold: string, answer: string): Find | undefined {
  const bare = worth(gradeAnswer({ golds: [gold], candidate: { answer } }));
  if (answer.includes("\\boxed")) return undefined;
  const boxed = worth(
    gradeAnswer({ golds: [gold], candidate: { response: `So we find \\boxed{${answer}}` } }),
  );
  return bare === boxed ? undefined : broken("another verdict in a box", gold, answer, [bare, boxed]);
}

function worth(verdict: Verdict): string {
  return verdict.kind === "failure" ? verdict.failure : String(verdict.correct);
}

/** The verdicts of some items do not depend on which items came before them. */
function checkOrder(items: readonly GradeItem[], order: readonly number[]): Find | undefined {
  const first = items.map((item) => JSON.stringify(gradeAnswer(item)));
  for (const at of order) {
    const item = items[at];
    if (item === undefined) continue;
    const again = JSON.stringify(gradeAnswer(item));
    const answer = "answer" in item.candidate ? item.candidate.answer : "";
    if (again !== first[at])
      return broken("depends on the order", item.golds[0] ?? "", answer, [first[at], again]);
  }
  return undefined;
}

/** What holds for any two answers. */
export const laws: Suite = {
  name: "laws",
  about: "equality is reflexive and symmetric, and does not depend on key, fuel, order or a box",
  open: () => ({
    check(draw, tally) {
      const pairs = Array.from({ length: 4 }, () => drawPair(draw));
      tally.add("pairs", pairs.length);
      for (const [gold, answer] of pairs) {
        const find = checkPair(gold, answer);
        if (find !== undefined) return find;
      }
      const items = pairs.map(([gold, answer]): GradeItem => ({ golds: [gold], candidate: { answer } }));
      return checkOrder(items, draw.shuffle([0, 1, 2, 3]));
    },
  }),
};
