// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Rollout as _touchstone_verifier_v1_Rollout, Rollout__Output as _touchstone_verifier_v1_Rollout__Output } from '../../../touchstone/verifier/v1/Rollout.ts';
import type { AnswerPolicy as _touchstone_verifier_v1_AnswerPolicy, AnswerPolicy__Output as _touchstone_verifier_v1_AnswerPolicy__Output } from '../../../touchstone/verifier/v1/AnswerPolicy.ts';
import type { GraderSpec as _touchstone_verifier_v1_GraderSpec, GraderSpec__Output as _touchstone_verifier_v1_GraderSpec__Output } from '../../../touchstone/verifier/v1/GraderSpec.ts';

/**
 * Rollouts of one problem.
 */
export interface RolloutGroup {
  'problemId'?: (string);
  /**
   * The prompt as the model saw it.
   */
  'problem'?: (string);
  'golds'?: (string)[];
  'rollouts'?: (_touchstone_verifier_v1_Rollout)[];
  'policy'?: (_touchstone_verifier_v1_AnswerPolicy | null);
  'choices'?: (string)[];
  /**
   * Length of an honest response in UTF-16 code units, for "skipped_work"; 0: the median of the group.
   */
  'referenceChars'?: (number);
  'grader'?: (_touchstone_verifier_v1_GraderSpec | null);
}

/**
 * Rollouts of one problem.
 */
export interface RolloutGroup__Output {
  'problemId': (string);
  /**
   * The prompt as the model saw it.
   */
  'problem': (string);
  'golds': (string)[];
  'rollouts': (_touchstone_verifier_v1_Rollout__Output)[];
  'policy': (_touchstone_verifier_v1_AnswerPolicy__Output | null);
  'choices': (string)[];
  /**
   * Length of an honest response in UTF-16 code units, for "skipped_work"; 0: the median of the group.
   */
  'referenceChars': (number);
  'grader': (_touchstone_verifier_v1_GraderSpec__Output | null);
}
