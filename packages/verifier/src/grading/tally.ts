import type { FailureReason, Verdict } from "../answer/index.ts";

/** Counts verdicts for logs and summaries. */
export class VerdictTally {
  correct = 0;
  incorrect = 0;
  readonly failures: Partial<Record<FailureReason, number>> = {};

  /** Counts one verdict. */
  add(verdict: Verdict): void {
    if (verdict.kind === "failure") this.count(verdict.failure);
    else this.count(verdict.correct ? "correct" : "incorrect");
  }

  /** Counts what a verdict says. */
  count(outcome: "correct" | "incorrect" | FailureReason): void {
    if (outcome === "correct" || outcome === "incorrect") this[outcome]++;
    else this.failures[outcome] = (this.failures[outcome] ?? 0) + 1;
  }

  /** Failures of all kinds. */
  get failed(): number {
    return Object.values(this.failures).reduce((sum, count) => sum + count, 0);
  }

  /** Everything counted. */
  get total(): number {
    return this.correct + this.incorrect + this.failed;
  }
}
