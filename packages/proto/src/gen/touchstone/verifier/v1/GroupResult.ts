// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { RolloutResult as _touchstone_verifier_v1_RolloutResult, RolloutResult__Output as _touchstone_verifier_v1_RolloutResult__Output } from '../../../touchstone/verifier/v1/RolloutResult.ts';
import type { GroupStats as _touchstone_verifier_v1_GroupStats, GroupStats__Output as _touchstone_verifier_v1_GroupStats__Output } from '../../../touchstone/verifier/v1/GroupStats.ts';
import type { Difficulty as _touchstone_verifier_v1_Difficulty, Difficulty__Output as _touchstone_verifier_v1_Difficulty__Output } from '../../../touchstone/verifier/v1/Difficulty.ts';
import type { GroupDecision as _touchstone_verifier_v1_GroupDecision, GroupDecision__Output as _touchstone_verifier_v1_GroupDecision__Output } from '../../../touchstone/verifier/v1/GroupDecision.ts';
import type { ShortcutFlag as _touchstone_verifier_v1_ShortcutFlag, ShortcutFlag__Output as _touchstone_verifier_v1_ShortcutFlag__Output } from '../../../touchstone/verifier/v1/ShortcutFlag.ts';

export interface GroupResult {
  'problemId'?: (string);
  'rollouts'?: (_touchstone_verifier_v1_RolloutResult)[];
  'stats'?: (_touchstone_verifier_v1_GroupStats | null);
  /**
   * The problem before and after this group was counted; absent without a policy stream or problem id.
   */
  'difficultyBefore'?: (_touchstone_verifier_v1_Difficulty | null);
  'difficultyAfter'?: (_touchstone_verifier_v1_Difficulty | null);
  'decision'?: (_touchstone_verifier_v1_GroupDecision | null);
  /**
   * What the detectors that look at a whole group found.
   */
  'shortcuts'?: (_touchstone_verifier_v1_ShortcutFlag)[];
}

export interface GroupResult__Output {
  'problemId': (string);
  'rollouts': (_touchstone_verifier_v1_RolloutResult__Output)[];
  'stats': (_touchstone_verifier_v1_GroupStats__Output | null);
  /**
   * The problem before and after this group was counted; absent without a policy stream or problem id.
   */
  'difficultyBefore': (_touchstone_verifier_v1_Difficulty__Output | null);
  'difficultyAfter': (_touchstone_verifier_v1_Difficulty__Output | null);
  'decision': (_touchstone_verifier_v1_GroupDecision__Output | null);
  /**
   * What the detectors that look at a whole group found.
   */
  'shortcuts': (_touchstone_verifier_v1_ShortcutFlag__Output)[];
}
