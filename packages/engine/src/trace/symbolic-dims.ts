/** A size that contains symbolic dims: their product, times a number. */
export interface SymbolicSize {
  readonly factor: number;
  /** Names, repeated when a symbol occurs more than once. */
  readonly symbols: readonly string[];
}

/**
 * Marks symbolic dims by prime numbers.
 *
 * tfjs computes shapes with plain numbers, so a function is traced with a prime standing for each symbolic dim and a
 * size that is divisible by the prime is taken to contain the symbol. Sizes such as B + 1 become symbols of their own
 * where an op (concat, pad, slice) makes them. A static size that happens to be divisible is
 * found out by tracing again with other primes: the two graphs then differ.
 */
export class SymbolicDims {
  /** Numbers that stand for symbols: primes, and sizes computed from them such as B + 1. */
  readonly #markers = new Map<string, number>();
  readonly #pool: number[];

  constructor(pool: readonly number[]) {
    this.#pool = [...pool];
  }

  /** Whether any symbol was given a prime. */
  get isUsed(): boolean {
    return this.#markers.size > 0;
  }

  /** Returns the prime that stands for a name, giving it one at first use. */
  primeOf(name: string): number {
    const known = this.#markers.get(name);
    if (known !== undefined) return known;
    const prime = this.#pool.shift();
    if (prime === undefined) throw new RangeError("Too many symbolic dims in one function.");
    this.#markers.set(name, prime);
    return prime;
  }

  /** Names a size that was computed from symbols by other means than multiplying. */
  derive(name: string, size: number): void {
    this.#markers.set(name, size);
  }

  /** Returns the symbols in a size, or undefined for a static one. */
  factor(size: number): SymbolicSize | undefined {
    if (!Number.isSafeInteger(size) || size <= 0) return undefined;
    const symbols: string[] = [];
    let rest = size;
    for (const [name, marker] of this.#markers) {
      while (rest % marker === 0) {
        symbols.push(name);
        rest /= marker;
      }
    }
    return symbols.length === 0 ? undefined : { factor: rest, symbols };
  }

  /** Returns how a size is written in the declaration of a graph input or output. */
  describe(size: number): number | string {
    const symbolic = this.factor(size);
    if (symbolic === undefined) return size;
    const names = symbolic.symbols.join("*");
    return symbolic.factor === 1 ? names : `${symbolic.factor}*${names}`;
  }
}

/** Primes p for which neither p nor p + 1 (a cache grown by one) divides usual sizes such as 64, 96 or 768. */
const PRIMES = [
  37, 41, 43, 61, 67, 73, 83, 97, 101, 103, 109, 113, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181,
  193,
];

/**
 * Returns two disjoint lists of primes that divide none of the given sizes. `attempt` rotates the choice, for when a
 * first one collided with a size inside the function.
 */
export function choosePrimes(staticSizes: readonly number[], attempt: number): [number[], number[]] {
  const usable = PRIMES.filter((prime) => staticSizes.every((size) => size === 0 || size % prime !== 0));
  const shift = (attempt * 4) % usable.length;
  const rotated = [...usable.slice(shift), ...usable.slice(0, shift)];
  return [rotated.filter((_, index) => index % 2 === 0), rotated.filter((_, index) => index % 2 === 1)];
}
