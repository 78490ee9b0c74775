// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Long } from '@grpc/proto-loader';

export interface SelectProblemsRequest {
  'policyStream'?: (string);
  'policyStep'?: (number | string | Long);
  /**
   * Ids to choose among, each once.
   */
  'problemIds'?: (string)[];
  /**
   * Problems wanted.
   */
  'count'?: (number);
  /**
   * Fixes every draw, under any stream: a repeated request draws the same numbers. Empty: stream and step fix them.
   */
  'requestId'?: (string);
  /**
   * "posterior" (default): a draw from each belief, those nearest to the target pass rate are chosen.
   * "weight": without replacement by advised weight. "uniform": a control.
   */
  'method'?: (string);
  /**
   * Pass rate aimed at; default: the server's.
   */
  'targetRate'?: (number | string);
  '_targetRate'?: "targetRate";
}

export interface SelectProblemsRequest__Output {
  'policyStream': (string);
  'policyStep': (number);
  /**
   * Ids to choose among, each once.
   */
  'problemIds': (string)[];
  /**
   * Problems wanted.
   */
  'count': (number);
  /**
   * Fixes every draw, under any stream: a repeated request draws the same numbers. Empty: stream and step fix them.
   */
  'requestId': (string);
  /**
   * "posterior" (default): a draw from each belief, those nearest to the target pass rate are chosen.
   * "weight": without replacement by advised weight. "uniform": a control.
   */
  'method': (string);
  /**
   * Pass rate aimed at; default: the server's.
   */
  'targetRate'?: (number);
  '_targetRate'?: "targetRate";
}
