import { type Ball, type BallField, failBall, isAroundZero, oneBall, signOf, topBit } from "./ball.ts";

// Constants by precision, as integers scaled by 2^precision.
const piCache = new Map<number, bigint>();
const ln2Cache = new Map<number, bigint>();

/** Returns π. */
export function piBall(field: BallField): Ball {
  const bits = field.bits + 32;
  const value = cached(piCache, bits, () => 16n * arctanInverse(5n, bits) - 4n * arctanInverse(239n, bits));
  return { m: value, e: -bits, r: -bits + 12 };
}

function ln2Ball(field: BallField): Ball {
  const bits = field.bits + 32;
  // Machin-like: ln 2 = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749).
  const value = cached(
    ln2Cache,
    bits,
    () => 18n * artanhInverse(26n, bits) - 2n * artanhInverse(4801n, bits) + 8n * artanhInverse(8749n, bits),
  );
  return { m: value, e: -bits, r: -bits + 12 };
}

function cached(cache: Map<number, bigint>, key: number, compute: () => bigint): bigint {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = compute();
  cache.set(key, value);
  return value;
}

function arctanInverse(x: bigint, bits: number): bigint {
  return inverseSeries(x, bits, -1n);
}

function artanhInverse(x: bigint, bits: number): bigint {
  return inverseSeries(x, bits, 1n);
}

/** Sum of sign^k / ((2k+1) x^(2k+1)), scaled by 2^bits. */
function inverseSeries(x: bigint, bits: number, sign: bigint): bigint {
  const square = x * x;
  let power = (1n << BigInt(bits)) / x;
  let sum = power;
  let factor = 1n;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= square;
    factor *= sign;
    sum += (factor * power) / k;
  }
  return sum;
}

/** Returns e^x. Exponents past 2^40 have no ball. */
export function expBall(field: BallField, x: Ball): Ball {
  if (topBit(x) > 40 || x.r > 0) failBall();
  if (x.m === 0n && x.r === Number.NEGATIVE_INFINITY) return oneBall;
  const wide = widen(field, Math.max(0, topBit(x)));
  const turns = roundDiv(wide, x, ln2Ball(wide));
  const rest = wide.sub(exactly(x), wide.mul(intBall(turns), ln2Ball(wide)));
  const sum = fixedSeries(wide, wide.scale(rest, -8), expSeries);
  let result = sum;
  for (let step = 0; step < 8; step++) result = wide.mul(result, result);
  const scaled = field.round(result.m, result.e + Number(turns), result.r + Number(turns));
  // |e^(x+d) - e^x| <= 2 |e^x| |d| for |d| <= 1.
  return withError(scaled, topBit(scaled) + x.r + 1);
}

/** Returns ln x for a ball above 0. */
export function lnBall(field: BallField, x: Ball): Ball {
  if (signOf(x) !== 1) failBall();
  const shift = topBit(x);
  const wide = widen(field, 16);
  // y in about (1/2, 1]; ten square roots bring it close to 1.
  let y = wide.scale(exactly(x), -shift);
  for (let step = 0; step < 10; step++) y = wide.sqrt(y);
  const ratio = wide.div(wide.sub(y, oneBall), wide.add(y, oneBall));
  const series = wide.scale(fixedSeries(wide, ratio, artanhSeries), 11);
  const sum = wide.add(series, wide.mul(intBall(BigInt(shift)), ln2Ball(wide)));
  return withError(field.round(sum.m, sum.e, sum.r), x.r - shift + 2);
}

/** Returns [sin x, cos x]. */
export function sinCosBall(field: BallField, x: Ball): readonly [Ball, Ball] {
  if (topBit(x) > 4096 || x.r > 0) failBall();
  const wide = widen(field, Math.max(0, topBit(x)));
  const halfPi = wide.scale(piBall(wide), -1);
  const turns = roundDiv(wide, x, halfPi);
  const rest = wide.sub(exactly(x), wide.mul(intBall(turns), halfPi));
  const sin = withError(fixedSeries(wide, rest, sinSeries), x.r + 1);
  const cos = withError(fixedSeries(wide, rest, cosSeries), x.r + 1);
  const quarter = Number(((turns % 4n) + 4n) % 4n);
  if (quarter === 0) return [sin, cos];
  if (quarter === 1) return [cos, wide.negate(sin)];
  return quarter === 2 ? [wide.negate(sin), wide.negate(cos)] : [wide.negate(cos), sin];
}

/** Returns arctan x. */
export function arctanBall(field: BallField, x: Ball): Ball {
  if (topBit(x) > 2) {
    const halfPi = field.scale(piBall(field), -1);
    const rest = arctanBall(field, field.div(oneBall, x));
    return x.m > 0n ? field.sub(halfPi, rest) : field.negate(field.add(halfPi, rest));
  }
  const wide = widen(field, 16);
  let y = exactly(x);
  // arctan y = 2 arctan(y / (1 + sqrt(1 + y^2)))
  for (let step = 0; step < 5; step++)
    y = wide.div(y, wide.add(oneBall, wide.sqrt(wide.add(oneBall, wide.mul(y, y)))));
  const result = wide.scale(fixedSeries(wide, y, arctanSeries), 5);
  return withError(field.round(result.m, result.e, result.r), x.r + 1);
}

/** The midpoint alone: functions are computed there, and the radius follows from their derivative. */
function exactly(x: Ball): Ball {
  return x.r === Number.NEGATIVE_INFINITY ? x : { m: x.m, e: x.e, r: Number.NEGATIVE_INFINITY };
}

function withError(x: Ball, r: number): Ball {
  return r === Number.NEGATIVE_INFINITY ? x : { m: x.m, e: x.e, r: Math.max(x.r, r) + 1 };
}

function widen(field: BallField, extra: number): BallField {
  const bits = field.bits + 64 * Math.ceil((extra + 32) / 64);
  return new (field.constructor as typeof BallField)(bits, field.fuel);
}

function intBall(value: bigint): Ball {
  return { m: value, e: 0, r: Number.NEGATIVE_INFINITY };
}

/** The whole number nearest to the midpoint of a / b. */
function roundDiv(field: BallField, a: Ball, b: Ball): bigint {
  if (isAroundZero(a) && topBit(a) < 0) return 0n;
  const q = field.div(a, b);
  if (q.e >= 0) return q.m << BigInt(Math.min(q.e, 8192));
  const shift = BigInt(-q.e);
  return (q.m + (1n << (shift - 1n))) >> shift;
}

type Series = (x: bigint, one: bigint, bits: bigint) => { sum: bigint; terms: number };

/** Sums a series of |x| < 1 in fixed point; the derivative of each series there is at most 4. */
function fixedSeries(field: BallField, x: Ball, series: Series): Ball {
  const bits = field.bits + 32;
  const shift = bits + x.e;
  const fixed =
    shift >= 0 ? x.m << BigInt(Math.min(shift, 1 << 20)) : x.m >> BigInt(Math.min(-shift, 1 << 20));
  const { sum, terms } = series(fixed, 1n << BigInt(bits), BigInt(bits));
  field.fuel.spend(terms * (8 + (bits * bits) / 4096));
  return field.round(sum, -bits, Math.max(-bits + 12, x.r + 3));
}

function expSeries(x: bigint, one: bigint, bits: bigint): { sum: bigint; terms: number } {
  let term = one;
  let sum = one;
  let k = 1n;
  for (; term !== 0n && term !== -1n; k++) {
    term = ((term * x) >> bits) / k;
    sum += term;
  }
  return { sum, terms: Number(k) };
}

function sinSeries(x: bigint, _one: bigint, bits: bigint): { sum: bigint; terms: number } {
  return alternating(x, x, bits, 2n);
}

function cosSeries(x: bigint, one: bigint, bits: bigint): { sum: bigint; terms: number } {
  return alternating(x, one, bits, 1n);
}

/** first - first x²/(k(k+1)) + ... */
function alternating(x: bigint, first: bigint, bits: bigint, start: bigint): { sum: bigint; terms: number } {
  const square = (x * x) >> bits;
  let term = first;
  let sum = first;
  let k = start;
  for (; term !== 0n && term !== -1n; k += 2n) {
    term = -((term * square) >> bits) / (k * (k + 1n));
    sum += term;
  }
  return { sum, terms: Number(k) };
}

function arctanSeries(x: bigint, one: bigint, bits: bigint): { sum: bigint; terms: number } {
  return oddPowers(x, one, bits, -1n);
}

function artanhSeries(x: bigint, one: bigint, bits: bigint): { sum: bigint; terms: number } {
  return oddPowers(x, one, bits, 1n);
}

/** x + sign x³/3 + x⁵/5 + ... */
function oddPowers(x: bigint, _one: bigint, bits: bigint, sign: bigint): { sum: bigint; terms: number } {
  const square = (x * x) >> bits;
  let power = x;
  let sum = x;
  let k = 3n;
  for (; power !== 0n && power !== -1n; k += 2n) {
    power = sign * ((power * square) >> bits);
    sum += power / k;
  }
  return { sum, terms: Number(k) };
}
