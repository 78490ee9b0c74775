export {
  areEqual,
  type ExtractionResult,
  extractAnswer,
  type ParseResult,
  parseAnswer,
} from "./building-blocks.ts";
export { type GradeItem, type GradeOptions, gradeAnswer } from "./grade.ts";
export { defaultLimits, type GradeLimits, resolveLimits } from "./limits.ts";
export {
  type AnswerChoice,
  type AnswerPlace,
  type AnswerPolicy,
  defaultPolicy,
  resolvePolicy,
} from "./policy.ts";
export type { ScalarTier, TierResult, Trace, TraceStage, TraceStep } from "./trace.ts";
export type { ParsedAnswer, Value } from "./value/value.ts";
export type {
  Extraction,
  ExtractionSource,
  FailureReason,
  FailureVerdict,
  Method,
  ScoreVerdict,
  Verdict,
} from "./verdict.ts";
