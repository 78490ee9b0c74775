// Original file: proto/touchstone/verifier/v1/verifier.proto


export interface Rollout {
  'id'?: (string);
  'response'?: (string);
  /**
   * The response was cut off at the token limit.
   */
  'truncated'?: (boolean);
  /**
   * Length of the response in tokens; 0 when unknown.
   */
  'tokenCount'?: (number);
}

export interface Rollout__Output {
  'id': (string);
  'response': (string);
  /**
   * The response was cut off at the token limit.
   */
  'truncated': (boolean);
  /**
   * Length of the response in tokens; 0 when unknown.
   */
  'tokenCount': (number);
}
