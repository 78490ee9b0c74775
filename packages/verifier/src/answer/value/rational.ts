import type { Fuel } from "../fuel.ts";

/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** Zero and one, shared. */
export const zero: Rational = { n: 0n, d: 1n };
export const one: Rational = { n: 1n, d: 1n };

/** Returns the absolute value. */
export function absBig(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Returns the bit length of |value|. Costs a conversion to base 16 past 1,023 bits, so spend fuel first where it may be long. */
export function bitLength(value: bigint): number {
  const magnitude = absBig(value);
  if (magnitude <= maxSafe) return magnitude === 0n ? 0 : smallBitLength(Number(magnitude));
  const rounded = Number(magnitude);
  if (rounded < 2 ** 1023) return roundedBitLength(magnitude, rounded);
  const hex = magnitude.toString(16);
  return (hex.length - 1) * 4 + 32 - Math.clz32(Number.parseInt(hex[0] ?? "0", 16));
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
// The word with the exponent: the second one where the low word comes first.
const highWord = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Reads the length off the exponent of the nearest double, which may have been rounded up to a power of two. */
function roundedBitLength(magnitude: bigint, rounded: number): number {
  double[0] = rounded;
  const high = words[highWord] ?? 0;
  const exponent = ((high >>> 20) & 0x7ff) - 1023;
  const isPower = (high & 0xfffff) === 0 && words[1 - highWord] === 0;
  return isPower && magnitude >> BigInt(exponent) === 0n ? exponent : exponent + 1;
}

/** Bit length of a whole double below 2^53. */
function smallBitLength(value: number): number {
  const high = Math.floor(value / 2 ** 32);
  return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(value);
}

function gcdBig(a: bigint, b: bigint): bigint {
  let x = absBig(a);
  let y = absBig(b);
  while (y > maxSafe) [x, y] = [y, x % y];
  if (y === 0n) return x;
  let p = Number(y);
  let q = Number(x % y);
  while (q !== 0) [p, q] = [q, p % q];
  return BigInt(p);
}

/** Returns n/d in lowest terms. `d` must not be 0. Spends fuel by the work of the division chain. */
export function makeRational(n: bigint, d: bigint, fuel: Fuel): Rational {
  if (d === 1n) return { n, d };
  const bits = n <= maxSafe && n >= -maxSafe && d <= maxSafe ? 1 : bitLength(n) + bitLength(d);
  fuel.spend(1 + Math.ceil((bits * bits) / 4096));
  const g = gcdBig(n, d);
  const sign = d < 0n ? -1n : 1n;
  return g === 1n && sign === 1n ? { n, d } : { n: (sign * n) / g, d: (sign * d) / g };
}

/** Returns a + b. */
export function addRational(a: Rational, b: Rational, fuel: Fuel): Rational {
  spendSize(a, b, fuel);
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
  return makeRational(a.n * b.d + b.n * a.d, a.d * b.d, fuel);
}

/** Returns a * b. */
export function mulRational(a: Rational, b: Rational, fuel: Fuel): Rational {
  spendSize(a, b, fuel);
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  return makeRational(a.n * b.n, a.d * b.d, fuel);
}

/** Returns a / b; `b` must not be 0. */
export function divRational(a: Rational, b: Rational, fuel: Fuel): Rational {
  spendSize(a, b, fuel);
  return makeRational(a.n * b.d, a.d * b.n, fuel);
}

/** Returns base^exponent for an integer exponent, or undefined where the result would exceed `maxBits` or is 1/0. */
export function powRational(
  base: Rational,
  exponent: bigint,
  maxBits: number,
  fuel: Fuel,
): Rational | undefined {
  fuel.spend(1);
  if (exponent === 0n) return one;
  if (base.n === 0n) return exponent > 0n ? zero : undefined;
  if (base.d === 1n && (base.n === 1n || base.n === -1n))
    return { n: base.n === 1n || exponent % 2n === 0n ? 1n : -1n, d: 1n };
  const size = absBig(exponent);
  const bits = bitLength(base.n) + bitLength(base.d);
  if (size > 1_000_000n || Number(size) * bits > maxBits) return undefined;
  fuel.spend(Math.ceil((Number(size) * bits) ** 1.5 / 512));
  const n = base.n ** size;
  const d = base.d ** size;
  if (exponent > 0n) return { n, d };
  return n < 0n ? { n: -d, d: -n } : { n: d, d: n };
}

/** Tells whether two fractions in lowest terms are the same number. */
export function sameRational(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

/** Returns the nearest double (within two units in the last place), or an infinity beyond its range. */
export function rationalToNumber(value: Rational): number {
  const { n, d } = value;
  if (n <= maxSafe && n >= -maxSafe && d <= maxSafe) return Number(n) / Number(d);
  const shift = bitLength(n) - bitLength(d) - 64;
  const scaled = shift > 0 ? n / (d << BigInt(shift)) : (n << BigInt(-shift)) / d;
  const head = Number(scaled);
  return shift > 900 ? head * 2 ** 900 * 2 ** Math.min(shift - 900, 1023) : scaleDown(head, shift);
}

function scaleDown(head: number, shift: number): number {
  return shift < -1000 ? head * 2 ** -1000 * 2 ** Math.max(shift + 1000, -1074) : head * 2 ** shift;
}

/** Returns the canonical text: `-3`, `2/7`. */
export function formatRational(value: Rational): string {
  return value.d === 1n ? value.n.toString() : `${value.n}/${value.d}`;
}

function spendSize(a: Rational, b: Rational, fuel: Fuel): void {
  if (isSmall(a) && isSmall(b)) {
    fuel.spend(1);
    return;
  }
  const left = bitLength(a.n) + bitLength(a.d);
  const right = bitLength(b.n) + bitLength(b.d);
  fuel.spend(1 + Math.ceil((left * right) / 2048) + Math.ceil((left + right) / 64));
}

function isSmall(a: Rational): boolean {
  return a.n <= maxSafe && a.n >= -maxSafe && a.d <= maxSafe;
}
