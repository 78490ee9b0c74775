// Original file: proto/touchstone/verifier/v1/verifier.proto


/**
 * Who judges, in place of the mathematical core.
 */
export interface GraderSpec {
  /**
   * "math" (default), or another name of `Describe`.
   */
  'name'?: (string);
  /**
   * Settings of that grader, by name of `Describe`.
   */
  'options'?: ({[key: string]: string});
}

/**
 * Who judges, in place of the mathematical core.
 */
export interface GraderSpec__Output {
  /**
   * "math" (default), or another name of `Describe`.
   */
  'name': (string);
  /**
   * Settings of that grader, by name of `Describe`.
   */
  'options': ({[key: string]: string});
}
