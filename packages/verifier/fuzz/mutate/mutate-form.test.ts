import { expect, test } from "vitest";
import { drawFresh } from "../draw.ts";
import { compareTerms } from "../evaluate/compare-terms.ts";
import { drawForm } from "../tree/draw-form.ts";
import { drawTerm } from "../tree/draw-term.ts";
import { mutateForm } from "./mutate-form.ts";
import { mutateTerm } from "./mutate-term.ts";

test("a mutated term has another value", () => {
  const rules = new Set<string>();
  for (let index = 0; index < 3000; index++) {
    const draw = drawFresh(3, "mutate test", index);
    const term = drawTerm(draw);
    const mutated = mutateTerm(term, draw);
    if (mutated === undefined) continue;
    rules.add(mutated.rule);
    // A tiny constant is beyond doubles; it is certain by construction.
    if (mutated.rule !== "add a tiny constant") expect(compareTerms(term, mutated.term)).toBe("apart");
  }
  expect(rules.size).toBeGreaterThanOrEqual(15);
});

test("every kind of answer but degrees and matrices has mutations of its own", () => {
  const rules = new Set<string>();
  for (let index = 0; index < 6000; index++) {
    const draw = drawFresh(4, "mutate test", index);
    const mutated = mutateForm(drawForm(draw), draw);
    if (mutated !== undefined) rules.add(mutated.rule);
  }
  for (const rule of [
    "swap two items",
    "drop an element",
    "open or close an end",
    "drop the percent sign",
    "another unit",
    "swap assigned values",
    "another variable on the left",
    "turn a ratio over",
    "drop the base",
    "another base",
    "another option",
    "another text",
  ])
    expect(rules).toContain(rule);
});
