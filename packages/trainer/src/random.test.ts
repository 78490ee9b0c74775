import { describe, expect, it } from "vitest";
import { createRandom } from "./random.ts";

const draw = (count: number, ...path: (string | number)[]) => {
  const random = createRandom(...path);
  return Array.from({ length: count }, () => random.next());
};

describe("createRandom", () => {
  it("gives equal streams for equal paths and different streams otherwise", () => {
    expect(draw(100, 1, "a")).toEqual(draw(100, 1, "a"));
    const paths: (string | number)[][] = [
      [1, "a"],
      [1, "b"],
      [2, "a"],
      ["1", "a"],
      [1, "a", 0],
      [1, "a", 1],
    ];
    const firsts = paths.map((path) => draw(3, ...path).join());
    expect(new Set(firsts).size).toBe(paths.length);
  });

  it("is uniform: mean and variance of 100,000 draws, and of the first draw over 10,000 paths", () => {
    const check = (values: number[], tolerance: number) => {
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
      expect(Math.abs(mean - 0.5)).toBeLessThan(tolerance);
      expect(Math.abs(variance - 1 / 12)).toBeLessThan(tolerance);
    };
    check(draw(100_000, 7), 0.005);
    check(
      Array.from({ length: 10_000 }, (_, i) => draw(1, "row", i)[0] ?? 0),
      0.015,
    );
  });

  it("forks without moving the parent", () => {
    const parent = createRandom(3);
    const first = parent.fork("x").next();
    parent.next();
    expect(parent.fork("x").next()).toBe(first);
  });

  it("shuffles to a permutation", () => {
    const list = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = createRandom(5).shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect([...shuffled].sort((x, y) => x - y)).toEqual(list);
  });

  it("refuses bounds that are not positive integers", () => {
    for (const bound of [0, -1, 1.5, Number.NaN])
      expect(() => createRandom(1).int(bound)).toThrow(RangeError);
  });
});
