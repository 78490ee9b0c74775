export { checkSteps, type TraceItem } from "./check-steps.ts";
export { defaultStepLimits, type StepLimits } from "./limits.ts";
export { type StepSpan, segmentTrace } from "./segment-trace.ts";
export type {
  Claim,
  ClaimKind,
  Coherence,
  StepError,
  StepErrorKind,
  StepVerdict,
  TraceSummary,
  TraceVerdict,
  Validity,
} from "./verdict.ts";
export { summarizeTrace } from "./verdict.ts";
