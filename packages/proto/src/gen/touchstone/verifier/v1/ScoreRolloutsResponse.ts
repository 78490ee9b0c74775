// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { GroupResult as _touchstone_verifier_v1_GroupResult, GroupResult__Output as _touchstone_verifier_v1_GroupResult__Output } from '../../../touchstone/verifier/v1/GroupResult.ts';
import type { RewardSpec as _touchstone_verifier_v1_RewardSpec, RewardSpec__Output as _touchstone_verifier_v1_RewardSpec__Output } from '../../../touchstone/verifier/v1/RewardSpec.ts';

export interface ScoreRolloutsResponse {
  'batchId'?: (string);
  'groups'?: (_touchstone_verifier_v1_GroupResult)[];
  /**
   * The reward specification as applied.
   */
  'reward'?: (_touchstone_verifier_v1_RewardSpec | null);
  /**
   * This batch had been counted before: difficulties and decisions are those of its first application.
   */
  'repeated'?: (boolean);
}

export interface ScoreRolloutsResponse__Output {
  'batchId': (string);
  'groups': (_touchstone_verifier_v1_GroupResult__Output)[];
  /**
   * The reward specification as applied.
   */
  'reward': (_touchstone_verifier_v1_RewardSpec__Output | null);
  /**
   * This batch had been counted before: difficulties and decisions are those of its first application.
   */
  'repeated': (boolean);
}
