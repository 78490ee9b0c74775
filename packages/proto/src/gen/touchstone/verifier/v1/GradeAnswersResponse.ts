// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { AnswerVerdict as _touchstone_verifier_v1_AnswerVerdict, AnswerVerdict__Output as _touchstone_verifier_v1_AnswerVerdict__Output } from '../../../touchstone/verifier/v1/AnswerVerdict.ts';

export interface GradeAnswersResponse {
  'verdicts'?: (_touchstone_verifier_v1_AnswerVerdict)[];
}

export interface GradeAnswersResponse__Output {
  'verdicts': (_touchstone_verifier_v1_AnswerVerdict__Output)[];
}
