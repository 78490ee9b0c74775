import type { AnswerPolicy, GradeItem, Verdict } from "../answer/index.ts";
import type { ChosenGrader } from "../graders/choose-grader.ts";
import type { TraceItem, TraceVerdict } from "../steps/index.ts";

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

/** Grades and checks batches. Implementations differ in where the work runs, never in the verdicts. */
export interface Grader {
  /**
   * Verdicts in the order of the tasks, one each; a defect met in one task is the failure `internal` of that task
   * alone. Leaves the event loop free for others at short intervals.
   *
   * @throws the signal's reason once it is aborted
   */
  grade(tasks: readonly GradeTask[], signal?: AbortSignal): Promise<Verdict[]>;
  /** The same for the steps of traces. */
  check(traces: readonly TraceItem[], signal?: AbortSignal): Promise<TraceVerdict[]>;
  /** Releases what the grader holds. */
  close(): Promise<void>;
}
