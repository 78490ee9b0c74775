// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { RolloutGroup as _touchstone_verifier_v1_RolloutGroup, RolloutGroup__Output as _touchstone_verifier_v1_RolloutGroup__Output } from '../../../touchstone/verifier/v1/RolloutGroup.ts';
import type { AnswerPolicy as _touchstone_verifier_v1_AnswerPolicy, AnswerPolicy__Output as _touchstone_verifier_v1_AnswerPolicy__Output } from '../../../touchstone/verifier/v1/AnswerPolicy.ts';
import type { RewardSpec as _touchstone_verifier_v1_RewardSpec, RewardSpec__Output as _touchstone_verifier_v1_RewardSpec__Output } from '../../../touchstone/verifier/v1/RewardSpec.ts';
import type { GraderSpec as _touchstone_verifier_v1_GraderSpec, GraderSpec__Output as _touchstone_verifier_v1_GraderSpec__Output } from '../../../touchstone/verifier/v1/GraderSpec.ts';
import type { Long } from '@grpc/proto-loader';

export interface ScoreRolloutsRequest {
  /**
   * Names this batch for good: a repeated call with the same id and content gives the same result.
   */
  'batchId'?: (string);
  'groups'?: (_touchstone_verifier_v1_RolloutGroup)[];
  'policy'?: (_touchstone_verifier_v1_AnswerPolicy | null);
  'reward'?: (_touchstone_verifier_v1_RewardSpec | null);
  /**
   * The policy (model) being trained and its update count, for difficulty tracking.
   */
  'policyStream'?: (string);
  'policyStep'?: (number | string | Long);
  /**
   * How groups are admitted to an update: a name of `Describe`. Empty: the server's default.
   */
  'admission'?: (string);
  /**
   * Settings of the rule by their names in `Describe`: "band_low", "band_high", "pool_hard", "pool_easy",
   * "pool_hard_weight", "pool_easy_weight", "verified_below", "guard_advantage_cap"; each left out is the server's.
   */
  'admissionSettings'?: ({[key: string]: number | string});
  /**
   * Applies to every group that names no grader of its own.
   */
  'grader'?: (_touchstone_verifier_v1_GraderSpec | null);
}

export interface ScoreRolloutsRequest__Output {
  /**
   * Names this batch for good: a repeated call with the same id and content gives the same result.
   */
  'batchId': (string);
  'groups': (_touchstone_verifier_v1_RolloutGroup__Output)[];
  'policy': (_touchstone_verifier_v1_AnswerPolicy__Output | null);
  'reward': (_touchstone_verifier_v1_RewardSpec__Output | null);
  /**
   * The policy (model) being trained and its update count, for difficulty tracking.
   */
  'policyStream': (string);
  'policyStep': (number);
  /**
   * How groups are admitted to an update: a name of `Describe`. Empty: the server's default.
   */
  'admission': (string);
  /**
   * Settings of the rule by their names in `Describe`: "band_low", "band_high", "pool_hard", "pool_easy",
   * "pool_hard_weight", "pool_easy_weight", "verified_below", "guard_advantage_cap"; each left out is the server's.
   */
  'admissionSettings': ({[key: string]: number});
  /**
   * Applies to every group that names no grader of its own.
   */
  'grader': (_touchstone_verifier_v1_GraderSpec__Output | null);
}
