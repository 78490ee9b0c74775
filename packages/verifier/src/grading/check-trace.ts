import { checkSteps, type StepLimits, type TraceItem, type TraceVerdict } from "../steps/index.ts";
import { guarded } from "./guarded.ts";

/** The verdict on the steps of a trace, or the failure `internal` if the check throws. */
export function checkGuarded(trace: TraceItem, limits: StepLimits): TraceVerdict {
  return guarded(() => checkSteps(trace, limits));
}
