// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Long } from '@grpc/proto-loader';

export interface ListDifficultyRequest {
  /**
   * Empty: the response names the streams instead.
   */
  'policyStream'?: (string);
  'policyStep'?: (number | string | Long);
  /**
   * Default and largest: 1000.
   */
  'pageSize'?: (number);
  'pageToken'?: (string);
  '_policyStep'?: "policyStep";
}

export interface ListDifficultyRequest__Output {
  /**
   * Empty: the response names the streams instead.
   */
  'policyStream': (string);
  'policyStep'?: (number);
  /**
   * Default and largest: 1000.
   */
  'pageSize': (number);
  'pageToken': (string);
  '_policyStep'?: "policyStep";
}
