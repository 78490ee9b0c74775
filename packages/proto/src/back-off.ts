/** How failed calls are repeated. */
export interface RetryOptions {
  /** Attempts in all, the first one included; `Infinity` waits for as long as it takes. Default 5. */
  readonly maxAttempts: number;
  /** Upper bound of the first delay. Default 200 ms. */
  readonly initialBackoffMs: number;
  /** Upper bound of every delay. Default 10 000 ms. */
  readonly maxBackoffMs: number;
}

export const defaultRetry: RetryOptions = { maxAttempts: 5, initialBackoffMs: 200, maxBackoffMs: 10_000 };

/**
 * Delay in milliseconds before attempt `attempt + 1`: exponential, spread over its upper half so that many
 * clients of one restarted server do not return at the same moment and none returns at once.
 *
 * @param attempt attempts made so far, from 1
 * @param uniform a number in [0, 1)
 */
export function computeBackoffMs(attempt: number, retry: RetryOptions, uniform: number): number {
  const ceiling = Math.min(retry.maxBackoffMs, retry.initialBackoffMs * 2 ** Math.min(attempt - 1, 52));
  return Math.round(ceiling * (0.5 + 0.5 * uniform));
}

/** A seeded stream of numbers in [0, 1) (SplitMix32). */
export function createJitter(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 2 ** 32;
  };
}
