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
 * size that is divisible by the prime is taken to contain the symbol. A static size that happens to be divisible is
 * found out by tracing again with other primes: the two graphs then differ.
 */
export class SymbolicDims {
  readonly #primes = new Map<string, number>();
  readonly #pool: number[];

  constructor(pool: readonly number[]) {
    this.#pool = [...pool];
  }

  /** Whether any symbol was given a prime. */
  get isUsed(): boolean {
    return this.#primes.size > 0;
  }

  /** Returns the prime that stands for a name, giving it one at first use. */
  primeOf(name: string): number {
    const known = this.#primes.get(name);
    if (known !== undefined) return known;
    const prime = this.#pool.shift();
    if (prime === undefined) throw new RangeError("Too many symbolic dims in one function.");
    this.#primes.set(name, prime);
    return prime;
  }

  /** Returns the symbols in a size, or undefined for a static one. */
  factor(size: number): SymbolicSize | undefined {
    if (!Number.isSafeInteger(size) || size <= 0) return undefined;
    const symbols: string[] = [];
    let rest = size;
    for (const [name, prime] of this.#primes) {
      while (rest % prime === 0) {
        symbols.push(name);
        rest /= prime;
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

const PRIMES = [
  37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149,
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
