import type { Verdict } from "../../answer/index.ts";
import type { TraceItem, TraceVerdict } from "../../steps/index.ts";
import type { GradeTask, JudgedRollout, RolloutTask } from "../grader.ts";
import type { SlowItem } from "../slow-item.ts";

/** Work for a worker process: a few items, so that a lost worker costs little and callers take turns. */
export type Job =
  /** An encoded GradeAnswersRequest. */
  | { readonly kind: "request"; readonly bytes: Uint8Array; readonly items: number }
  | { readonly kind: "answers"; readonly tasks: readonly GradeTask[] }
  | { readonly kind: "rollouts"; readonly rollouts: readonly RolloutTask[] }
  | { readonly kind: "traces"; readonly traces: readonly TraceItem[] };

/** What a job comes to, and which of its items took long. */
export type Result = Outcome & { readonly slow?: readonly SlowItem[] };

type Outcome =
  /** An encoded GradeAnswersResponse. */
  | { readonly kind: "request"; readonly bytes: Uint8Array }
  | { readonly kind: "answers"; readonly verdicts: readonly Verdict[] }
  | { readonly kind: "rollouts"; readonly judged: readonly JudgedRollout[] }
  | { readonly kind: "traces"; readonly verdicts: readonly TraceVerdict[] }
  /** The request is malformed: the message says how. */
  | { readonly kind: "refused"; readonly message: string };

/** How many items a job holds. */
export function sizeOf(job: Job): number {
  if (job.kind === "request") return job.items;
  if (job.kind === "answers") return job.tasks.length;
  return job.kind === "rollouts" ? job.rollouts.length : job.traces.length;
}
