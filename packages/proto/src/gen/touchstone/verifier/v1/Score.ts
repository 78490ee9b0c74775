// Original file: proto/touchstone/verifier/v1/verifier.proto


export interface Score {
  'correct'?: (boolean);
  /**
   * 1 for correct and 0 for incorrect.
   */
  'value'?: (number | string);
}

export interface Score__Output {
  'correct': (boolean);
  /**
   * 1 for correct and 0 for incorrect.
   */
  'value': (number);
}
