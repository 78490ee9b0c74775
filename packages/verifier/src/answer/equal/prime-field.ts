import { primeTable } from "./prime-table.ts";

/** Primes whose square roots every field of {@link primeTable} holds. */
export const rootPrimes: readonly number[] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31];

/** GF(p) for a prime of the table, with fixed square roots of -1 and of the small primes. */
export interface PrimeField {
  readonly p: number;
  readonly big: bigint;
  /** A square root of -1. */
  readonly i: number;
  /** Square roots of {@link rootPrimes}, in order. */
  readonly roots: readonly number[];
}

const fields = new Map<number, PrimeField>();

/** Returns the field of the table's entry at `index` (taken modulo the table's length). Built once, then kept. */
export function primeField(index: number): PrimeField {
  const at = index % primeTable.length;
  const known = fields.get(at);
  if (known !== undefined) return known;
  const p = primeTable[at] ?? 67099321;
  const field = {
    p,
    big: BigInt(p),
    i: squareRoot(p - 1, p),
    roots: rootPrimes.map((prime) => squareRoot(prime, p)),
  };
  fields.set(at, field);
  return field;
}

/** Returns a * b mod m for 0 <= a, b < m < 2^26: the product is exact in doubles. */
export function mulMod(a: number, b: number, m: number): number {
  const product = a * b;
  const rest = product - Math.floor(product / m) * m;
  if (rest < 0) return rest + m;
  return rest >= m ? rest - m : rest;
}

/** Returns base^exponent mod m for a whole exponent >= 0. */
export function powMod(base: number, exponent: number, m: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = mulMod(result, square, m);
    square = mulMod(square, square, m);
  }
  return result;
}

/** Returns the inverse of a nonzero residue, by Euclid. */
export function inverseMod(a: number, p: number): number {
  let [r0, r1, s0, s1] = [p, a, 0, 1];
  while (r1 !== 0) {
    const quotient = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  return s0 < 0 ? s0 + p : s0;
}

/** Returns a square root of a square residue (Tonelli and Shanks). */
function squareRoot(a: number, p: number): number {
  let odd = p - 1;
  let twos = 0;
  for (; odd % 2 === 0; odd /= 2) twos++;
  let nonResidue = 37;
  while (powMod(nonResidue, (p - 1) / 2, p) !== p - 1) nonResidue++;
  let generator = powMod(nonResidue, odd, p);
  let root = powMod(a, (odd + 1) / 2, p);
  let rest = powMod(a, odd, p);
  while (rest !== 1) {
    let order = 0;
    for (let square = rest; square !== 1; square = mulMod(square, square, p)) order++;
    const factor = powMod(generator, 2 ** (twos - order - 1), p);
    generator = mulMod(factor, factor, p);
    twos = order;
    root = mulMod(root, factor, p);
    rest = mulMod(rest, generator, p);
  }
  return root;
}
