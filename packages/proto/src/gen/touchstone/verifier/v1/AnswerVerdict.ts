// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Score as _touchstone_verifier_v1_Score, Score__Output as _touchstone_verifier_v1_Score__Output } from '../../../touchstone/verifier/v1/Score.ts';
import type { Failure as _touchstone_verifier_v1_Failure, Failure__Output as _touchstone_verifier_v1_Failure__Output } from '../../../touchstone/verifier/v1/Failure.ts';
import type { Span as _touchstone_verifier_v1_Span, Span__Output as _touchstone_verifier_v1_Span__Output } from '../../../touchstone/verifier/v1/Span.ts';
import type { AnswerPolicy as _touchstone_verifier_v1_AnswerPolicy, AnswerPolicy__Output as _touchstone_verifier_v1_AnswerPolicy__Output } from '../../../touchstone/verifier/v1/AnswerPolicy.ts';
import type { Long } from '@grpc/proto-loader';

export interface AnswerVerdict {
  'id'?: (string);
  'score'?: (_touchstone_verifier_v1_Score | null);
  'failure'?: (_touchstone_verifier_v1_Failure | null);
  /**
   * What was taken as the answer; absent when there was none.
   */
  'extracted'?: (_touchstone_verifier_v1_Span | null);
  /**
   * Normal forms that were compared.
   */
  'goldForm'?: (string);
  'answerForm'?: (string);
  /**
   * The tier that decided: "canonical", "rational", "modular", "numeric", "structural", "text", "choice", "pattern".
   */
  'method'?: (string);
  /**
   * Machine-readable reason: "equal", "different", "no_answer", "unfinished_reasoning", "unparsable_answer",
   * "conflicting_answers", "unit_mismatch", "missing_unit", "unevaluated_answer", ...
   */
  'reason'?: (string);
  /**
   * Position in `golds` of the gold answer that decided.
   */
  'goldIndex'?: (number);
  /**
   * Work spent, in fuel units; the same on every machine.
   */
  'fuelUsed'?: (number | string | Long);
  /**
   * The policy as applied, every field set.
   */
  'policy'?: (_touchstone_verifier_v1_AnswerPolicy | null);
  'outcome'?: "score"|"failure";
}

export interface AnswerVerdict__Output {
  'id': (string);
  'score'?: (_touchstone_verifier_v1_Score__Output | null);
  'failure'?: (_touchstone_verifier_v1_Failure__Output | null);
  /**
   * What was taken as the answer; absent when there was none.
   */
  'extracted': (_touchstone_verifier_v1_Span__Output | null);
  /**
   * Normal forms that were compared.
   */
  'goldForm': (string);
  'answerForm': (string);
  /**
   * The tier that decided: "canonical", "rational", "modular", "numeric", "structural", "text", "choice", "pattern".
   */
  'method': (string);
  /**
   * Machine-readable reason: "equal", "different", "no_answer", "unfinished_reasoning", "unparsable_answer",
   * "conflicting_answers", "unit_mismatch", "missing_unit", "unevaluated_answer", ...
   */
  'reason': (string);
  /**
   * Position in `golds` of the gold answer that decided.
   */
  'goldIndex': (number);
  /**
   * Work spent, in fuel units; the same on every machine.
   */
  'fuelUsed': (number);
  /**
   * The policy as applied, every field set.
   */
  'policy': (_touchstone_verifier_v1_AnswerPolicy__Output | null);
  'outcome'?: "score"|"failure";
}
