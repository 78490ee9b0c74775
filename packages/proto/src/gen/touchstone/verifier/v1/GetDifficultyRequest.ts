// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Long } from '@grpc/proto-loader';

export interface GetDifficultyRequest {
  'policyStream'?: (string);
  'problemIds'?: (string)[];
  /**
   * Default: the step of each problem's newest evidence.
   */
  'policyStep'?: (number | string | Long);
  '_policyStep'?: "policyStep";
}

export interface GetDifficultyRequest__Output {
  'policyStream': (string);
  'problemIds': (string)[];
  /**
   * Default: the step of each problem's newest evidence.
   */
  'policyStep'?: (number);
  '_policyStep'?: "policyStep";
}
