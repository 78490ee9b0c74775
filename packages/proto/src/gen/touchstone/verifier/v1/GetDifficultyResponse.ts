// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Difficulty as _touchstone_verifier_v1_Difficulty, Difficulty__Output as _touchstone_verifier_v1_Difficulty__Output } from '../../../touchstone/verifier/v1/Difficulty.ts';

export interface GetDifficultyResponse {
  /**
   * In the order of the request; a problem never seen has the prior.
   */
  'problems'?: (_touchstone_verifier_v1_Difficulty)[];
}

export interface GetDifficultyResponse__Output {
  /**
   * In the order of the request; a problem never seen has the prior.
   */
  'problems': (_touchstone_verifier_v1_Difficulty__Output)[];
}
