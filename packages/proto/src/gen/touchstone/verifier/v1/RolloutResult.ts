// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { AnswerVerdict as _touchstone_verifier_v1_AnswerVerdict, AnswerVerdict__Output as _touchstone_verifier_v1_AnswerVerdict__Output } from '../../../touchstone/verifier/v1/AnswerVerdict.ts';
import type { ShortcutFlag as _touchstone_verifier_v1_ShortcutFlag, ShortcutFlag__Output as _touchstone_verifier_v1_ShortcutFlag__Output } from '../../../touchstone/verifier/v1/ShortcutFlag.ts';

export interface RolloutResult {
  'id'?: (string);
  'verdict'?: (_touchstone_verifier_v1_AnswerVerdict | null);
  /**
   * Absent when the verdict is a failure: mask the rollout, do not score it 0.
   */
  'reward'?: (number | string);
  /**
   * Each component by name, before weighting: "answer", "format", ..., and "shortcut": -1 where a flag is raised, else 0.
   */
  'components'?: ({[key: string]: number | string});
  /**
   * What the shortcut detectors found, also under their thresholds; those that found nothing are left out.
   */
  'shortcuts'?: (_touchstone_verifier_v1_ShortcutFlag)[];
  '_reward'?: "reward";
}

export interface RolloutResult__Output {
  'id': (string);
  'verdict': (_touchstone_verifier_v1_AnswerVerdict__Output | null);
  /**
   * Absent when the verdict is a failure: mask the rollout, do not score it 0.
   */
  'reward'?: (number);
  /**
   * Each component by name, before weighting: "answer", "format", ..., and "shortcut": -1 where a flag is raised, else 0.
   */
  'components': ({[key: string]: number});
  /**
   * What the shortcut detectors found, also under their thresholds; those that found nothing are left out.
   */
  'shortcuts': (_touchstone_verifier_v1_ShortcutFlag__Output)[];
  '_reward'?: "reward";
}
