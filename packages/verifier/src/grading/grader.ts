import type { AnswerPolicy, GradeItem, Verdict } from "../answer/index.ts";

/** One item with the policy it is graded under. */
export interface GradeTask {
  readonly item: GradeItem;
  readonly policy: AnswerPolicy;
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
