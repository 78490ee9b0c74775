// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { DecisionAction as _touchstone_verifier_v1_DecisionAction, DecisionAction__Output as _touchstone_verifier_v1_DecisionAction__Output } from '../../../touchstone/verifier/v1/DecisionAction.ts';

/**
 * Whether a group should take part in an update.
 */
export interface GroupDecision {
  'action'?: (_touchstone_verifier_v1_DecisionAction);
  /**
   * Machine-readable: "learnable", "few_rollouts", "near_impossible", "solved", "rare_success", "cooled_down",
   * "zero_variance", "below_band", "above_band", "nothing_scored", ...
   */
  'reason'?: (string);
  /**
   * The admission rule that decided.
   */
  'rule'?: (string);
  /**
   * Advised relative sampling weight of the problem, in [0, 1].
   */
  'weight'?: (number | string);
  /**
   * Largest advantage advised; set for a guarded group.
   */
  'advantageCap'?: (number | string);
  '_advantageCap'?: "advantageCap";
}

/**
 * Whether a group should take part in an update.
 */
export interface GroupDecision__Output {
  'action': (_touchstone_verifier_v1_DecisionAction__Output);
  /**
   * Machine-readable: "learnable", "few_rollouts", "near_impossible", "solved", "rare_success", "cooled_down",
   * "zero_variance", "below_band", "above_band", "nothing_scored", ...
   */
  'reason': (string);
  /**
   * The admission rule that decided.
   */
  'rule': (string);
  /**
   * Advised relative sampling weight of the problem, in [0, 1].
   */
  'weight': (number);
  /**
   * Largest advantage advised; set for a guarded group.
   */
  'advantageCap'?: (number);
  '_advantageCap'?: "advantageCap";
}
