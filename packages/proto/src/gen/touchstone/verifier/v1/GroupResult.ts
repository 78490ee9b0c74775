// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { RolloutResult as _touchstone_verifier_v1_RolloutResult, RolloutResult__Output as _touchstone_verifier_v1_RolloutResult__Output } from '../../../touchstone/verifier/v1/RolloutResult.ts';
import type { GroupStats as _touchstone_verifier_v1_GroupStats, GroupStats__Output as _touchstone_verifier_v1_GroupStats__Output } from '../../../touchstone/verifier/v1/GroupStats.ts';

export interface GroupResult {
  'problemId'?: (string);
  'rollouts'?: (_touchstone_verifier_v1_RolloutResult)[];
  'stats'?: (_touchstone_verifier_v1_GroupStats | null);
}

export interface GroupResult__Output {
  'problemId': (string);
  'rollouts': (_touchstone_verifier_v1_RolloutResult__Output)[];
  'stats': (_touchstone_verifier_v1_GroupStats__Output | null);
}
