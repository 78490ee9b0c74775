// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Span as _touchstone_verifier_v1_Span, Span__Output as _touchstone_verifier_v1_Span__Output } from '../../../touchstone/verifier/v1/Span.ts';

/**
 * What a shortcut detector found.
 */
export interface ShortcutFlag {
  /**
   * "answer_repetition", "skipped_work", "hedging", "loop", "leakage", "box_stuffing", "script_switch",
   * "hidden_characters"; of a group: "modal_guess".
   */
  'name'?: (string);
  /**
   * In [0, 1].
   */
  'score'?: (number | string);
  'threshold'?: (number | string);
  /**
   * score >= threshold.
   */
  'flagged'?: (boolean);
  /**
   * Pieces of the response that show it, at most 8; texts are cut to 80 characters.
   */
  'evidence'?: (_touchstone_verifier_v1_Span)[];
  /**
   * One sentence.
   */
  'reason'?: (string);
}

/**
 * What a shortcut detector found.
 */
export interface ShortcutFlag__Output {
  /**
   * "answer_repetition", "skipped_work", "hedging", "loop", "leakage", "box_stuffing", "script_switch",
   * "hidden_characters"; of a group: "modal_guess".
   */
  'name': (string);
  /**
   * In [0, 1].
   */
  'score': (number);
  'threshold': (number);
  /**
   * score >= threshold.
   */
  'flagged': (boolean);
  /**
   * Pieces of the response that show it, at most 8; texts are cut to 80 characters.
   */
  'evidence': (_touchstone_verifier_v1_Span__Output)[];
  /**
   * One sentence.
   */
  'reason': (string);
}
