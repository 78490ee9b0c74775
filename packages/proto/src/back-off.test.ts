import fc from "fast-check";
import { expect, test } from "vitest";
import { computeBackoffMs, createJitter, defaultRetry } from "./back-off.ts";

test("delays grow to the bound and stay between half of it and all of it", () => {
  const anyAttempt = fc.integer({ min: 1, max: 10_000 });
  const anyUniform = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(anyAttempt, anyUniform, (attempt, uniform) => {
      const delay = computeBackoffMs(attempt, defaultRetry, uniform);
      const ceiling = Math.min(defaultRetry.maxBackoffMs, defaultRetry.initialBackoffMs * 2 ** (attempt - 1));
      expect(delay).toBeGreaterThanOrEqual(ceiling / 2 - 0.5);
      expect(delay).toBeLessThanOrEqual(ceiling + 0.5);
    }),
  );
  expect([1, 2, 3, 7].map((attempt) => computeBackoffMs(attempt, defaultRetry, 0))).toEqual([
    100, 200, 400, 5000,
  ]);
});

test("jitter is fixed by its seed, differs between seeds, and is spread evenly", () => {
  const draw = (seed: number, count: number) => Array.from({ length: count }, createJitter(seed));
  expect(draw(7, 20)).toEqual(draw(7, 20));
  expect(draw(7, 20)).not.toEqual(draw(8, 20));
  const values = draw(1, 10_000);
  expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
});
