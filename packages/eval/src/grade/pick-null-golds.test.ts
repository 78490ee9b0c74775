import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pickNullGolds } from "./pick-null-golds.ts";

const problem = (problemId: string, gold: string, stratum: string | null = null) => ({
  problemId,
  stratum,
  golds: [gold],
});

describe("pickNullGolds", () => {
  it("borrows a different answer from the same stratum, the same for the same seed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4), fc.nat(2)), { maxLength: 40 }),
        fc.nat(1000),
        (drawn, seed) => {
          const problems = drawn.map(([gold, stratum], i) => problem(`p${i}`, String(gold), String(stratum)));
          const borrowed = pickNullGolds(problems, seed);
          expect(borrowed).toEqual(pickNullGolds(problems, seed));
          for (const own of problems) {
            const others = problems.filter(
              (each) => each.stratum === own.stratum && each.golds[0] !== own.golds[0],
            );
            const golds = borrowed.get(own.problemId);
            if (others.length === 0) expect(golds).toBeUndefined();
            else expect(others.map((each) => each.golds[0])).toContain(golds?.[0]);
          }
        },
      ),
    );
  });

  it("uses every problem once as a lender when all answers differ", () => {
    const problems = Array.from({ length: 20 }, (_, i) => problem(`p${i}`, `g${i}`));
    const lent = [...pickNullGolds(problems, 5).values()].map((golds) => golds[0]);
    expect(new Set(lent).size).toBe(20);
  });
});
