import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fuel } from "../fuel.ts";
import type { Rational } from "../value/rational.ts";
import { type Ball, BallField, ballToNumber, isAroundZero, NoBall, topBit } from "./ball.ts";
import { arctanBall, expBall, lnBall, piBall, sinCosBall } from "./ball-functions.ts";

const field = new BallField(192, new Fuel(1e12));
const of = (n: number, d = 1): Ball => field.fromRational({ n: BigInt(n), d: BigInt(d) });

/** First 50 digits after the decimal point of the midpoint. */
function digits(ball: Ball): string {
  const scaled = (ball.m * 10n ** 50n) / 2n ** BigInt(-ball.e);
  const text = scaled.toString().padStart(51, "0");
  return `${text.slice(0, -50)}.${text.slice(-50)}`;
}

describe("constants and functions to 50 digits", () => {
  test.each([
    ["pi", piBall(field), "3.14159265358979323846264338327950288419716939937510"],
    ["e", expBall(field, of(1)), "2.71828182845904523536028747135266249775724709369995"],
    ["sqrt 2", field.sqrt(of(2)), "1.41421356237309504880168872420969807856967187537694"],
    ["ln 2", lnBall(field, of(2)), "0.69314718055994530941723212145817656807550013436025"],
    ["ln 10", lnBall(field, of(10)), "2.30258509299404568401799145468436420760110148862877"],
    ["arctan 5 / 1", arctanBall(field, of(5)), "1.37340076694501586086127192644496114865099959583529"],
  ])("%s", (_name, ball, expected) => {
    expect(digits(ball).slice(0, 47)).toBe(expected.slice(0, 47));
    expect(ball.r).toBeLessThan(-170);
  });
});

describe("enclosures hold", () => {
  const value = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 997 }));
  const near = (ball: Ball, expected: number) =>
    expect(Math.abs(ballToNumber(ball) - expected)).toBeLessThanOrEqual(
      1e-12 * Math.max(1, Math.abs(expected)),
    );
  const runs = { numRuns: 200, seed: 11 };

  test("of functions, against doubles", () => {
    fc.assert(
      fc.property(value, ([n, d]) => {
        const x = of(n, d);
        const [sin, cos] = sinCosBall(field, x);
        near(sin, Math.sin(n / d));
        near(cos, Math.cos(n / d));
        near(arctanBall(field, x), Math.atan(n / d));
        if (n > 0) near(lnBall(field, x), Math.log(n / d));
        if (Math.abs(n / d) < 300) near(expBall(field, x), Math.exp(n / d));
      }),
      runs,
    );
  });

  test("of identities: sin² + cos² = 1, e^ln x = x, sqrt x² = x", () => {
    fc.assert(
      fc.property(value, ([n, d]) => {
        const [sin, cos] = sinCosBall(field, of(n, d));
        expectZero(field.sub(field.add(field.mul(sin, sin), field.mul(cos, cos)), of(1)));
        if (n <= 0) return;
        const x = of(n, d);
        expectZero(field.sub(expBall(field, lnBall(field, x)), x));
        expectZero(field.sub(field.sqrt(field.mul(x, x)), x));
      }),
      runs,
    );
  });

  test("of field operations, against exact fractions", () => {
    fc.assert(
      fc.property(value, value, ([a, b], [c, d]) => {
        const [x, y] = [of(a, b), of(c, d)];
        expectZero(field.sub(field.add(x, y), exact({ n: BigInt(a * d + c * b), d: BigInt(b * d) })));
        expectZero(field.sub(field.mul(x, y), exact({ n: BigInt(a * c), d: BigInt(b * d) })));
        if (c !== 0) expectZero(field.sub(field.div(x, y), exact({ n: BigInt(a * d), d: BigInt(b * c) })));
      }),
      runs,
    );
  });

  const exact = (value: Rational): Ball => field.fromRational(value);

  function expectZero(ball: Ball): void {
    expect(isAroundZero(ball)).toBe(true);
    expect(Math.max(topBit(ball), ball.r)).toBeLessThan(-150);
  }
});

test("no value: division by a ball around 0, ln of 0, exponents past every bound", () => {
  expect(() => field.div(of(1), field.sub(of(1, 3), of(1, 3)))).toThrow(NoBall);
  expect(() => lnBall(field, of(0))).toThrow(NoBall);
  expect(() => lnBall(field, of(-1))).toThrow(NoBall);
  expect(() => expBall(field, field.scale(of(1), 60))).toThrow(NoBall);
});

test("huge and tiny numbers stay apart", () => {
  const a = field.scale(of(1), -30_000);
  const b = field.scale(of(3), -30_001);
  expect(isAroundZero(field.sub(a, b))).toBe(false);
});
