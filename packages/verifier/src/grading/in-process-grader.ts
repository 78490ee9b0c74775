import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { checkSteps, defaultStepLimits, type StepLimits } from "../steps/index.ts";
import { type GradeOne, gradeGuarded } from "./grade-task.ts";
import type { Grader } from "./grader.ts";

/** How long a batch may hold the event loop before others get a turn, in milliseconds. */
export const defaultSliceMs = 10;

/** How a grader works in this process. */
export interface InProcessOptions {
  readonly sliceMs?: number;
  readonly stepLimits?: StepLimits;
}

/** A grader that works in this process, in slices between which health checks and other calls are served. */
export function createInProcessGrader(
  gradeOne: GradeOne,
  { sliceMs = defaultSliceMs, stepLimits = defaultStepLimits }: InProcessOptions = {},
): Grader {
  return {
    grade: (tasks, signal) => inSlices(tasks, (task) => gradeGuarded(gradeOne, task), sliceMs, signal),
    check: (traces, signal) => inSlices(traces, (trace) => checkSteps(trace, stepLimits), sliceMs, signal),
    async close() {},
  };
}

async function inSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  sliceMs: number,
  signal: AbortSignal | undefined,
): Promise<Result[]> {
  const results: Result[] = [];
  let sliceEndsAt = performance.now() + sliceMs;
  for (const item of items) {
    if (performance.now() >= sliceEndsAt) {
      await yieldToEventLoop();
      signal?.throwIfAborted();
      sliceEndsAt = performance.now() + sliceMs;
    }
    results.push(work(item));
  }
  return results;
}
