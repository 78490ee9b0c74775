// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Long } from '@grpc/proto-loader';

export interface Limits {
  'maxItemsPerBatch'?: (number);
  'maxMessageBytes'?: (number | string | Long);
  'maxResponseChars'?: (number);
  'maxAnswerChars'?: (number);
  'maxDepth'?: (number);
  'fuelPerItem'?: (number | string | Long);
}

export interface Limits__Output {
  'maxItemsPerBatch': (number);
  'maxMessageBytes': (number);
  'maxResponseChars': (number);
  'maxAnswerChars': (number);
  'maxDepth': (number);
  'fuelPerItem': (number);
}
