// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Long } from '@grpc/proto-loader';

export interface ImportedCounts {
  'problemId'?: (string);
  'rollouts'?: (number | string | Long);
  'correct'?: (number | string | Long);
}

export interface ImportedCounts__Output {
  'problemId': (string);
  'rollouts': (number);
  'correct': (number);
}
