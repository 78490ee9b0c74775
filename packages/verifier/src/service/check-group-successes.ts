import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { ReceivedRollout, ReceivedRolloutGroup } from "@touchstone/proto";
import {
  type CheckedSuccesses,
  checkSuccesses,
  type StepCheck,
  type StepsVerdict,
  type Success,
} from "../difficulty/check-successes.ts";
import { defaultSliceMs } from "../grading/in-process-grader.ts";
import { checkSteps, type StepLimits } from "../steps/index.ts";

/** Valid: the steps carry the answer. Invalid: some step is wrong. Everything else could not be checked. */
function checkBySteps(limits: StepLimits): StepCheck {
  return (problem, response) => {
    const verdict = checkSteps({ problem, trace: response }, limits);
    if (verdict.kind === "failure") return "unverifiable";
    if (verdict.validity === "supported") return "valid";
    return verdict.validity === "invalid" ? "invalid" : "unverifiable";
  };
}

const verdictOf: Readonly<Record<ReceivedRollout["stepsCheck"], StepsVerdict | undefined>> = {
  STEPS_CHECK_UNSPECIFIED: undefined,
  STEPS_CHECK_VALID: "valid",
  STEPS_CHECK_INVALID: "invalid",
  STEPS_CHECK_UNVERIFIABLE: "unverifiable",
};

function toSuccess({ response, stepsCheck }: ReceivedRollout): Success {
  const verdict = verdictOf[stepsCheck];
  return verdict === undefined ? { response } : { response, verdict };
}

/**
 * Checks the steps of the correct responses of groups whose pass rate lies below the limit; undefined for the others.
 * What the caller found in its own check is taken as it is.
 * Other calls are served in between.
 *
 * @param isCorrect for each group, which of its rollouts have a correct answer
 * @throws the signal's reason once it is aborted
 */
export async function checkGroupSuccesses(
  groups: readonly ReceivedRolloutGroup[],
  isCorrect: readonly (readonly boolean[])[],
  passRates: readonly (number | undefined)[],
  { below, stepLimits }: { readonly below: number; readonly stepLimits: StepLimits },
  signal: AbortSignal,
): Promise<(CheckedSuccesses | undefined)[]> {
  const check = checkBySteps(stepLimits);
  const results: (CheckedSuccesses | undefined)[] = [];
  let sliceEndsAt = performance.now() + defaultSliceMs;
  for (const [index, { problem, rollouts }] of groups.entries()) {
    const rate = passRates[index];
    if (rate === undefined || rate === 0 || rate >= below) {
      results.push(undefined);
      continue;
    }
    const successes = rollouts.filter((_, place) => isCorrect[index]![place]).map(toSuccess);
    const checking = checkSuccesses(problem, successes, check);
    let step = checking.next();
    while (!step.done) {
      if (performance.now() >= sliceEndsAt) {
        await yieldToEventLoop();
        signal.throwIfAborted();
        sliceEndsAt = performance.now() + defaultSliceMs;
      }
      step = checking.next();
    }
    results.push(step.value);
  }
  return results;
}
