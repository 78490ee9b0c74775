// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { ImportedCounts as _touchstone_verifier_v1_ImportedCounts, ImportedCounts__Output as _touchstone_verifier_v1_ImportedCounts__Output } from '../../../touchstone/verifier/v1/ImportedCounts.ts';
import type { Long } from '@grpc/proto-loader';

export interface ImportDifficultyRequest {
  /**
   * Names this import for good: a repeated call counts nothing twice.
   */
  'batchId'?: (string);
  'policyStream'?: (string);
  'policyStep'?: (number | string | Long);
  'problems'?: (_touchstone_verifier_v1_ImportedCounts)[];
}

export interface ImportDifficultyRequest__Output {
  /**
   * Names this import for good: a repeated call counts nothing twice.
   */
  'batchId': (string);
  'policyStream': (string);
  'policyStep': (number);
  'problems': (_touchstone_verifier_v1_ImportedCounts__Output)[];
}
