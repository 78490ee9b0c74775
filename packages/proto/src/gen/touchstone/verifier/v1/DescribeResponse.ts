// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { AnswerPolicy as _touchstone_verifier_v1_AnswerPolicy, AnswerPolicy__Output as _touchstone_verifier_v1_AnswerPolicy__Output } from '../../../touchstone/verifier/v1/AnswerPolicy.ts';
import type { RewardProfile as _touchstone_verifier_v1_RewardProfile, RewardProfile__Output as _touchstone_verifier_v1_RewardProfile__Output } from '../../../touchstone/verifier/v1/RewardProfile.ts';
import type { Limits as _touchstone_verifier_v1_Limits, Limits__Output as _touchstone_verifier_v1_Limits__Output } from '../../../touchstone/verifier/v1/Limits.ts';
import type { DifficultySettings as _touchstone_verifier_v1_DifficultySettings, DifficultySettings__Output as _touchstone_verifier_v1_DifficultySettings__Output } from '../../../touchstone/verifier/v1/DifficultySettings.ts';
import type { ShortcutDetector as _touchstone_verifier_v1_ShortcutDetector, ShortcutDetector__Output as _touchstone_verifier_v1_ShortcutDetector__Output } from '../../../touchstone/verifier/v1/ShortcutDetector.ts';
import type { GraderDescription as _touchstone_verifier_v1_GraderDescription, GraderDescription__Output as _touchstone_verifier_v1_GraderDescription__Output } from '../../../touchstone/verifier/v1/GraderDescription.ts';

export interface DescribeResponse {
  /**
   * Version of the verifier package.
   */
  'version'?: (string);
  /**
   * The policy applied where a request sets nothing.
   */
  'defaultPolicy'?: (_touchstone_verifier_v1_AnswerPolicy | null);
  'rewardProfiles'?: (_touchstone_verifier_v1_RewardProfile)[];
  'limits'?: (_touchstone_verifier_v1_Limits | null);
  /**
   * RPCs served, by method name.
   */
  'methods'?: (string)[];
  /**
   * Where difficulty is kept, and the settings that decide.
   */
  'difficulty'?: (_touchstone_verifier_v1_DifficultySettings | null);
  /**
   * Shortcut detectors with their default thresholds.
   */
  'shortcutDetectors'?: (_touchstone_verifier_v1_ShortcutDetector)[];
  /**
   * Graders that a request may name.
   */
  'graders'?: (_touchstone_verifier_v1_GraderDescription)[];
}

export interface DescribeResponse__Output {
  /**
   * Version of the verifier package.
   */
  'version': (string);
  /**
   * The policy applied where a request sets nothing.
   */
  'defaultPolicy': (_touchstone_verifier_v1_AnswerPolicy__Output | null);
  'rewardProfiles': (_touchstone_verifier_v1_RewardProfile__Output)[];
  'limits': (_touchstone_verifier_v1_Limits__Output | null);
  /**
   * RPCs served, by method name.
   */
  'methods': (string)[];
  /**
   * Where difficulty is kept, and the settings that decide.
   */
  'difficulty': (_touchstone_verifier_v1_DifficultySettings__Output | null);
  /**
   * Shortcut detectors with their default thresholds.
   */
  'shortcutDetectors': (_touchstone_verifier_v1_ShortcutDetector__Output)[];
  /**
   * Graders that a request may name.
   */
  'graders': (_touchstone_verifier_v1_GraderDescription__Output)[];
}
