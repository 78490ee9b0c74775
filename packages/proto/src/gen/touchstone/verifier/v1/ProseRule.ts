// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * Whether prose around a marked answer is cut off.
 */
export const ProseRule = {
  PROSE_RULE_UNSPECIFIED: 'PROSE_RULE_UNSPECIFIED',
  /**
   * "5 apples because ..." is 5 apples; a plain sentence with one value ("Sally has 9 books") stands for the value.
   */
  PROSE_RULE_TRIM: 'PROSE_RULE_TRIM',
  /**
   * What is marked has to be the answer alone.
   */
  PROSE_RULE_REFUSE: 'PROSE_RULE_REFUSE',
} as const;

/**
 * Whether prose around a marked answer is cut off.
 */
export type ProseRule =
  | 'PROSE_RULE_UNSPECIFIED'
  | 0
  /**
   * "5 apples because ..." is 5 apples; a plain sentence with one value ("Sally has 9 books") stands for the value.
   */
  | 'PROSE_RULE_TRIM'
  | 1
  /**
   * What is marked has to be the answer alone.
   */
  | 'PROSE_RULE_REFUSE'
  | 2

/**
 * Whether prose around a marked answer is cut off.
 */
export type ProseRule__Output = typeof ProseRule[keyof typeof ProseRule]
