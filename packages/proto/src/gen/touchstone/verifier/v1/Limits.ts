// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { StepLimits as _touchstone_verifier_v1_StepLimits, StepLimits__Output as _touchstone_verifier_v1_StepLimits__Output } from '../../../touchstone/verifier/v1/StepLimits.ts';
import type { PoolLimits as _touchstone_verifier_v1_PoolLimits, PoolLimits__Output as _touchstone_verifier_v1_PoolLimits__Output } from '../../../touchstone/verifier/v1/PoolLimits.ts';
import type { Long } from '@grpc/proto-loader';

export interface Limits {
  'maxItemsPerBatch'?: (number);
  'maxMessageBytes'?: (number | string | Long);
  'maxResponseChars'?: (number);
  'maxAnswerChars'?: (number);
  'maxDepth'?: (number);
  'fuelPerItem'?: (number | string | Long);
  'steps'?: (_touchstone_verifier_v1_StepLimits | null);
  /**
   * Absent where the server's own process grades.
   */
  'pool'?: (_touchstone_verifier_v1_PoolLimits | null);
}

export interface Limits__Output {
  'maxItemsPerBatch': (number);
  'maxMessageBytes': (number);
  'maxResponseChars': (number);
  'maxAnswerChars': (number);
  'maxDepth': (number);
  'fuelPerItem': (number);
  'steps': (_touchstone_verifier_v1_StepLimits__Output | null);
  /**
   * Absent where the server's own process grades.
   */
  'pool': (_touchstone_verifier_v1_PoolLimits__Output | null);
}
