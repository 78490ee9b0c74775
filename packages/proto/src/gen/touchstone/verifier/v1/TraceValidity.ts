// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * Whether the chain of steps carries the final answer. Apart from coherence: a coherent trace can be invalid.
 */
export const TraceValidity = {
  TRACE_VALIDITY_UNSPECIFIED: 'TRACE_VALIDITY_UNSPECIFIED',
  /**
   * No checked step is wrong, and what the last step states was written or worked out before.
   */
  TRACE_VALIDITY_SUPPORTED: 'TRACE_VALIDITY_SUPPORTED',
  /**
   * Some step is wrong.
   */
  TRACE_VALIDITY_INVALID: 'TRACE_VALIDITY_INVALID',
  /**
   * Nothing is wrong, and it could not be shown that the answer follows.
   */
  TRACE_VALIDITY_UNKNOWN: 'TRACE_VALIDITY_UNKNOWN',
} as const;

/**
 * Whether the chain of steps carries the final answer. Apart from coherence: a coherent trace can be invalid.
 */
export type TraceValidity =
  | 'TRACE_VALIDITY_UNSPECIFIED'
  | 0
  /**
   * No checked step is wrong, and what the last step states was written or worked out before.
   */
  | 'TRACE_VALIDITY_SUPPORTED'
  | 1
  /**
   * Some step is wrong.
   */
  | 'TRACE_VALIDITY_INVALID'
  | 2
  /**
   * Nothing is wrong, and it could not be shown that the answer follows.
   */
  | 'TRACE_VALIDITY_UNKNOWN'
  | 3

/**
 * Whether the chain of steps carries the final answer. Apart from coherence: a coherent trace can be invalid.
 */
export type TraceValidity__Output = typeof TraceValidity[keyof typeof TraceValidity]
