import fc from "fast-check";
import { expect, test } from "vitest";
import { Fuel } from "../../answer/fuel.ts";
import type { Rational } from "../../answer/value/rational.ts";
import { haveCommonRoot } from "./polynomial.ts";

/** Coefficients of (x - r1)(x - r2)..., from the constant up. */
function withRoots(roots: readonly number[]): Rational[] {
  let coefficients = [1n];
  for (const root of roots) {
    const next = [0n, ...coefficients];
    coefficients.forEach((value, at) => {
      next[at] = (next[at] ?? 0n) - BigInt(root) * value;
    });
    coefficients = next;
  }
  return coefficients.map((n) => ({ n, d: 1n }));
}

test("two polynomials have a common root exactly where a root of one is a root of the other", () => {
  const roots = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(roots, roots, (a, b) => {
      const isShared = a.some((root) => b.includes(root));
      expect(haveCommonRoot(withRoots(a), withRoots(b), new Fuel(1_000_000))).toBe(isShared);
    }),
  );
});

test("roots need not be rational", () => {
  const [two, ...rest] = withRoots([0, 0]);
  const minusTwo: Rational[] = [{ n: -2n, d: 1n }, ...rest];
  expect(two).toEqual({ n: 0n, d: 1n });
  expect(haveCommonRoot(minusTwo, minusTwo, new Fuel(1000))).toBe(true);
  expect(haveCommonRoot(minusTwo, withRoots([1, 2]), new Fuel(1000))).toBe(false);
});
