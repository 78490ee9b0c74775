import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { Verdict } from "../answer/index.ts";
import { type GradeOne, gradeGuarded } from "./grade-task.ts";
import type { Grader } from "./grader.ts";

/** How long a batch may hold the event loop before others get a turn, in milliseconds. */
export const defaultSliceMs = 10;

/** A grader that works in this process, in slices between which health checks and other calls are served. */
export function createInProcessGrader(gradeOne: GradeOne, sliceMs: number = defaultSliceMs): Grader {
  return {
    async grade(tasks, signal) {
      const verdicts: Verdict[] = [];
      let sliceEndsAt = performance.now() + sliceMs;
      for (const task of tasks) {
        if (performance.now() >= sliceEndsAt) {
          await yieldToEventLoop();
          signal?.throwIfAborted();
          sliceEndsAt = performance.now() + sliceMs;
        }
        verdicts.push(gradeGuarded(gradeOne, task));
      }
      return verdicts;
    },
    async close() {},
  };
}
