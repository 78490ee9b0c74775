// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { AnswerVerdict as _touchstone_verifier_v1_AnswerVerdict, AnswerVerdict__Output as _touchstone_verifier_v1_AnswerVerdict__Output } from '../../../touchstone/verifier/v1/AnswerVerdict.ts';
import type { ShortcutFlag as _touchstone_verifier_v1_ShortcutFlag, ShortcutFlag__Output as _touchstone_verifier_v1_ShortcutFlag__Output } from '../../../touchstone/verifier/v1/ShortcutFlag.ts';
import type { Failure as _touchstone_verifier_v1_Failure, Failure__Output as _touchstone_verifier_v1_Failure__Output } from '../../../touchstone/verifier/v1/Failure.ts';

export interface RolloutResult {
  'id'?: (string);
  'verdict'?: (_touchstone_verifier_v1_AnswerVerdict | null);
  /**
   * Absent when the verdict is a failure, or the reward rests on steps that could not be checked (`steps_failure`): mask
   * the rollout, do not score it 0.
   */
  'reward'?: (number | string);
  /**
   * Each component by name, before weighting: "answer", "format", ...; "shortcut": -1 where a flag is raised, else 0. Where
   * the steps were checked, "coherence": steps that hold among those of which something was decided (0 where nothing was),
   * and "coverage": steps of which something was decided among all.
   */
  'components'?: ({[key: string]: number | string});
  /**
   * What the shortcut detectors found, also under their thresholds; those that found nothing are left out.
   */
  'shortcuts'?: (_touchstone_verifier_v1_ShortcutFlag)[];
  /**
   * Why the steps could not be checked, where that was tried.
   */
  'stepsFailure'?: (_touchstone_verifier_v1_Failure | null);
  '_reward'?: "reward";
}

export interface RolloutResult__Output {
  'id': (string);
  'verdict': (_touchstone_verifier_v1_AnswerVerdict__Output | null);
  /**
   * Absent when the verdict is a failure, or the reward rests on steps that could not be checked (`steps_failure`): mask
   * the rollout, do not score it 0.
   */
  'reward'?: (number);
  /**
   * Each component by name, before weighting: "answer", "format", ...; "shortcut": -1 where a flag is raised, else 0. Where
   * the steps were checked, "coherence": steps that hold among those of which something was decided (0 where nothing was),
   * and "coverage": steps of which something was decided among all.
   */
  'components': ({[key: string]: number});
  /**
   * What the shortcut detectors found, also under their thresholds; those that found nothing are left out.
   */
  'shortcuts': (_touchstone_verifier_v1_ShortcutFlag__Output)[];
  /**
   * Why the steps could not be checked, where that was tried.
   */
  'stepsFailure': (_touchstone_verifier_v1_Failure__Output | null);
  '_reward'?: "reward";
}
