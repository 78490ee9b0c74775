import type { AnswerPolicy, GradeItem, Verdict } from "../answer/index.ts";
import type { ChosenGrader } from "../graders/choose-grader.ts";

/** Under what an item is graded. */
export interface GradeRules {
  readonly policy: AnswerPolicy;
  /** Who judges; left out: the mathematical core. */
  readonly grader?: ChosenGrader;
}

/** One item with its rules. */
export interface GradeTask extends GradeRules {
  readonly item: GradeItem;
}

/** Grades batches. Implementations differ in where the work runs, never in the verdicts. */
export interface Grader {
  /**
   * Verdicts in the order of the tasks, one each; a defect met in one task is the failure `internal` of that task
   * alone. Leaves the event loop free for others at short intervals.
   *
   * @throws the signal's reason once it is aborted
   */
  grade(tasks: readonly GradeTask[], signal?: AbortSignal): Promise<Verdict[]>;
  /** Releases what the grader holds. */
  close(): Promise<void>;
}
