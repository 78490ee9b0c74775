import type { FailureReason, Verdict } from "../answer/index.ts";

/** Counts verdicts for logs and summaries. */
export class VerdictTally {
  correct = 0;
  incorrect = 0;
  readonly failures: Partial<Record<FailureReason, number>> = {};

  /** Counts one verdict. */
  add(verdict: Verdict): void {
    if (verdict.kind === "failure") {
      this.failures[verdict.failure] = (this.failures[verdict.failure] ?? 0) + 1;
    } else if (verdict.correct) {
      this.correct++;
    } else {
      this.incorrect++;
    }
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
