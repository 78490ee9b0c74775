import type { Fuel } from "../fuel.ts";
import type { AnswerPolicy } from "../policy.ts";
import type { Trace } from "../trace.ts";

/** What every comparison needs. */
export interface CompareContext {
  readonly policy: AnswerPolicy;
  readonly fuel: Fuel;
  /** Variables of either side that run over the whole numbers. */
  readonly integers?: readonly string[];
  /** Variables of either side that are declared to be something else. */
  readonly fixed?: readonly string[];
  /** Whether a constant such as the C of `x^2 + C` is free: "unknown" where neither the policy nor the problem tells. */
  readonly constant?: "free" | "literal" | "unknown";
  /** Fixes the random primes and sample points of this pair. */
  readonly seed: number;
  /** Told what every tier says. */
  readonly trace?: Trace | undefined;
}
