// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { StepOutcome as _touchstone_verifier_v1_StepOutcome, StepOutcome__Output as _touchstone_verifier_v1_StepOutcome__Output } from '../../../touchstone/verifier/v1/StepOutcome.ts';
import type { StepError as _touchstone_verifier_v1_StepError, StepError__Output as _touchstone_verifier_v1_StepError__Output } from '../../../touchstone/verifier/v1/StepError.ts';

export interface StepVerdict {
  /**
   * Place of the step in `trace`, in UTF-16 code units; 0 and its length where steps were given.
   */
  'start'?: (number);
  'end'?: (number);
  'outcome'?: (_touchstone_verifier_v1_StepOutcome);
  /**
   * Set for an error.
   */
  'error'?: (_touchstone_verifier_v1_StepError | null);
  'claims'?: (number);
  'confirmed'?: (number);
  /**
   * Steps whose numbers this one uses, by position; -1 is the problem.
   */
  'premises'?: (number)[];
  /**
   * Numbers that come from neither the problem nor an earlier step.
   */
  'unsupported'?: (string)[];
}

export interface StepVerdict__Output {
  /**
   * Place of the step in `trace`, in UTF-16 code units; 0 and its length where steps were given.
   */
  'start': (number);
  'end': (number);
  'outcome': (_touchstone_verifier_v1_StepOutcome__Output);
  /**
   * Set for an error.
   */
  'error': (_touchstone_verifier_v1_StepError__Output | null);
  'claims': (number);
  'confirmed': (number);
  /**
   * Steps whose numbers this one uses, by position; -1 is the problem.
   */
  'premises': (number)[];
  /**
   * Numbers that come from neither the problem nor an earlier step.
   */
  'unsupported': (string)[];
}
