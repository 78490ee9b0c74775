// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { TraceItem as _touchstone_verifier_v1_TraceItem, TraceItem__Output as _touchstone_verifier_v1_TraceItem__Output } from '../../../touchstone/verifier/v1/TraceItem.ts';

export interface CheckStepsRequest {
  'items'?: (_touchstone_verifier_v1_TraceItem)[];
}

export interface CheckStepsRequest__Output {
  'items': (_touchstone_verifier_v1_TraceItem__Output)[];
}
