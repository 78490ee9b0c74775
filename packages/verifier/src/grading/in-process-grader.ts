import { defaultStepLimits, type StepLimits, type TraceItem } from "../steps/index.ts";
import { checkGuarded } from "./check-trace.ts";
import { type GradeOne, gradeGuarded } from "./grade-task.ts";
import type { Grader, GradeTask, RolloutTask } from "./grader.ts";
import { inSlices } from "./in-slices.ts";
import { judgeRollout } from "./judge-rollout.ts";
import { describeSlowRollout, describeSlowTask, describeSlowTrace, tellSlow } from "./slow-item.ts";

/** How a grader works in this process. */
export interface InProcessOptions {
  readonly sliceMs?: number;
  readonly stepLimits?: StepLimits;
  /** Items that take longer are told of, in ms; 0: none. */
  readonly slowMs?: number;
}

/** A grader that works in this process, in slices between which health checks and other calls are served. */
export function createInProcessGrader(
  gradeOne: GradeOne,
  { sliceMs, stepLimits = defaultStepLimits, slowMs = 0 }: InProcessOptions = {},
): Grader {
  const slices = sliceMs === undefined ? {} : { sliceMs };
  return {
    grade(tasks, signal, onSlow) {
      const work = (task: GradeTask) => gradeGuarded(gradeOne, task);
      return inSlices(tasks, tellSlow(work, describeSlowTask, { slowMs, onSlow }), { ...slices, signal });
    },
    judge(rollouts, signal, onSlow) {
      const work = (rollout: RolloutTask) => judgeRollout(gradeOne, rollout);
      return inSlices(rollouts, tellSlow(work, describeSlowRollout, { slowMs, onSlow }), {
        ...slices,
        signal,
      });
    },
    check(traces, signal, onSlow) {
      const work = (trace: TraceItem) => checkGuarded(trace, stepLimits);
      return inSlices(traces, tellSlow(work, describeSlowTrace, { slowMs, onSlow }), { ...slices, signal });
    },
    async close() {},
  };
}
