import { describe, expect, it } from "vitest";
import { type Approx, divApprox, isApart } from "./approx.ts";

const exactly = (re: number, im = 0): Approx => ({ re, im, err: 0 });

describe("divApprox", () => {
  it.each([
    ["ordinary sizes", exactly(1, 2), exactly(3, -4), exactly(-0.2, 0.4)],
    ["a divisor whose square overflows", exactly(0, 3), exactly(1e210), exactly(0, 3e-210)],
    ["a complex divisor whose square overflows", exactly(2e200), exactly(1e200, 1e200), exactly(1, -1)],
    ["a divisor whose square underflows", exactly(1e-200, 1e-200), exactly(1e-200), exactly(1, 1)],
  ])("keeps its bound with %s", (_, a, b, quotient) => {
    const result = divApprox(a, b);
    expect(isApart(result, quotient)).toBe(false);
    expect(Number.isNaN(result.re)).toBe(false);
    expect(result.err).toBeLessThan(1e-14 * Math.hypot(quotient.re, quotient.im));
  });

  it("is unknown where the divisor may be 0", () => {
    expect(divApprox(exactly(1), { re: 1e-9, im: 0, err: 1e-8 }).re).toBeNaN();
  });
});
