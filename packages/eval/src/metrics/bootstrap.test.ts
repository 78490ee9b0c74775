import { describe, expect, it } from "vitest";
import {
  bootstrapMean,
  bootstrapMeans,
  mapResamples,
  type ProblemTable,
  percentileInterval,
} from "./bootstrap.ts";
import { quantileOfSorted } from "./quantile.ts";
import { createDrawInt } from "./random.ts";

function createTable(rows: number[][]): ProblemTable {
  return { rows: rows.length, columns: rows[0]!.length, values: Float64Array.from(rows.flat()) };
}

describe("bootstrapMeans", () => {
  it("equals resampling row by row with the same draws", () => {
    const rows = [
      [0, 1],
      [0.5, 0.2],
      [0, 1],
      [1, 0],
      [0.5, 0.2],
    ];
    const { means } = bootstrapMeans(createTable(rows), { resamples: 50, seed: 7 });
    const drawInt = createDrawInt(7);
    for (let r = 0; r < 50; r++) {
      const sum = [0, 0];
      for (let i = 0; i < rows.length; i++) {
        const row = rows[drawInt(rows.length)]!;
        sum[0]! += row[0]!;
        sum[1]! += row[1]!;
      }
      expect(means[2 * r]).toBeCloseTo(sum[0]! / 5, 12);
      expect(means[2 * r + 1]).toBeCloseTo(sum[1]! / 5, 12);
    }
  });

  it("is the same for the same seed and differs for another", () => {
    const table = createTable([[0], [1], [0.3], [0.9]]);
    const draw = (seed: number): number[] => [...bootstrapMeans(table, { resamples: 100, seed }).means];
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it("pairs columns: a constant difference has no spread", () => {
    const table = createTable([0.1, 0.5, 0.9, 0.2].map((x) => [x, x + 0.05]));
    const differences = mapResamples(bootstrapMeans(table, { resamples: 500 }), (row) => row[1]! - row[0]!);
    const { low, high } = percentileInterval(0.05, differences);
    expect(low).toBeCloseTo(0.05, 12);
    expect(high).toBeCloseTo(0.05, 12);
  });

  it("reports progress up to the end and refuses impossible requests", () => {
    const seen: number[] = [];
    bootstrapMeans(createTable([[1]]), { resamples: 600, onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([250, 500, 600]);
    expect(() => bootstrapMeans(createTable([[1]]), { resamples: 0 })).toThrowError(/positive integer/);
    expect(() => bootstrapMeans({ rows: 0, columns: 1, values: new Float64Array() })).toThrowError(
      /at least one problem/,
    );
  });

  it("covers the true mean about as often as it says", () => {
    // 400 experiments of 60 problems with pass rates from a uniform distribution of mean 0.5.
    const drawInt = createDrawInt(99);
    let covered = 0;
    for (let experiment = 0; experiment < 400; experiment++) {
      const values = Array.from({ length: 60 }, () => drawInt(1_000_001) / 1_000_000);
      const { low, high } = bootstrapMean(values, { resamples: 400, seed: experiment });
      if (low <= 0.5 && 0.5 <= high) covered++;
    }
    // Binomial(400, 0.95) lies in [0.925, 0.975] with probability 0.98; percentile intervals run a little narrow.
    expect(covered / 400).toBeGreaterThan(0.915);
    expect(covered / 400).toBeLessThan(0.98);
  });
});

describe("quantileOfSorted", () => {
  it("interpolates, and does not mix with infinity", () => {
    expect(quantileOfSorted([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantileOfSorted([1, 2, 3], 1)).toBe(3);
    expect(quantileOfSorted([], 0.5)).toBeNaN();
    expect(quantileOfSorted([1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], 0.9)).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(quantileOfSorted([1, 2, Number.POSITIVE_INFINITY], 0.5)).toBe(2);
  });
});

describe("createDrawInt", () => {
  it("draws every value about equally often", () => {
    const drawInt = createDrawInt(3);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) counts[drawInt(10)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // 99.9 % quantile of chi-square with 9 degrees of freedom.
    expect(chiSquare).toBeLessThan(27.9);
  });
});
