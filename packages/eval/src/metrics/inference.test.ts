import { describe, expect, it } from "vitest";
import { adjustHolm } from "./holm.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { logBinomial, logGamma } from "./log-gamma.ts";
import { mcNemarExact } from "./mcnemar.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { signTest } from "./sign-test.ts";
import { seedInterval, studentCdf, studentQuantile } from "./student-t.ts";
import { wilsonInterval } from "./wilson.ts";

describe("special functions", () => {
  it("logGamma gives factorials and Gamma(1/2)", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      expect(Math.exp(logGamma(n)) / factorial).toBeCloseTo(1, 12);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(logBinomial(5, 6)).toBe(Number.NEGATIVE_INFINITY);
    expect(Math.exp(logBinomial(10, 3))).toBeCloseTo(120, 9);
  });

  it("incompleteBeta matches its closed forms", () => {
    for (const x of [0.01, 0.2, 0.5, 0.9]) {
      expect(incompleteBeta(x, 1, 3)).toBeCloseTo(1 - (1 - x) ** 3, 12);
      expect(incompleteBeta(x, 4, 1)).toBeCloseTo(x ** 4, 12);
      expect(incompleteBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 10);
    }
    expect(incompleteBeta(0, 2, 2)).toBe(0);
    expect(incompleteBeta(1, 2, 2)).toBe(1);
  });

  it("normalQuantile gives printed values", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 7);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 7);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
  });
});

describe("Student's t", () => {
  it("gives the printed 97.5 % quantiles", () => {
    const table: [number, number][] = [
      [1, 12.7062047],
      [2, 4.30265273],
      [4, 2.77644511],
      [7, 2.36462425],
      [30, 2.04227246],
    ];
    for (const [df, quantile] of table) {
      expect(studentQuantile(0.975, df)).toBeCloseTo(quantile, 6);
      expect(studentQuantile(0.025, df)).toBeCloseTo(-quantile, 6);
    }
  });

  it("has the Cauchy distribution at one degree of freedom", () => {
    for (const t of [-3, -0.5, 0, 2]) expect(studentCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 10);
  });

  it("gives half-widths in standard deviations for few seeds", () => {
    for (const [seeds, halfWidth] of [
      [3, 2.48],
      [5, 1.24],
      [8, 0.83],
      [16, 0.53],
    ] as const) {
      const values = Array.from({ length: seeds }, (_, i) => i);
      const { value, high, sd } = seedInterval(values);
      expect((high - value) / sd).toBeCloseTo(halfWidth, 1);
    }
  });

  it("tests a mean of zero", () => {
    // t = 2 / (1 / sqrt(3)) = 3.4641, df = 2: p = 0.0742.
    expect(seedInterval([1, 2, 3]).pValue).toBeCloseTo(0.0742, 4);
    expect(seedInterval([0, 0]).pValue).toBe(1);
    expect(seedInterval([0.1, 0.1])).toMatchObject({ value: 0.1, low: 0.1, high: 0.1, pValue: 0 });
    expect(() => seedInterval([1])).toThrowError(expect.objectContaining({ code: "ARGUMENT_INVALID" }));
  });
});

describe("wilsonInterval", () => {
  it("solves the score equation |p - c/n| = z sqrt(p(1-p)/n)", () => {
    for (const [n, c] of [
      [10, 3],
      [50, 1],
      [7, 7],
      [20, 0],
    ] as const) {
      const { low, high } = wilsonInterval({ n, c });
      for (const p of [low, high]) {
        if (p === 0 || p === 1) continue;
        expect(Math.abs(p - c / n)).toBeCloseTo(1.959964 * Math.sqrt((p * (1 - p)) / n), 6);
      }
    }
    expect(wilsonInterval({ n: 20, c: 0 }).low).toBe(0);
    expect(wilsonInterval({ n: 7, c: 7 }).high).toBe(1);
  });
});

describe("sign test and McNemar", () => {
  it("add up binomial tails", () => {
    expect(signTest(0, 0)).toBe(1);
    expect(signTest(5, 0)).toBeCloseTo(2 / 32, 12);
    expect(signTest(8, 2)).toBeCloseTo((2 * (1 + 10 + 45)) / 1024, 12);
    expect(signTest(2, 8)).toBeCloseTo(signTest(8, 2), 15);
    expect(signTest(3, 3)).toBe(1);
    // By exact integers: 2 * sum_{i<=16} C(52, i) / 2^52.
    let tail = 0n;
    let choose = 1n;
    for (let i = 0n; i <= 16n; i++) {
      tail += choose;
      choose = (choose * (52n - i)) / (i + 1n);
    }
    expect(mcNemarExact(16, 36)).toBeCloseTo(Number(2n * tail) / 2 ** 52, 12);
  });

  it("stays finite for thousands of problems", () => {
    expect(signTest(5000, 4000)).toBeGreaterThan(0);
    expect(signTest(5000, 4000)).toBeLessThan(1e-20);
    expect(signTest(50_000, 50_001)).toBeCloseTo(1, 2);
  });
});

describe("adjustHolm", () => {
  it("steps down, stays ordered and keeps the order given", () => {
    const adjusted = adjustHolm([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((value, i) => {
      expect(adjusted[i]).toBeCloseTo(value, 12);
    });
    expect(adjustHolm([])).toEqual([]);
    expect(adjustHolm([0.8, 0.9])).toEqual([1, 1]);
  });
});
