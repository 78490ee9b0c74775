import { getOrCreate } from "./get-or-create.ts";

/** Counts of traces that show work (at least one written step) of one model on one stratum. */
export interface TraceTally {
  n: number;
  steps: number;
  /** Steps whose result follows from the operands as written. */
  coherentSteps: number;
  /** Traces all of whose steps are such. */
  coherent: number;
  /** Those among them that also carry every derived value over unchanged. */
  carryCoherent: number;
  /** Right answer, every step right, none missing or extra. */
  valid: number;
  correct: number;
  wrongCoherent: number;
}

/** What a trace is counted by. */
export interface JudgedTrace {
  readonly steps: number;
  readonly calculatorErrors: number;
  readonly coherent: boolean;
  readonly carryCoherent: boolean;
  readonly valid: boolean;
  readonly correct: boolean;
}

/** Shares that are measured of traces; each is of traces that show work, or of those among them that it names. */
export const traceShares = [
  "step_coherence",
  "coherence",
  "carry_coherence",
  "validity",
  "invalid_given_coherent",
  "invalid_given_correct",
  "coherent_given_wrong",
] as const;
export type TraceShare = (typeof traceShares)[number];

const PARTS: Readonly<Record<TraceShare, (tally: TraceTally) => readonly [part: number, whole: number]>> = {
  step_coherence: (tally) => [tally.coherentSteps, tally.steps],
  coherence: (tally) => [tally.coherent, tally.n],
  carry_coherence: (tally) => [tally.carryCoherent, tally.n],
  validity: (tally) => [tally.valid, tally.n],
  // A valid trace is coherent and correct.
  invalid_given_coherent: (tally) => [tally.coherent - tally.valid, tally.coherent],
  invalid_given_correct: (tally) => [tally.correct - tally.valid, tally.correct],
  coherent_given_wrong: (tally) => [tally.wrongCoherent, tally.n - tally.correct],
};

/** A share over some strata, traces pooled; NaN when there is no trace that it could be a share of. */
export function shareOfTraces(
  share: TraceShare,
  traces: ReadonlyMap<string, TraceTally>,
  strata: readonly string[],
): number {
  let part = 0;
  let whole = 0;
  for (const stratum of strata) {
    const tally = traces.get(stratum);
    if (tally === undefined) continue;
    const [more, all] = PARTS[share](tally);
    part += more;
    whole += all;
  }
  return part / whole;
}

/** Counts a trace; one without a written step is left out. */
export function addTrace(traces: Map<string, TraceTally>, stratum: string, trace: JudgedTrace): void {
  if (trace.steps === 0) return;
  const tally = getOrCreate(traces, stratum, createTraceTally);
  tally.n++;
  tally.steps += trace.steps;
  tally.coherentSteps += trace.steps - trace.calculatorErrors;
  tally.coherent += Number(trace.coherent);
  tally.carryCoherent += Number(trace.carryCoherent);
  tally.valid += Number(trace.valid);
  tally.correct += Number(trace.correct);
  tally.wrongCoherent += Number(trace.coherent && !trace.correct);
}

function createTraceTally(): TraceTally {
  return {
    n: 0,
    steps: 0,
    coherentSteps: 0,
    coherent: 0,
    carryCoherent: 0,
    valid: 0,
    correct: 0,
    wrongCoherent: 0,
  };
}
