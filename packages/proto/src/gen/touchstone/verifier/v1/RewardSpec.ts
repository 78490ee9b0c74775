// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Long } from '@grpc/proto-loader';

export interface RewardSpec {
  /**
   * "truth" (default), or a control: "format", "random", "inverted", "majority".
   */
  'profile'?: (string);
  /**
   * Weight of each component in the reward. Empty: the profile's own weights.
   */
  'weights'?: ({[key: string]: number | string});
  /**
   * Seeds the profiles that draw numbers; together with batch, problem and rollout id it fixes every draw.
   */
  'seed'?: (number | string | Long);
}

export interface RewardSpec__Output {
  /**
   * "truth" (default), or a control: "format", "random", "inverted", "majority".
   */
  'profile': (string);
  /**
   * Weight of each component in the reward. Empty: the profile's own weights.
   */
  'weights': ({[key: string]: number});
  /**
   * Seeds the profiles that draw numbers; together with batch, problem and rollout id it fixes every draw.
   */
  'seed': (number);
}
