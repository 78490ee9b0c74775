// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { StepsCheck as _touchstone_verifier_v1_StepsCheck, StepsCheck__Output as _touchstone_verifier_v1_StepsCheck__Output } from '../../../touchstone/verifier/v1/StepsCheck.ts';

export interface Rollout {
  'id'?: (string);
  'response'?: (string);
  /**
   * The response was cut off at the token limit.
   */
  'truncated'?: (boolean);
  /**
   * Length of the response in tokens; 0 when unknown.
   */
  'tokenCount'?: (number);
  /**
   * What the caller's own check of the steps found, for admission under "verified_success".
   */
  'stepsCheck'?: (_touchstone_verifier_v1_StepsCheck);
}

export interface Rollout__Output {
  'id': (string);
  'response': (string);
  /**
   * The response was cut off at the token limit.
   */
  'truncated': (boolean);
  /**
   * Length of the response in tokens; 0 when unknown.
   */
  'tokenCount': (number);
  /**
   * What the caller's own check of the steps found, for admission under "verified_success".
   */
  'stepsCheck': (_touchstone_verifier_v1_StepsCheck__Output);
}
