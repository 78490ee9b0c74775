// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { AnswerItem as _touchstone_verifier_v1_AnswerItem, AnswerItem__Output as _touchstone_verifier_v1_AnswerItem__Output } from '../../../touchstone/verifier/v1/AnswerItem.ts';
import type { AnswerPolicy as _touchstone_verifier_v1_AnswerPolicy, AnswerPolicy__Output as _touchstone_verifier_v1_AnswerPolicy__Output } from '../../../touchstone/verifier/v1/AnswerPolicy.ts';
import type { GraderSpec as _touchstone_verifier_v1_GraderSpec, GraderSpec__Output as _touchstone_verifier_v1_GraderSpec__Output } from '../../../touchstone/verifier/v1/GraderSpec.ts';

export interface GradeAnswersRequest {
  'items'?: (_touchstone_verifier_v1_AnswerItem)[];
  /**
   * Applies to every item that has no policy of its own.
   */
  'policy'?: (_touchstone_verifier_v1_AnswerPolicy | null);
  /**
   * Applies to every item that names no grader of its own.
   */
  'grader'?: (_touchstone_verifier_v1_GraderSpec | null);
}

export interface GradeAnswersRequest__Output {
  'items': (_touchstone_verifier_v1_AnswerItem__Output)[];
  /**
   * Applies to every item that has no policy of its own.
   */
  'policy': (_touchstone_verifier_v1_AnswerPolicy__Output | null);
  /**
   * Applies to every item that names no grader of its own.
   */
  'grader': (_touchstone_verifier_v1_GraderSpec__Output | null);
}
