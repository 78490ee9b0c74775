// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Long } from '@grpc/proto-loader';

export interface RewardSpec {
  /**
   * "truth" (default), or a control: "format", "random", "inverted", "majority".
   */
  'profile'?: (string);
  /**
   * Weight of each component in the reward. Empty: the profile's own weights. "coherence" and "coverage", also under
   * weight 0 or as a gate, have the steps of every rollout checked.
   */
  'weights'?: ({[key: string]: number | string});
  /**
   * Seeds the profiles that draw numbers; together with batch, problem and rollout id it fixes every draw.
   */
  'seed'?: (number | string | Long);
  /**
   * Look for no shortcuts: no flags and no component "shortcut".
   */
  'skipShortcuts'?: (boolean);
  /**
   * Scores from which on detectors flag, by name of `Describe`; each left out takes its default, above 1 never flags.
   */
  'shortcutThresholds'?: ({[key: string]: number | string});
  /**
   * Component -> condition under which it counts: a component that must be above 0, or "no_shortcut": no detector flags
   * the rollout. Components are reported before gates and weights.
   */
  'gates'?: ({[key: string]: string});
}

export interface RewardSpec__Output {
  /**
   * "truth" (default), or a control: "format", "random", "inverted", "majority".
   */
  'profile': (string);
  /**
   * Weight of each component in the reward. Empty: the profile's own weights. "coherence" and "coverage", also under
   * weight 0 or as a gate, have the steps of every rollout checked.
   */
  'weights': ({[key: string]: number});
  /**
   * Seeds the profiles that draw numbers; together with batch, problem and rollout id it fixes every draw.
   */
  'seed': (number);
  /**
   * Look for no shortcuts: no flags and no component "shortcut".
   */
  'skipShortcuts': (boolean);
  /**
   * Scores from which on detectors flag, by name of `Describe`; each left out takes its default, above 1 never flags.
   */
  'shortcutThresholds': ({[key: string]: number});
  /**
   * Component -> condition under which it counts: a component that must be above 0, or "no_shortcut": no detector flags
   * the rollout. Components are reported before gates and weights.
   */
  'gates': ({[key: string]: string});
}
