import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EvaluationError } from "../errors.ts";
import { computeMeanPassCurve, computePassCurve, passAtK } from "./pass-at-k.ts";
import { passHatK } from "./pass-hat-k.ts";

/** Every subset of k of n samples, the first c of them correct. */
function enumerateSubsets(n: number, c: number, k: number): { anyCorrect: number; allCorrect: number } {
  let subsets = 0;
  let any = 0;
  let all = 0;
  for (let mask = 0; mask < 2 ** n; mask++) {
    const chosen = Array.from({ length: n }, (_, i) => i).filter((i) => (mask >> i) & 1);
    if (chosen.length !== k) continue;
    subsets++;
    const correct = chosen.filter((i) => i < c).length;
    if (correct > 0) any++;
    if (correct === k) all++;
  }
  return { anyCorrect: any / subsets, allCorrect: all / subsets };
}

const countsArbitrary = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.record({ n: fc.constant(n), c: fc.integer({ min: 0, max: n }) }));

describe("pass@k", () => {
  it("equals the enumeration of all subsets", () => {
    for (let n = 1; n <= 9; n++) {
      for (let c = 0; c <= n; c++) {
        const curve = computePassCurve({ n, c });
        for (let k = 1; k <= n; k++) {
          const { anyCorrect, allCorrect } = enumerateSubsets(n, c, k);
          expect(curve[k - 1]).toBeCloseTo(anyCorrect, 12);
          expect(passAtK(n, c, k)).toBeCloseTo(anyCorrect, 12);
          expect(passHatK(n, c, k)).toBeCloseTo(allCorrect, 12);
        }
      }
    }
  });

  it("grows with k and with c, starts at c/n and ends at whether anything was solved", () => {
    fc.assert(
      fc.property(countsArbitrary, ({ n, c }) => {
        const curve = computePassCurve({ n, c });
        expect(curve[0]).toBeCloseTo(c / n, 12);
        expect(curve[n - 1]).toBe(c > 0 ? 1 : 0);
        for (let k = 1; k < n; k++) expect(curve[k]!).toBeGreaterThanOrEqual(curve[k - 1]!);
        if (c < n) {
          const better = computePassCurve({ n, c: c + 1 });
          for (let k = 0; k < n; k++) expect(better[k]!).toBeGreaterThanOrEqual(curve[k]!);
        }
      }),
    );
  });

  it("stays exact where binomials overflow", () => {
    // C(100000, 50000) has 30,000 digits. With c = 1 pass@k is k/n.
    expect(passAtK(100_000, 1, 50_000)).toBeCloseTo(0.5, 9);
    expect(computePassCurve({ n: 100_000, c: 1 }, 50_000)[49_999]).toBeCloseTo(0.5, 9);
  });

  it("is unbiased: averaged over binomial draws of c it gives 1 - (1-p)^k", () => {
    const n = 12;
    const p = 0.23;
    let choose = 1;
    const means = new Float64Array(n);
    for (let c = 0; c <= n; c++) {
      const weight = choose * p ** c * (1 - p) ** (n - c);
      const curve = computePassCurve({ n, c });
      for (let i = 0; i < n; i++) means[i]! += weight * curve[i]!;
      choose = (choose * (n - c)) / (c + 1);
    }
    means.forEach((mean, i) => {
      expect(mean).toBeCloseTo(1 - (1 - p) ** (i + 1), 12);
    });
  });

  it("refuses k above n and impossible counts, with a code and a way out", () => {
    expect(() => passAtK(4, 2, 5)).toThrowError(expect.objectContaining({ code: "K_TOO_LARGE" }));
    expect(() => passAtK(4, 2, 5)).toThrowError(/Lower k or draw more samples/);
    expect(() => passAtK(4, 5, 1)).toThrowError(expect.objectContaining({ code: "ARGUMENT_INVALID" }));
    expect(() => passAtK(4, 2, 0)).toThrowError(EvaluationError);
    expect(() => passAtK(4, 2, 1.5)).toThrowError(EvaluationError);
    expect(() => computePassCurve({ n: 0, c: 0 })).toThrowError(EvaluationError);
  });
});

describe("mean pass@k", () => {
  it("averages problems and stops at the smallest n", () => {
    const problems = [
      { n: 4, c: 2 },
      { n: 2, c: 0 },
    ];
    expect([...computeMeanPassCurve(problems)]).toEqual([0.25, expect.closeTo(5 / 12, 12)]);
    expect(() => computeMeanPassCurve(problems, 3)).toThrowError(
      expect.objectContaining({ code: "K_TOO_LARGE" }),
    );
    expect(() => computeMeanPassCurve([])).toThrowError(expect.objectContaining({ code: "NO_SAMPLES" }));
  });
});
