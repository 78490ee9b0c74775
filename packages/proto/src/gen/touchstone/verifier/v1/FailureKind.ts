// Original file: proto/touchstone/verifier/v1/verifier.proto

export const FailureKind = {
  FAILURE_KIND_UNSPECIFIED: 'FAILURE_KIND_UNSPECIFIED',
  /**
   * The item carries no gold answer.
   */
  FAILURE_KIND_NO_GOLD: 'FAILURE_KIND_NO_GOLD',
  /**
   * No gold answer could be read.
   */
  FAILURE_KIND_UNPARSABLE_GOLD: 'FAILURE_KIND_UNPARSABLE_GOLD',
  /**
   * The work budget or a size limit was used up.
   */
  FAILURE_KIND_LIMIT_EXCEEDED: 'FAILURE_KIND_LIMIT_EXCEEDED',
  /**
   * Equality could be neither shown nor refuted.
   */
  FAILURE_KIND_UNDECIDED: 'FAILURE_KIND_UNDECIDED',
  /**
   * A defect of the verifier.
   */
  FAILURE_KIND_INTERNAL: 'FAILURE_KIND_INTERNAL',
  /**
   * The item itself is malformed (for example, no candidate).
   */
  FAILURE_KIND_INVALID_ITEM: 'FAILURE_KIND_INVALID_ITEM',
} as const;

export type FailureKind =
  | 'FAILURE_KIND_UNSPECIFIED'
  | 0
  /**
   * The item carries no gold answer.
   */
  | 'FAILURE_KIND_NO_GOLD'
  | 1
  /**
   * No gold answer could be read.
   */
  | 'FAILURE_KIND_UNPARSABLE_GOLD'
  | 2
  /**
   * The work budget or a size limit was used up.
   */
  | 'FAILURE_KIND_LIMIT_EXCEEDED'
  | 3
  /**
   * Equality could be neither shown nor refuted.
   */
  | 'FAILURE_KIND_UNDECIDED'
  | 4
  /**
   * A defect of the verifier.
   */
  | 'FAILURE_KIND_INTERNAL'
  | 5
  /**
   * The item itself is malformed (for example, no candidate).
   */
  | 'FAILURE_KIND_INVALID_ITEM'
  | 6

export type FailureKind__Output = typeof FailureKind[keyof typeof FailureKind]
