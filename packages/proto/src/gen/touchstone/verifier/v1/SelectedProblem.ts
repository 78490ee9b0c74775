// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Difficulty as _touchstone_verifier_v1_Difficulty, Difficulty__Output as _touchstone_verifier_v1_Difficulty__Output } from '../../../touchstone/verifier/v1/Difficulty.ts';

export interface SelectedProblem {
  'problemId'?: (string);
  /**
   * The drawn pass rate (or uniform number).
   */
  'draw'?: (number | string);
  'difficulty'?: (_touchstone_verifier_v1_Difficulty | null);
}

export interface SelectedProblem__Output {
  'problemId': (string);
  /**
   * The drawn pass rate (or uniform number).
   */
  'draw': (number);
  'difficulty': (_touchstone_verifier_v1_Difficulty__Output | null);
}
