// Original file: proto/touchstone/verifier/v1/verifier.proto


/**
 * A trace, whole or in steps.
 */
export interface TraceItem {
  /**
   * Echoed in the verdict. Unique within a batch, or empty.
   */
  'id'?: (string);
  /**
   * The problem as it was asked; its numbers are premises.
   */
  'problem'?: (string);
  /**
   * The whole trace, to be split into steps. Left unset where `steps` is given.
   */
  'trace'?: (string);
  /**
   * The steps, ready-made.
   */
  'steps'?: (string)[];
}

/**
 * A trace, whole or in steps.
 */
export interface TraceItem__Output {
  /**
   * Echoed in the verdict. Unique within a batch, or empty.
   */
  'id': (string);
  /**
   * The problem as it was asked; its numbers are premises.
   */
  'problem': (string);
  /**
   * The whole trace, to be split into steps. Left unset where `steps` is given.
   */
  'trace': (string);
  /**
   * The steps, ready-made.
   */
  'steps': (string)[];
}
