import fc from "fast-check";
import { expect, test } from "vitest";
import { isPaid } from "../kinds/kind-table.test-support.ts";
import { restoreEscapes } from "./restore-escapes.ts";

test.each([
  ["\text{cm}", "\\text{cm}"],
  ["2 \times 3", "2 \\times 3"],
  ["\frac{1}{2}", "\\frac{1}{2}"],
  ["\boxed{5}", "\\boxed{5}"],
  ["( 5 \right)", "( 5 \\right)"],
  ["x \neq 1", "x \\neq 1"],
  ["\vec{v}", "\\vec{v}"],
])("%j gets its backslashes back", (text, restored) => {
  expect(restoreEscapes(text)).toBe(restored);
});

test.each(["5\tapples", "a\nnew line", "1\n2", "\texture", "3\rrights", "\t", ""])("%j stays", (text) => {
  expect(restoreEscapes(text)).toBe(text);
});

test.each([
  ["\\frac12", "\frac{1}{2}"],
  ["5 \\text{ cm}", "5 \text{ cm}"],
  ["60^\\circ 42'", "60^\textcirc 42'"],
])("%j and %j are one answer", (gold, answer) => {
  expect([isPaid(gold, answer), isPaid(answer, gold)]).toEqual([true, true]);
});

test("a text without control characters is untouched", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/[\b\t\n\v\f\r]/.test(text));
      expect(restoreEscapes(text)).toBe(text);
    }),
  );
});
