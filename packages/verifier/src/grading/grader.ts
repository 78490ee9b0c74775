import type { AnswerPolicy, GradeItem, Verdict } from "../answer/index.ts";
import type { ChosenGrader } from "../graders/choose-grader.ts";
import type { RolloutFindings } from "../reward/shortcuts/examine-rollout.ts";
import type { TraceItem, TraceVerdict } from "../steps/index.ts";
import type { OnSlow } from "./slow-item.ts";

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

/** What the rollouts of a group share: one object for all of them, so that it travels to another process once. */
export interface RolloutPrompt extends GradeRules {
  /** As the model saw it; empty where unknown. */
  readonly problem: string;
  readonly golds: readonly string[];
  readonly choices?: readonly string[];
  /** The verdict of every rollout, where the rules cannot be used. */
  readonly refusal?: Verdict;
  /** Whether shortcuts are looked for. */
  readonly detects: boolean;
}

/** One rollout to judge. */
export interface RolloutTask {
  readonly prompt: RolloutPrompt;
  readonly response: string;
}

/** A verdict, and what the shortcut detectors found; they say nothing where they were not asked or could not look. */
export interface JudgedRollout {
  readonly verdict: Verdict;
  readonly findings?: RolloutFindings;
}

/** Grades and checks batches. Implementations differ in where the work runs, never in the verdicts. */
export interface Grader {
  /**
   * Verdicts in the order of the tasks, one each; a defect met in one task is the failure `internal` of that task
   * alone. Leaves the event loop free for others at short intervals.
   *
   * @param onSlow told of items that take long
   * @throws the signal's reason once it is aborted
   */
  grade(tasks: readonly GradeTask[], signal?: AbortSignal, onSlow?: OnSlow): Promise<Verdict[]>;
  /** The same for rollouts, each with its findings. */
  judge(rollouts: readonly RolloutTask[], signal?: AbortSignal, onSlow?: OnSlow): Promise<JudgedRollout[]>;
  /** The same for the steps of traces. */
  check(traces: readonly TraceItem[], signal?: AbortSignal, onSlow?: OnSlow): Promise<TraceVerdict[]>;
  /** Releases what the grader holds. */
  close(): Promise<void>;
}
