import { defaultStepLimits, type StepLimits } from "../steps/index.ts";
import { checkGuarded } from "./check-trace.ts";
import { type GradeOne, gradeGuarded } from "./grade-task.ts";
import type { Grader } from "./grader.ts";
import { inSlices } from "./in-slices.ts";
import { judgeRollout } from "./judge-rollout.ts";

/** How a grader works in this process. */
export interface InProcessOptions {
  readonly sliceMs?: number;
  readonly stepLimits?: StepLimits;
}

/** A grader that works in this process, in slices between which health checks and other calls are served. */
export function createInProcessGrader(
  gradeOne: GradeOne,
  { sliceMs, stepLimits = defaultStepLimits }: InProcessOptions = {},
): Grader {
  const slices = sliceMs === undefined ? {} : { sliceMs };
  return {
    grade: (tasks, signal) => inSlices(tasks, (task) => gradeGuarded(gradeOne, task), { ...slices, signal }),
    judge: (rollouts, signal) =>
      inSlices(rollouts, (rollout) => judgeRollout(gradeOne, rollout), { ...slices, signal }),
    check: (traces, signal) =>
      inSlices(traces, (trace) => checkGuarded(trace, stepLimits), { ...slices, signal }),
    async close() {},
  };
}
