// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { DecisionAction as _touchstone_verifier_v1_DecisionAction, DecisionAction__Output as _touchstone_verifier_v1_DecisionAction__Output } from '../../../touchstone/verifier/v1/DecisionAction.ts';
import type { DifficultyVisit as _touchstone_verifier_v1_DifficultyVisit, DifficultyVisit__Output as _touchstone_verifier_v1_DifficultyVisit__Output } from '../../../touchstone/verifier/v1/DifficultyVisit.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * What the ledger thinks of a problem at a policy step.
 */
export interface Difficulty {
  'problemId'?: (string);
  'policyStep'?: (number | string | Long);
  /**
   * The belief about the pass rate: Beta(alpha, beta), its mean and its central credible interval.
   */
  'alpha'?: (number | string);
  'beta'?: (number | string);
  'mean'?: (number | string);
  'lower'?: (number | string);
  'upper'?: (number | string);
  /**
   * Rollouts behind the belief, faded with the policy steps that passed since.
   */
  'evidence'?: (number | string);
  /**
   * Groups and scored rollouts seen in all, never faded.
   */
  'visits'?: (number | string | Long);
  'rollouts'?: (number | string | Long);
  'correct'?: (number | string | Long);
  'lastVisitStep'?: (number | string | Long);
  'action'?: (_touchstone_verifier_v1_DecisionAction);
  /**
   * "unseen", "few_rollouts", "cooled_down", "learnable", "near_impossible", "solved", "rare_success".
   */
  'reason'?: (string);
  /**
   * Advised relative sampling weight, in [0, 1].
   */
  'weight'?: (number | string);
  /**
   * Policy step at which a dropped problem comes back.
   */
  'returnsAtStep'?: (number | string | Long);
  /**
   * The newest visits, newest last; only in GetDifficulty and ListDifficulty.
   */
  'recentVisits'?: (_touchstone_verifier_v1_DifficultyVisit)[];
  '_lastVisitStep'?: "lastVisitStep";
  '_returnsAtStep'?: "returnsAtStep";
}

/**
 * What the ledger thinks of a problem at a policy step.
 */
export interface Difficulty__Output {
  'problemId': (string);
  'policyStep': (number);
  /**
   * The belief about the pass rate: Beta(alpha, beta), its mean and its central credible interval.
   */
  'alpha': (number);
  'beta': (number);
  'mean': (number);
  'lower': (number);
  'upper': (number);
  /**
   * Rollouts behind the belief, faded with the policy steps that passed since.
   */
  'evidence': (number);
  /**
   * Groups and scored rollouts seen in all, never faded.
   */
  'visits': (number);
  'rollouts': (number);
  'correct': (number);
  'lastVisitStep'?: (number);
  'action': (_touchstone_verifier_v1_DecisionAction__Output);
  /**
   * "unseen", "few_rollouts", "cooled_down", "learnable", "near_impossible", "solved", "rare_success".
   */
  'reason': (string);
  /**
   * Advised relative sampling weight, in [0, 1].
   */
  'weight': (number);
  /**
   * Policy step at which a dropped problem comes back.
   */
  'returnsAtStep'?: (number);
  /**
   * The newest visits, newest last; only in GetDifficulty and ListDifficulty.
   */
  'recentVisits': (_touchstone_verifier_v1_DifficultyVisit__Output)[];
  '_lastVisitStep'?: "lastVisitStep";
  '_returnsAtStep'?: "returnsAtStep";
}
