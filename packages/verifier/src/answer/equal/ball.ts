import type { Fuel } from "../fuel.ts";
import { absBig, bitLength, type Rational } from "../value/rational.ts";

/**
 * A real number m * 2^e known to within 2^r (r = -Infinity: exact). The bound is kept through every operation, so
 * balls that do not meet are different numbers for certain. Midpoint-radius arithmetic after van der Hoeven,
 * "Ball arithmetic" (2009).
 */
export interface Ball {
  readonly m: bigint;
  readonly e: number;
  readonly r: number;
}

/** Thrown where a ball has no value: division by a ball around 0, exponents past every bound, a branch cut. */
export class NoBall extends Error {
  /** The ball meets a branch cut: there is a value, on one side or the other. */
  readonly isOnCut: boolean;

  constructor(isOnCut: boolean) {
    super("The value cannot be enclosed.");
    this.name = "NoBall";
    this.isOnCut = isOnCut;
  }
}

const noBall = new NoBall(false);
const onCut = new NoBall(true);

/** Throws {@link NoBall}. */
export function failBall(): never {
  throw noBall;
}

/** Throws {@link NoBall} for a ball on a branch cut. */
export function failOnCut(): never {
  throw onCut;
}

/** Exact 0 and 1. */
export const zeroBall: Ball = { m: 0n, e: 0, r: Number.NEGATIVE_INFINITY };
export const oneBall: Ball = { m: 1n, e: 0, r: Number.NEGATIVE_INFINITY };

/** Largest binary exponent: beyond it a number is not worth comparing. */
const maxExponent = 2 ** 40;

/** Arithmetic on balls at a working precision of `bits`. Spends fuel by the size of the operands. */
export class BallField {
  readonly bits: number;
  readonly fuel: Fuel;
  /** A sum had a term that is not 0 and too small for the working precision: agreement then shows nothing about it. */
  hasLostTerm = false;

  constructor(bits: number, fuel: Fuel) {
    this.bits = bits;
    this.fuel = fuel;
  }

  /** Returns the ball cut to the working precision; its radius grows by what was cut. */
  round(m: bigint, e: number, r: number): Ball {
    this.fuel.spend(4 + this.bits / 32);
    const excess = bitLength(m) - this.bits - 32;
    if (excess <= 0) return this.checked(m, e, r);
    return this.checked(m >> BigInt(excess), e + excess, Math.max(r, e + excess) + 1);
  }

  private checked(m: bigint, e: number, r: number): Ball {
    if (!(Math.abs(e) < maxExponent) || r > maxExponent) failBall();
    return { m, e, r };
  }

  /** Returns an exact fraction as a ball. */
  fromRational(value: Rational): Ball {
    this.fuel.spend(4 + bitLength(value.n) / 16 + bitLength(value.d) / 16);
    const top = this.round(value.n, 0, Number.NEGATIVE_INFINITY);
    if (value.d === 1n) return top;
    return this.div(top, this.round(value.d, 0, Number.NEGATIVE_INFINITY));
  }

  add(a: Ball, b: Ball): Ball {
    const [low, high] = a.e <= b.e ? [a, b] : [b, a];
    const gap = high.e - low.e;
    const r = Math.max(a.r, b.r) + 1;
    if (Math.abs(topBit(a) - topBit(b)) > this.bits && !isAroundZero(a) && !isAroundZero(b))
      this.hasLostTerm = true;
    if (high.m === 0n)
      return { ...low, r: Math.max(low.r, high.r) + (high.r > Number.NEGATIVE_INFINITY ? 1 : 0) };
    if (gap > 2 * this.bits + 128) {
      if (low.m === 0n) return { ...high, r };
      return this.round(high.m, high.e, Math.max(r, topBit(low)) + 1);
    }
    return this.round((high.m << BigInt(gap)) + low.m, low.e, r);
  }

  negate(a: Ball): Ball {
    return { m: -a.m, e: a.e, r: a.r };
  }

  sub(a: Ball, b: Ball): Ball {
    return this.add(a, this.negate(b));
  }

  mul(a: Ball, b: Ball): Ball {
    this.fuel.spend(this.bits / 16);
    const r = Math.max(topBit(a) + b.r, topBit(b) + a.r, a.r + b.r) + 2;
    return this.round(a.m * b.m, a.e + b.e, Number.isNaN(r) ? Number.NEGATIVE_INFINITY : r);
  }

  div(a: Ball, b: Ball): Ball {
    if (b.m === 0n || topBit(b) - 2 <= b.r) failBall();
    const shift = Math.max(0, this.bits + 16 + bitLength(b.m) - bitLength(a.m));
    this.fuel.spend(8 + (this.bits * this.bits) / 4096);
    const quotient = (a.m << BigInt(shift)) / b.m;
    const e = a.e - b.e - shift;
    const r = Math.max(a.r - topBit(b) + 3, bitLength(quotient) + e + b.r - topBit(b) + 3, e);
    return this.round(quotient, e, (Number.isNaN(r) ? e : r) + 2);
  }

  /** Multiplies by 2^shift, exactly. */
  scale(a: Ball, shift: number): Ball {
    return this.checked(a.m, a.e + shift, a.r + shift);
  }

  /** Returns the square root of a ball above 0; a ball around 0 gives a ball around 0. */
  sqrt(a: Ball): Ball {
    if (isAroundZero(a)) {
      const r = Math.max(a.r, topBit(a)) / 2 + 1;
      return Number.isFinite(r) ? { m: 0n, e: 0, r } : zeroBall;
    }
    if (a.m < 0n) failBall();
    let shift = Math.max(0, 2 * this.bits + 32 - bitLength(a.m));
    if ((a.e - shift) % 2 !== 0) shift++;
    this.fuel.spend(40 + (this.bits * this.bits) / 512);
    const root = squareRootBig(a.m << BigInt(shift));
    const e = (a.e - shift) / 2;
    const r = Math.max(e, a.r - (bitLength(root) + e) + 2) + 1;
    return this.round(root, e, r);
  }
}

/** Returns the smallest k with |m 2^e| < 2^k; -Infinity for a midpoint 0. */
export function topBit(a: Ball): number {
  return a.m === 0n ? Number.NEGATIVE_INFINITY : bitLength(a.m) + a.e;
}

/** Tells whether the ball may hold 0. */
export function isAroundZero(a: Ball): boolean {
  return a.m === 0n || topBit(a) - 2 <= a.r;
}

/** Returns 1 or -1 for a ball that does not hold 0, and 0 otherwise. */
export function signOf(a: Ball): -1 | 0 | 1 {
  if (isAroundZero(a)) return 0;
  return a.m < 0n ? -1 : 1;
}

/** Returns the midpoint as a double; 0 or an infinity outside the range. */
export function ballToNumber(a: Ball): number {
  const bits = bitLength(a.m);
  const cut = Math.max(0, bits - 64);
  return Number(a.m >> BigInt(cut)) * 2 ** Math.max(-1070, Math.min(1000, a.e + cut));
}

function squareRootBig(value: bigint): bigint {
  let guess = 1n << BigInt(Math.ceil(bitLength(absBig(value)) / 2));
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
