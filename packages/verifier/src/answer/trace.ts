import type { ExceededLimit } from "./name-limit.ts";
import type { Expr } from "./parse/expr.ts";
import type { Value } from "./value/value.ts";
import type { Extraction, Method } from "./verdict.ts";

/** A step of grading one item, in the order in which they happen. */
export type TraceStep =
  /** What the response offers as its answer, in order of position, and which of them count. */
  | {
      readonly step: "candidates";
      readonly found: readonly Extraction[];
      readonly chosen: readonly Extraction[];
    }
  /** A text was read, into every value that it allows, or could not be. */
  | {
      readonly step: "reading";
      readonly text: string;
      readonly readings: readonly Value[];
      readonly problem?: "syntax" | "too_large";
      /** For what is too large: the limit. */
      readonly exceeded?: ExceededLimit;
    }
  /** A reading of the gold was compared with one of the answer. */
  | {
      readonly step: "pair";
      readonly gold: Value;
      readonly answer: Value;
      readonly result: TierResult;
      readonly method: Method;
    }
  /** Two scalars go through the tiers; a pair of collections compares several before it is through. */
  | { readonly step: "scalars"; readonly gold: Expr; readonly answer: Expr }
  /** What a tier said of the scalars. */
  | { readonly step: "tier"; readonly tier: ScalarTier; readonly result: TierResult }
  /** A stage is over; `used` is the fuel that it spent. */
  | { readonly step: "fuel"; readonly stage: TraceStage; readonly used: number };

/** Stages with a work budget of their own. */
export type TraceStage = "extraction" | "reading" | "comparison";

/** The tiers that scalars go through, in order. */
export type ScalarTier =
  | "exact rationals"
  | "same expression"
  | "infinities and bases"
  | "poles"
  | "tolerance of the policy"
  | "sampling in doubles, to refute"
  | "identity modulo random primes"
  | "sampling where branches meet, to refute"
  | "enclosures at high precision";

/** `open`: the tier could not tell, and the next one was asked. */
export type TierResult = "equal" | "different" | "undecided" | "open";

/** Listens to the steps. It has no influence on the verdict. */
export type Trace = (step: TraceStep) => void;

/** Tells the trace what a tier said and passes it on; undefined where the tier could not tell. */
export function tellTier<Result extends { readonly result: TierResult } | undefined>(
  trace: Trace | undefined,
  tier: ScalarTier,
  outcome: Result,
): Result {
  trace?.({ step: "tier", tier, result: outcome?.result ?? "open" });
  return outcome;
}
