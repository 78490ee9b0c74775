// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * Whether boxes with nothing but a separator, "and" or "or" between them are one answer.
 */
export const AdjacentBoxes = {
  ADJACENT_BOXES_UNSPECIFIED: 'ADJACENT_BOXES_UNSPECIFIED',
  /**
   * They list one answer in parts: \boxed{2} and \boxed{3} is the answer 2, 3.
   */
  ADJACENT_BOXES_JOINED: 'ADJACENT_BOXES_JOINED',
  /**
   * Each is an answer of its own, and the choice decides.
   */
  ADJACENT_BOXES_SEPARATE: 'ADJACENT_BOXES_SEPARATE',
} as const;

/**
 * Whether boxes with nothing but a separator, "and" or "or" between them are one answer.
 */
export type AdjacentBoxes =
  | 'ADJACENT_BOXES_UNSPECIFIED'
  | 0
  /**
   * They list one answer in parts: \boxed{2} and \boxed{3} is the answer 2, 3.
   */
  | 'ADJACENT_BOXES_JOINED'
  | 1
  /**
   * Each is an answer of its own, and the choice decides.
   */
  | 'ADJACENT_BOXES_SEPARATE'
  | 2

/**
 * Whether boxes with nothing but a separator, "and" or "or" between them are one answer.
 */
export type AdjacentBoxes__Output = typeof AdjacentBoxes[keyof typeof AdjacentBoxes]
