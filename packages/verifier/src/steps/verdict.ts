/** What kind of claim was checked. */
export type ClaimKind =
  | "equality"
  | "comparison"
  | "calculator_mark"
  | "number_fact"
  /** A quantity in words is given a value that it was given before. */
  | "restatement"
  /** A number is repeated from the problem. */
  | "quotation";

/** A statement of a step that can be decided by calculation. */
export interface Claim {
  readonly kind: ClaimKind;
  /** Offsets in the step's text (UTF-16). */
  readonly start: number;
  readonly end: number;
  readonly verdict: "true" | "false" | "unknown";
  /** For a false claim: what its left side, or the calculation, comes to. */
  readonly expected?: string;
}

/** What is wrong with a step. */
export type StepErrorKind =
  /** A calculation does not come to the value written. */
  | "arithmetic"
  /** A comparison of two values is the wrong way round. */
  | "comparison"
  /** A statement about a number (a divisor, a prime, a remainder, the nearest integer) is false. */
  | "number_fact"
  /** A quantity has another value than an earlier step gave it. */
  | "contradiction"
  /** A number is said to be the problem's and is not. */
  | "misquotation";

/** The first thing wrong with a step. */
export interface StepError {
  readonly kind: StepErrorKind;
  /** Offsets in the step's text (UTF-16). */
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly text: string;
  /** The value that should stand there. */
  readonly expected: string;
}

/** The verdict on one step. */
export interface StepVerdict {
  /** Offsets of the step in the trace; 0 and its length where steps were given ready-made. */
  readonly start: number;
  readonly end: number;
  /** `ok`: it has claims and all that could be decided are true. */
  readonly verdict: "ok" | "error" | "unverifiable";
  readonly error?: StepError;
  readonly claims: readonly Claim[];
  /** Steps (by index) whose results this step uses; -1 is the problem. In ascending order. */
  readonly premises: readonly number[];
  /** Numbers it uses that come from neither the problem nor an earlier step, as written. */
  readonly unsupported: readonly string[];
}

/** Whether what is written follows line by line. */
export interface Coherence {
  readonly claims: number;
  readonly confirmed: number;
  readonly refuted: number;
  /** (confirmed + refuted) / claims; 0 where there are no claims. */
  readonly coverage: number;
  /** confirmed / (confirmed + refuted); absent where nothing was decided. */
  readonly score?: number;
}

/** Whether the chain of steps carries the final answer. */
export type Validity =
  /** Every step holds, as far as it could be checked, and the answer was reached before it was stated. */
  | "supported"
  /** Some step is wrong. */
  | "invalid"
  /** Nothing is wrong, and the answer appears without a step that reaches it, or nothing could be checked. */
  | "unknown";

/** The verdict on a whole trace. */
export type TraceVerdict =
  | {
      readonly kind: "checked";
      readonly steps: readonly StepVerdict[];
      readonly coherence: Coherence;
      readonly validity: Validity;
      /** Index of the first wrong step, -1 where none was found. */
      readonly firstError: number;
      /** Work spent; the same on every machine. */
      readonly fuelUsed: number;
    }
  | {
      readonly kind: "failure";
      /** `internal`: the process that checked it was lost. */
      readonly failure: "limit_exceeded" | "invalid_item" | "internal";
      readonly message: string;
      readonly fuelUsed: number;
    };

/** A verdict with nothing of its steps but how each came out: eight bytes a step. */
export type TraceSummary =
  | (Omit<Extract<TraceVerdict, { kind: "checked" }>, "steps"> & { readonly steps: readonly StepOutcome[] })
  | Extract<TraceVerdict, { kind: "failure" }>;

/** How a step came out. */
export type StepOutcome = Pick<StepVerdict, "verdict">;

// Shared by all summaries: those of a large batch hold millions of steps.
const outcomes: Readonly<Record<StepVerdict["verdict"], StepOutcome>> = {
  ok: { verdict: "ok" },
  error: { verdict: "error" },
  unverifiable: { verdict: "unverifiable" },
};

/** What a verdict says of the trace as a whole, and how its steps came out. */
export function summarizeTrace(verdict: TraceVerdict): TraceSummary {
  if (verdict.kind === "failure") return verdict;
  return { ...verdict, steps: verdict.steps.map((step) => outcomes[step.verdict]) };
}
