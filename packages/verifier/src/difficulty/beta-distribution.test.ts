import fc from "fast-check";
import { expect, test } from "vitest";
import { betaCdf, betaMoment, betaQuantile, logGamma } from "./beta-distribution.ts";

const close = (actual: number, expected: number, relative = 1e-11) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected) + 1e-300);

test("log-gamma at whole and half numbers", () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    close(Math.exp(logGamma(n)), factorial, 1e-13);
    factorial *= n;
  }
  close(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-13);
  close(logGamma(1e6), 12815504.569147613, 1e-14);
});

test.each([1, 2, 3, 8, 29, 1000])("quantiles of Beta(n, 1) and Beta(1, n) in closed form, n = %i", (n) => {
  for (const probability of [1e-9, 0.001, 0.05, 0.5, 0.95, 0.999]) {
    close(betaQuantile(probability, n, 1), probability ** (1 / n));
    close(betaQuantile(probability, 1, n), -Math.expm1(Math.log1p(-probability) / n));
  }
});

test("quantiles of the arcsine distribution, Beta(1/2, 1/2)", () => {
  for (const probability of [0.001, 0.1, 0.5, 0.9]) {
    close(betaQuantile(probability, 0.5, 0.5), Math.sin((Math.PI * probability) / 2) ** 2, 1e-10);
  }
});

/** P(X <= x) for whole parameters is a binomial tail: the chance of at least `a` successes in `a + b - 1` tries. */
function binomialTail(x: number, a: number, b: number): number {
  const tries = a + b - 1;
  let sum = 0;
  for (let k = a; k <= tries; k++) {
    let term = 1;
    for (let index = 0; index < k; index++) term *= (tries - index) / (k - index);
    sum += term * x ** k * (1 - x) ** (tries - k);
  }
  return sum;
}

test("the CDF for whole parameters is a binomial tail", () => {
  const anyCount = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(anyCount, anyCount, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, x) => {
      expect(Math.abs(betaCdf(x, a, b) - binomialTail(x, a, b))).toBeLessThan(1e-11);
    }),
  );
});

test("quantile and CDF undo each other, and quantiles grow with the probability", () => {
  const parameter = fc.double({ min: 0.05, max: 1e5, noNaN: true });
  const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(parameter, parameter, probability, probability, (a, b, p, q) => {
      const x = betaQuantile(p, a, b);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
      // Beside 1 the next number is 1e-16 away and may carry much of the mass.
      if (x > 1e-200 && x < 1 - 1e-9) expect(Math.abs(betaCdf(x, a, b) - p)).toBeLessThan(1e-6);
      // Probabilities that differ in their last digits alone are below the precision promised.
      if (p < q * (1 - 1e-9)) expect(x).toBeLessThanOrEqual(betaQuantile(q, a, b) * (1 + 1e-10));
    }),
  );
});

test("moments: the mean, and uniform rates", () => {
  close(betaMoment(1, 3, 5), 3 / 8);
  close(betaMoment(2, 3, 5), (3 * 4) / (8 * 9));
  for (const power of [0, 1, 8]) close(betaMoment(power, 1, 1), 1 / (power + 1));
});
