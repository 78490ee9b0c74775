// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Long } from '@grpc/proto-loader';

/**
 * All groups of a problem at one policy step.
 */
export interface DifficultyVisit {
  'policyStep'?: (number | string | Long);
  'rollouts'?: (number | string | Long);
  'correct'?: (number | string | Long);
}

/**
 * All groups of a problem at one policy step.
 */
export interface DifficultyVisit__Output {
  'policyStep': (number);
  'rollouts': (number);
  'correct': (number);
}
