import type { FailureReason, FailureVerdict, ScoreVerdict, Verdict } from "../answer/index.ts";
import type { SlowItem } from "./slow-item.ts";

/** The part of a verdict that is counted; none of it is text of a request. */
export type TalliedVerdict =
  | Pick<ScoreVerdict, "kind" | "correct" | "method" | "reason">
  | Pick<FailureVerdict, "kind" | "failure">;

/** How many scores have the same outcome, method and reason. */
export interface ScoreCount {
  readonly correct: boolean;
  /** Empty where nothing was compared. */
  readonly method: string;
  readonly reason: string;
  count: number;
}

/** Most slow items of a call that are kept: a slow machine must not fill the log. */
const maxSlowKept = 64;

/** Counts verdicts for logs, metrics and summaries. */
export class VerdictTally {
  correct = 0;
  incorrect = 0;
  readonly failures: Partial<Record<FailureReason, number>> = {};
  /** Items that took long; at most `maxSlowKept`, in the order in which they are told of. */
  readonly slow: SlowItem[] = [];
  /** Items that took long, kept or not. */
  slowCount = 0;
  readonly #scores = new Map<string, ScoreCount>();

  /** Counts one verdict. */
  add(verdict: Verdict | TalliedVerdict): void {
    if (verdict.kind === "failure") {
      this.failures[verdict.failure] = (this.failures[verdict.failure] ?? 0) + 1;
      return;
    }
    const { correct, method = "", reason } = verdict;
    this[correct ? "correct" : "incorrect"]++;
    const key = `${correct} ${method} ${reason}`;
    const known = this.#scores.get(key);
    if (known === undefined) this.#scores.set(key, { correct, method, reason, count: 1 });
    else known.count++;
  }

  /** Takes a slow item down. */
  addSlow(item: SlowItem): void {
    this.slowCount++;
    if (this.slow.length < maxSlowKept) this.slow.push(item);
  }

  /** Scores by outcome, method and reason. */
  get scores(): Iterable<Readonly<ScoreCount>> {
    return this.#scores.values();
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
