// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { StepLimits as _touchstone_verifier_v1_StepLimits, StepLimits__Output as _touchstone_verifier_v1_StepLimits__Output } from '../../../touchstone/verifier/v1/StepLimits.ts';
import type { Long } from '@grpc/proto-loader';

export interface Limits {
  'maxItemsPerBatch'?: (number);
  'maxMessageBytes'?: (number | string | Long);
  'maxResponseChars'?: (number);
  'maxAnswerChars'?: (number);
  'maxDepth'?: (number);
  'fuelPerItem'?: (number | string | Long);
  'steps'?: (_touchstone_verifier_v1_StepLimits | null);
}

export interface Limits__Output {
  'maxItemsPerBatch': (number);
  'maxMessageBytes': (number);
  'maxResponseChars': (number);
  'maxAnswerChars': (number);
  'maxDepth': (number);
  'fuelPerItem': (number);
  'steps': (_touchstone_verifier_v1_StepLimits__Output | null);
}
