// Original file: proto/touchstone/verifier/v1/verifier.proto

export const VectorRule = {
  VECTOR_RULE_UNSPECIFIED: 'VECTOR_RULE_UNSPECIFIED',
  /**
   * A row or column matrix may be written as a tuple.
   */
  VECTOR_RULE_ANY_SHAPE: 'VECTOR_RULE_ANY_SHAPE',
  /**
   * A matrix equals only a matrix of its shape.
   */
  VECTOR_RULE_BY_SHAPE: 'VECTOR_RULE_BY_SHAPE',
} as const;

export type VectorRule =
  | 'VECTOR_RULE_UNSPECIFIED'
  | 0
  /**
   * A row or column matrix may be written as a tuple.
   */
  | 'VECTOR_RULE_ANY_SHAPE'
  | 1
  /**
   * A matrix equals only a matrix of its shape.
   */
  | 'VECTOR_RULE_BY_SHAPE'
  | 2

export type VectorRule__Output = typeof VectorRule[keyof typeof VectorRule]
