// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { TraceVerdict as _touchstone_verifier_v1_TraceVerdict, TraceVerdict__Output as _touchstone_verifier_v1_TraceVerdict__Output } from '../../../touchstone/verifier/v1/TraceVerdict.ts';

export interface CheckStepsResponse {
  'verdicts'?: (_touchstone_verifier_v1_TraceVerdict)[];
}

export interface CheckStepsResponse__Output {
  'verdicts': (_touchstone_verifier_v1_TraceVerdict__Output)[];
}
