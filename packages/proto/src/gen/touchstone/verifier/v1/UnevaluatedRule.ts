// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * Whether arithmetic left undone pays where the gold answer is a plain number.
 */
export const UnevaluatedRule = {
  UNEVALUATED_RULE_UNSPECIFIED: 'UNEVALUATED_RULE_UNSPECIFIED',
  /**
   * 27+18 is 45.
   */
  UNEVALUATED_RULE_ACCEPT: 'UNEVALUATED_RULE_ACCEPT',
  /**
   * 27+18 is refused for 45, with reason "unevaluated_answer". Fractions, mixed numbers, powers, roots, factorials and
   * scientific notation count as evaluated, and so does 27+18=45.
   */
  UNEVALUATED_RULE_REFUSE: 'UNEVALUATED_RULE_REFUSE',
} as const;

/**
 * Whether arithmetic left undone pays where the gold answer is a plain number.
 */
export type UnevaluatedRule =
  | 'UNEVALUATED_RULE_UNSPECIFIED'
  | 0
  /**
   * 27+18 is 45.
   */
  | 'UNEVALUATED_RULE_ACCEPT'
  | 1
  /**
   * 27+18 is refused for 45, with reason "unevaluated_answer". Fractions, mixed numbers, powers, roots, factorials and
   * scientific notation count as evaluated, and so does 27+18=45.
   */
  | 'UNEVALUATED_RULE_REFUSE'
  | 2

/**
 * Whether arithmetic left undone pays where the gold answer is a plain number.
 */
export type UnevaluatedRule__Output = typeof UnevaluatedRule[keyof typeof UnevaluatedRule]
