import type { GradeLimits } from "./limits.ts";
import type { AnswerPolicy } from "./policy.ts";
import type { Trace } from "./trace.ts";

/** Everything the stages of one grading run share. */
export interface GradeRun {
  readonly policy: AnswerPolicy;
  readonly limits: GradeLimits;
  /** Fixes the random primes and sample points, together with the texts compared. */
  readonly seed: number;
  readonly choices: readonly string[];
  readonly problem: string | undefined;
  readonly trace: Trace | undefined;
  /** Fuel used by finished stages. */
  fuelUsed: number;
}
