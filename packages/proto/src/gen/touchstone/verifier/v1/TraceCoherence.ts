// Original file: proto/touchstone/verifier/v1/verifier.proto


/**
 * Claims of the trace that calculation can decide.
 */
export interface TraceCoherence {
  'claims'?: (number);
  'confirmed'?: (number);
  'refuted'?: (number);
  /**
   * (confirmed + refuted) / claims; 0 without claims.
   */
  'coverage'?: (number | string);
  /**
   * confirmed / (confirmed + refuted); absent where nothing was decided.
   */
  'score'?: (number | string);
  '_score'?: "score";
}

/**
 * Claims of the trace that calculation can decide.
 */
export interface TraceCoherence__Output {
  'claims': (number);
  'confirmed': (number);
  'refuted': (number);
  /**
   * (confirmed + refuted) / claims; 0 without claims.
   */
  'coverage': (number);
  /**
   * confirmed / (confirmed + refuted); absent where nothing was decided.
   */
  'score'?: (number);
  '_score'?: "score";
}
