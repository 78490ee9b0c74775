import type { Draw } from "./draw.ts";

/** A case that the core got wrong, or that looks so. */
export interface Find {
  /** The rule that was broken: finds of one rule are shrunk and counted together. */
  readonly rule: string;
  /**
   * What a smaller case must share with this one to be a smaller form of it, where that is less than the rule: then the
   * rule of the smallest form is the one that is counted.
   */
  readonly shrinksAs?: string;
  /** One line for a person. */
  readonly message: string;
  /** Everything needed to look at it: texts, verdicts, times. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Counts what a suite met, by name: cases, undecided ones, discarded ones. */
export class Tally {
  readonly counts = new Map<string, number>();

  /** Adds to a count. */
  add(name: string, amount = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + amount);
  }

  /** Keeps the largest value under a name. */
  keepLargest(name: string, value: number): void {
    this.counts.set(name, Math.max(this.counts.get(name) ?? 0, value));
  }

  /** One line: `undecided 12, discarded 3`. */
  toString(): string {
    return [...this.counts].map(([name, count]) => `${name} ${Math.round(count * 100) / 100}`).join(", ");
  }
}

/** A suite that is ready to run. */
export interface OpenSuite {
  /** Makes one case from the draw and checks it. */
  check(draw: Draw, tally: Tally): Find | undefined | Promise<Find | undefined>;
  /** Tapes tried when a find is shrunk; fewer where a case is slow. */
  readonly shrinks?: number;
  /** Lets go of processes and files. */
  close?(): Promise<void>;
}

/** Shares of its cases that a suite may get wrong. Its tally counts outcomes as `right paid`, `wrong refused`, under names of its own. */
export interface SuiteBar {
  /** What the counts of right and of wrong answers begin with, and what stands behind it for a paid one. */
  readonly right: string;
  readonly wrong: string;
  readonly paid: string;
  /** Most right answers that are not paid, of all right ones. */
  readonly mostMissed: number;
  /** Most wrong answers that are paid, of all wrong ones. */
  readonly mostPaid: number;
}

/** A family of cases with one oracle. */
export interface Suite {
  /** Where a suite has a bar, its finds are shown and fail the run only past the bar; elsewhere every find does. */
  readonly bar?: SuiteBar;
  readonly name: string;
  readonly about: string;
  /** Starts what the suite needs; a text says why it cannot run here. */
  open(): Promise<OpenSuite | string> | OpenSuite | string;
}
