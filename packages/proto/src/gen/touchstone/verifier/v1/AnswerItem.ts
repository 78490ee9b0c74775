// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { AnswerPolicy as _touchstone_verifier_v1_AnswerPolicy, AnswerPolicy__Output as _touchstone_verifier_v1_AnswerPolicy__Output } from '../../../touchstone/verifier/v1/AnswerPolicy.ts';
import type { GraderSpec as _touchstone_verifier_v1_GraderSpec, GraderSpec__Output as _touchstone_verifier_v1_GraderSpec__Output } from '../../../touchstone/verifier/v1/GraderSpec.ts';

export interface AnswerItem {
  /**
   * Echoed in the verdict. Unique within a batch, or empty.
   */
  'id'?: (string);
  /**
   * Accepted gold answers; a match with any one of them is correct. A worked solution stands for the answer in its last
   * box, or after its last "####".
   */
  'golds'?: (string)[];
  /**
   * A whole model response, from which the answer is extracted.
   */
  'response'?: (string);
  /**
   * A bare answer: nothing is extracted, but where it carries a \boxed{...} that is the answer.
   */
  'answer'?: (string);
  'policy'?: (_touchstone_verifier_v1_AnswerPolicy | null);
  /**
   * Contents of options A, B, C, ... of a multiple-choice question.
   */
  'choices'?: (string)[];
  'grader'?: (_touchstone_verifier_v1_GraderSpec | null);
  /**
   * The text of the problem, which tells what kind of answer it asks for; empty where unknown.
   */
  'problem'?: (string);
  'candidate'?: "response"|"answer";
}

export interface AnswerItem__Output {
  /**
   * Echoed in the verdict. Unique within a batch, or empty.
   */
  'id': (string);
  /**
   * Accepted gold answers; a match with any one of them is correct. A worked solution stands for the answer in its last
   * box, or after its last "####".
   */
  'golds': (string)[];
  /**
   * A whole model response, from which the answer is extracted.
   */
  'response'?: (string);
  /**
   * A bare answer: nothing is extracted, but where it carries a \boxed{...} that is the answer.
   */
  'answer'?: (string);
  'policy': (_touchstone_verifier_v1_AnswerPolicy__Output | null);
  /**
   * Contents of options A, B, C, ... of a multiple-choice question.
   */
  'choices': (string)[];
  'grader': (_touchstone_verifier_v1_GraderSpec__Output | null);
  /**
   * The text of the problem, which tells what kind of answer it asks for; empty where unknown.
   */
  'problem': (string);
  'candidate'?: "response"|"answer";
}
