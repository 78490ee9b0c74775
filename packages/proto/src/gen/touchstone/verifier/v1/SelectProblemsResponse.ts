// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { SelectedProblem as _touchstone_verifier_v1_SelectedProblem, SelectedProblem__Output as _touchstone_verifier_v1_SelectedProblem__Output } from '../../../touchstone/verifier/v1/SelectedProblem.ts';

export interface SelectProblemsResponse {
  /**
   * At most `count`, best first; fewer when too many candidates are dropped.
   */
  'problems'?: (_touchstone_verifier_v1_SelectedProblem)[];
  /**
   * Candidates left out because they are dropped and have not cooled down.
   */
  'dropped'?: (number);
}

export interface SelectProblemsResponse__Output {
  /**
   * At most `count`, best first; fewer when too many candidates are dropped.
   */
  'problems': (_touchstone_verifier_v1_SelectedProblem__Output)[];
  /**
   * Candidates left out because they are dropped and have not cooled down.
   */
  'dropped': (number);
}
