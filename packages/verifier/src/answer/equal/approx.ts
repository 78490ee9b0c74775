/**
 * A complex double with a bound on its absolute error. `re` is NaN where the value is unknown: outside the domain, at
 * a branch cut, or past the range of doubles. Every operation returns a bound that holds for the true value, so that
 * two values further apart than their bounds are different for certain.
 */
export interface Approx {
  readonly re: number;
  readonly im: number;
  readonly err: number;
}

/** Unit of rounding error, with room for the few roundings of one complex operation. */
const eps = 8 * Number.EPSILON;

/** What a result too small for full precision may have lost. */
const underflow = 2 ** -1020;

/** The unknown value. */
export const unknownApprox: Approx = { re: Number.NaN, im: 0, err: Number.POSITIVE_INFINITY };

/** Returns the value with its own rounding added to the bound; unknown when it is not finite. */
export function makeApprox(re: number, im: number, err: number): Approx {
  const bound = err + eps * (Math.abs(re) + Math.abs(im)) + underflow;
  return Number.isFinite(re) && Number.isFinite(im) && Number.isFinite(bound)
    ? { re, im, err: bound }
    : unknownApprox;
}

/** Returns |z|. */
export function magnitude(z: Approx): number {
  return z.im === 0 ? Math.abs(z.re) : Math.hypot(z.re, z.im);
}

/** Returns a + b. */
export function addApprox(a: Approx, b: Approx): Approx {
  return makeApprox(a.re + b.re, a.im + b.im, a.err + b.err);
}

/** Returns -z. */
export function negateApprox(z: Approx): Approx {
  return { re: -z.re, im: z.im === 0 ? 0 : -z.im, err: z.err };
}

/** Returns a * b. */
export function mulApprox(a: Approx, b: Approx): Approx {
  const err = magnitude(a) * b.err + magnitude(b) * a.err + a.err * b.err;
  if (a.im === 0 && b.im === 0) return makeApprox(a.re * b.re, 0, err);
  // The parts of a product can cancel: bound their rounding by the product of the magnitudes.
  const rounding = eps * magnitude(a) * magnitude(b);
  return makeApprox(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re, err + rounding);
}

/** Returns a / b; unknown where b may be 0. */
export function divApprox(a: Approx, b: Approx): Approx {
  const size = magnitude(b);
  const room = size - b.err;
  if (!(room > 0)) return unknownApprox;
  const err = (a.err + (magnitude(a) / size) * b.err) / room;
  if (a.im === 0 && b.im === 0) return makeApprox(a.re / b.re, 0, err);
  // Never the square of the size, which overflows long before the size does.
  const [unitRe, unitIm] = [b.re / size, b.im / size];
  const re = (a.re * unitRe + a.im * unitIm) / size;
  const im = (a.im * unitRe - a.re * unitIm) / size;
  return makeApprox(re, im, err + (eps * magnitude(a)) / size);
}

/** Returns e^z. */
export function expApprox(z: Approx): Approx {
  const scale = Math.exp(z.re);
  const spread = Math.expm1(z.err);
  const err = scale * (spread + eps * (1 + Math.abs(z.re) + Math.abs(z.im)));
  return z.im === 0
    ? makeApprox(scale, 0, err)
    : makeApprox(scale * Math.cos(z.im), scale * Math.sin(z.im), err);
}

/** Returns the principal logarithm; unknown where the value may be 0 or lie on either side of the cut. */
export function lnApprox(z: Approx): Approx {
  const size = magnitude(z);
  const room = size - z.err;
  if (!(room > 0)) return unknownApprox;
  if (z.re < 0 && z.im !== 0 && Math.abs(z.im) <= z.err) return unknownApprox;
  const im = z.im === 0 ? (z.re < 0 ? Math.PI : 0) : Math.atan2(z.im, z.re);
  return makeApprox(Math.log(size), im, z.err / room + eps);
}

/** Returns the principal square root. */
export function sqrtApprox(z: Approx): Approx {
  const size = magnitude(z);
  const err = size > 2 * z.err ? z.err / Math.sqrt(size) : 2 * Math.sqrt(z.err);
  if (z.im === 0)
    return z.re >= 0 ? makeApprox(Math.sqrt(z.re), 0, err) : makeApprox(0, Math.sqrt(-z.re), err);
  if (z.re < 0 && Math.abs(z.im) <= z.err) return unknownApprox;
  const re = Math.sqrt((size + Math.abs(z.re)) / 2);
  const im = Math.abs(z.im) / (2 * re);
  const sign = z.im < 0 ? -1 : 1;
  return z.re >= 0 ? makeApprox(re, sign * im, err) : makeApprox(im, sign * re, err);
}

/** Returns sin z (or cos z). */
export function sinApprox(z: Approx, isCosine: boolean): Approx {
  const sin = Math.sin(z.re);
  const cos = Math.cos(z.re);
  const growth = Math.cosh(Math.abs(z.im) + z.err);
  const err = growth * (z.err + eps * (1 + Math.abs(z.re)));
  if (z.im === 0) return makeApprox(isCosine ? cos : sin, 0, err);
  const cosh = Math.cosh(z.im);
  const sinh = Math.sinh(z.im);
  return isCosine ? makeApprox(cos * cosh, -sin * sinh, err) : makeApprox(sin * cosh, cos * sinh, err);
}

/** Tells whether two values are different for certain. Unknown values never are. */
export function isApart(a: Approx, b: Approx): boolean {
  return Math.hypot(a.re - b.re, a.im - b.im) > 2 * (a.err + b.err);
}
