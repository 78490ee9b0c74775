// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Difficulty as _touchstone_verifier_v1_Difficulty, Difficulty__Output as _touchstone_verifier_v1_Difficulty__Output } from '../../../touchstone/verifier/v1/Difficulty.ts';

export interface ListDifficultyResponse {
  /**
   * By the bytes of their ids.
   */
  'problems'?: (_touchstone_verifier_v1_Difficulty)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
  'policyStreams'?: (string)[];
}

export interface ListDifficultyResponse__Output {
  /**
   * By the bytes of their ids.
   */
  'problems': (_touchstone_verifier_v1_Difficulty__Output)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
  'policyStreams': (string)[];
}
