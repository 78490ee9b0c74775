import { hasVariable, type Term } from "../tree/term.ts";
import { add, type Complex, minus, modulus } from "./complex.ts";
import { evaluateTerm, type Point } from "./evaluate-term.ts";

/** Relative distance below which doubles count as the same, and above which they count as apart. */
const closeTo = 1e-9;
const farFrom = 1e-4;

/** Points at which terms with variables are compared: positive, negative, mixed. */
export const points: readonly Point[] = [0, 1, 2].map((number): Point => {
  return (name) => {
    let hash = 17 * (number + 1);
    for (const char of name) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) % 997;
    const size = 0.3 + 2.3 * ((Math.abs(hash) % 997) / 997);
    return number === 1 || (number === 2 && hash % 2 === 0) ? -size : size;
  };
});

/** Points further out, where absolute values and roots may take another branch. */
const farPoints: readonly Point[] = points.slice(0, 2).map(
  (point): Point =>
    (name) =>
      25 * point(name),
);

/** Values of a term at the points; one point is enough without variables. */
export function valuesOf(term: Term): readonly Complex[] {
  return (hasVariable(term) ? points : points.slice(0, 1)).map((point) => evaluateTerm(term, point));
}

/**
 * Compares two terms by doubles: `same` where they agree at every point at which both have a value, `apart` where
 * they differ clearly at one, else `unclear`.
 */
export function compareTerms(a: Term, b: Term): "same" | "apart" | "unclear" {
  let seen = 0;
  for (const point of hasVariable(a) || hasVariable(b) ? [...points, ...farPoints] : points.slice(0, 1)) {
    const [x, y] = [evaluateTerm(a, point), evaluateTerm(b, point)];
    if (!isUsable(x) || !isUsable(y)) continue;
    const distance = modulus(add(x, minus(y))) / Math.max(1, modulus(x), modulus(y));
    if (distance > farFrom) return "apart";
    if (distance > closeTo) return "unclear";
    seen++;
  }
  return seen === 0 ? "unclear" : "same";
}

/** Tells whether the term has values of ordinary size at every point: nothing to divide by 0 or to overflow. */
export function isOrdinary(term: Term): boolean {
  return valuesOf(term).every(isUsable);
}

function isUsable(value: Complex): boolean {
  const size = modulus(value);
  return Number.isFinite(size) && size < 1e12;
}

/** Tells whether the term keeps clear of 0 at every point, so that it may be divided by. */
export function isFarFromZero(term: Term): boolean {
  return valuesOf(term).every((value) => modulus(value) > 1e-3);
}
