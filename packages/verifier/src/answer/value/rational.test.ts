import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fuel } from "../fuel.ts";
import {
  addRational,
  bitLength,
  divRational,
  formatRational,
  makeRational,
  mulRational,
  powRational,
  rationalToNumber,
} from "./rational.ts";

const fuel = new Fuel(1e12);
const big = fc.bigInt({ min: -(2n ** 300n), max: 2n ** 300n });
const positive = fc.bigInt({ min: 1n, max: 2n ** 300n });

test("bit lengths are exact around powers of two, where doubles round", () => {
  for (let bits = 50; bits < 1100; bits++)
    for (const value of [(1n << BigInt(bits)) - 1n, 1n << BigInt(bits), (1n << BigInt(bits)) + 1n])
      expect([bits, bitLength(value)]).toEqual([bits, value.toString(2).length]);
});

describe("rationals", () => {
  test("are kept in lowest terms with a positive denominator", () => {
    expect(formatRational(makeRational(6n, -4n, fuel))).toBe("-3/2");
    expect(formatRational(makeRational(0n, 7n, fuel))).toBe("0");
  });

  test("obey the field laws", () => {
    fc.assert(
      fc.property(big, positive, big, positive, (a, b, c, d) => {
        const x = makeRational(a, b, fuel);
        const y = makeRational(c, d, fuel);
        expect(addRational(x, y, fuel)).toEqual(makeRational(a * d + c * b, b * d, fuel));
        expect(mulRational(x, y, fuel)).toEqual(makeRational(a * c, b * d, fuel));
        if (c !== 0n) expect(mulRational(divRational(x, y, fuel), y, fuel)).toEqual(x);
      }),
      { seed: 5 },
    );
  });

  test("bit lengths are exact", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 200n }), (value) => {
        expect(bitLength(value)).toBe(value === 0n ? 0 : value.toString(2).length);
        expect(bitLength(-value)).toBe(bitLength(value));
      }),
      { seed: 5 },
    );
  });

  test("become the nearest double, also far outside its range of integers", () => {
    expect(rationalToNumber({ n: 1n, d: 3n })).toBe(1 / 3);
    expect(rationalToNumber({ n: 10n ** 400n, d: 10n ** 399n })).toBe(10);
    expect(rationalToNumber({ n: 10n ** 400n, d: 1n })).toBe(Number.POSITIVE_INFINITY);
    expect(rationalToNumber({ n: -1n, d: 10n ** 300n })).toBeCloseTo(-1e-300, 310);
    expect(rationalToNumber({ n: 2n ** 70n + 1n, d: 2n ** 70n })).toBe(1);
  });

  test("powers stop at the bit bound", () => {
    expect(powRational({ n: 2n, d: 3n }, -3n, 1000, fuel)).toEqual({ n: 27n, d: 8n });
    expect(powRational({ n: 2n, d: 1n }, 10n ** 9n, 1000, fuel)).toBeUndefined();
    expect(powRational({ n: -1n, d: 1n }, 10n ** 30n + 1n, 1000, fuel)).toEqual({ n: -1n, d: 1n });
    expect(powRational({ n: 0n, d: 1n }, -1n, 1000, fuel)).toBeUndefined();
  });
});
