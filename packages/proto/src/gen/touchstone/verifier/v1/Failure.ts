// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { FailureKind as _touchstone_verifier_v1_FailureKind, FailureKind__Output as _touchstone_verifier_v1_FailureKind__Output } from '../../../touchstone/verifier/v1/FailureKind.ts';

export interface Failure {
  'kind'?: (_touchstone_verifier_v1_FailureKind);
  /**
   * One sentence that says what went wrong and what to do.
   */
  'message'?: (string);
}

export interface Failure__Output {
  'kind': (_touchstone_verifier_v1_FailureKind__Output);
  /**
   * One sentence that says what went wrong and what to do.
   */
  'message': (string);
}
