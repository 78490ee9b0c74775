// Original file: proto/touchstone/verifier/v1/verifier.proto


export interface ImportDifficultyResponse {
  /**
   * Problems entered by this import.
   */
  'imported'?: (number);
  /**
   * This import had been entered before.
   */
  'repeated'?: (boolean);
}

export interface ImportDifficultyResponse__Output {
  /**
   * Problems entered by this import.
   */
  'imported': (number);
  /**
   * This import had been entered before.
   */
  'repeated': (boolean);
}
