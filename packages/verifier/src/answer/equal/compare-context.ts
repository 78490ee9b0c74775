import type { Fuel } from "../fuel.ts";
import type { AnswerPolicy } from "../policy.ts";

/** What every comparison needs. */
export interface CompareContext {
  readonly policy: AnswerPolicy;
  readonly fuel: Fuel;
  /** Fixes the random primes and sample points of this pair. */
  readonly seed: number;
}
