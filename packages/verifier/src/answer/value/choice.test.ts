import fc from "fast-check";
import { expect, test } from "vitest";
import { Fuel } from "../fuel.ts";
import { trimAnswer } from "../lex/trim-answer.ts";
import { mayBeChoice, readChoice } from "./choice.ts";

const parts = [
  "C",
  "(",
  ")",
  "[",
  "]",
  ".",
  ":",
  " ",
  "\\text{",
  "\\textbf{",
  "\\boxed{",
  "}",
  "option ",
  "Answer ",
  "or D",
  "12",
  "x+1",
  "\\frac",
  "$",
  "*",
];

test("the quick refusal refuses nothing that is an option", () => {
  const text = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 }).map((all) => all.join(""));
  let options = 0;
  fc.assert(
    fc.property(text, (source) => {
      if (readChoice(source, new Fuel(1e6)) === undefined) return;
      options++;
      expect([source, mayBeChoice(trimAnswer(source, new Fuel(1e6)))]).toEqual([source, true]);
    }),
    { numRuns: 5000, seed: 7 },
  );
  expect(options).toBeGreaterThan(50);
});

test.each(["x+1", "\\frac{1}{2}", "(1,2)", "[0,1)", "12", "sin(x)"])("%s is refused quickly", (text) => {
  expect(mayBeChoice(text)).toBe(false);
});
