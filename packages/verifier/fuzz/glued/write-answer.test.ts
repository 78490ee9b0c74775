import { expect, test } from "vitest";
import { drawFresh, drawTape } from "../draw.ts";
import { areApart } from "./evaluate-tree.ts";
import { isTrap } from "./traps.ts";
import { number, power, product, sum, type Tree } from "./tree.ts";
import { widenTree } from "./widen-tree.ts";
import { writeGlued } from "./write-answer.ts";

const letter = (name: string): Tree => ({ kind: "letter", name });
const factorial = (of: Tree): Tree => ({ kind: "factorial", of });
const [x, y, n, k] = [letter("x"), letter("y"), letter("n"), letter("k")];
const sine: Tree = { kind: "call", name: "sin", base: "", of: x };

/** All that is written of a tree in many draws. */
function spellingsOf(tree: Tree): ReadonlySet<string | undefined> {
  return new Set(Array.from({ length: 600 }, (_, index) => writeGlued(tree, drawFresh(1, "test", index))));
}

test.each([
  [
    product(x, power(y, number(2))),
    ["xy^2", "x y^{2}", "x\\cdot y^2", "xy²", "x*y**2", "y^2x"],
    ["(xy)^2", "x^2y"],
  ],
  [product(n, factorial(k)), ["nk!", "n k!", "k!n", "n \\cdot k!"], ["(nk)!", "n!k", "kn!"]],
  [product(x, sine), ["x\\sin x", "xsinx", "xsin(x)", "\\sin(x)x"], ["sinxx", "\\sin xx", "\\sin x x"]],
  [product(n, power(number(2), n)), ["n2^n", "n 2^{n}", "2^nn", "n*2^n"], ["n2n", "2^n2"]],
  [
    power({ kind: "index", letter: "x", index: "1" }, number(2)),
    ["x_1^2", "x^2_1", "x^{2}_{1}", "x₁²"],
    ["x_{1^2}"],
  ],
  [
    { kind: "fraction", top: product(x, sine), bottom: number(2) } satisfies Tree,
    ["\\frac{x\\sin x}{2}", "\\frac12x\\sin x", "xsin(x)/2", "x\\sin(x)/2"],
    ["x\\sin x/2", "xsinx/2", "1/2xsinx"],
  ],
  [product(x, sum(y, number(1))), ["(y+1)x", "x\\cdot (y+1)"], ["xy+1"]],
])("tree %# is written as people write it, and never as they would read otherwise", (tree, some, none) => {
  const spellings = spellingsOf(tree);
  for (const text of some) expect([...spellings]).toContain(text);
  for (const text of none) expect([...spellings]).not.toContain(text);
});

test("the simplest draw is plain LaTeX", () => {
  expect(writeGlued(product(number(2), x, power(y, number(2))), drawTape([]))).toBe("2xy^{2}");
});

test.each(["cat", "5m", "3ms^{2}", "a\ue000sin(x)", "tan^{2}x", "\\frac12kg", "Na", "$mm$"])(
  "%s could be read otherwise",
  (text) => expect(isTrap(text)).toBe(true),
);

test.each(["xyz", "5mx", "x\ue000sinx", "2m+3k", "\\frac12mv^2y", "n\ue000logn", "2\ue000pir", "abck"])(
  "%s is plain",
  (text) => {
    expect(isTrap(text)).toBe(false);
  },
);

test("values tell trees apart, and not the orders of one", () => {
  expect(areApart(product(x, power(y, number(2))), power(product(x, y), number(2)))).toBe(true);
  expect(areApart(product(n, factorial(k)), factorial(product(n, k)))).toBe(true);
  expect(areApart(product(x, y), product(y, x))).toBe(false);
  expect(areApart(power(number(1), n), number(1))).toBe(false);
});

test("a widened tree has another value", () => {
  const tree = sum(product(x, power(y, number(2))), { kind: "fraction", top: sine, bottom: number(4) });
  const rules = new Set<string>();
  for (let index = 0; index < 200; index++) {
    const widened = widenTree(tree, drawFresh(1, "test", index));
    if (widened === undefined) continue;
    rules.add(widened.rule);
    expect(areApart(tree, widened.tree)).toBe(true);
  }
  expect([...rules]).toEqual(
    expect.arrayContaining([
      "a power takes the letter before it",
      "an argument takes the divisor",
      "two letters change places",
    ]),
  );
});
