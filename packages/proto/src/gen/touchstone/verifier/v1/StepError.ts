// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Span as _touchstone_verifier_v1_Span, Span__Output as _touchstone_verifier_v1_Span__Output } from '../../../touchstone/verifier/v1/Span.ts';

export interface StepError {
  /**
   * "arithmetic", "comparison", "number_fact", "contradiction", "misquotation".
   */
  'kind'?: (string);
  /**
   * What is wrong; offsets in the step.
   */
  'span'?: (_touchstone_verifier_v1_Span | null);
  /**
   * The value that should stand there.
   */
  'expected'?: (string);
}

export interface StepError__Output {
  /**
   * "arithmetic", "comparison", "number_fact", "contradiction", "misquotation".
   */
  'kind': (string);
  /**
   * What is wrong; offsets in the step.
   */
  'span': (_touchstone_verifier_v1_Span__Output | null);
  /**
   * The value that should stand there.
   */
  'expected': (string);
}
