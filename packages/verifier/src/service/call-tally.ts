import type { DecisionAction } from "../difficulty/decide-problem.ts";
import { VerdictTally } from "../grading/tally.ts";
import type { TraceVerdict } from "../steps/index.ts";

/** What a trace came to: a validity, or why it was not checked. */
export type TraceOutcome =
  | Extract<TraceVerdict, { kind: "checked" }>["validity"]
  | Extract<TraceVerdict, { kind: "failure" }>["failure"];

/** Counts what a call did. */
export class CallTally extends VerdictTally {
  readonly traces: Partial<Record<TraceOutcome, number>> = {};
  /** Decisions about groups. */
  readonly decisions: Partial<Record<DecisionAction, number>> = {};
  /** What became of the batch that the call entered into the difficulty ledger, if it entered one. */
  ledgerBatch: "applied" | "repeated" | undefined;

  /** How long the call waited for workers to take its work up, in ms. */
  queueWaitMs = 0;

  /** Counts the verdict on a trace. */
  addTrace(verdict: TraceVerdict): void {
    const outcome = verdict.kind === "checked" ? verdict.validity : verdict.failure;
    this.traces[outcome] = (this.traces[outcome] ?? 0) + 1;
  }

  /** Counts the decision about a group. */
  addDecision(action: DecisionAction): void {
    this.decisions[action] = (this.decisions[action] ?? 0) + 1;
  }

  /** Answers and traces judged. */
  get items(): number {
    return this.total + Object.values(this.traces).reduce((sum, count) => sum + count, 0);
  }
}
