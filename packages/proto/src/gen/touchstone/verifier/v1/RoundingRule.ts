// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * Whether an answer may be more exact than a rounded gold answer.
 */
export const RoundingRule = {
  ROUNDING_RULE_UNSPECIFIED: 'ROUNDING_RULE_UNSPECIFIED',
  /**
   * 1/3 is not 0.333.
   */
  ROUNDING_RULE_EXACT: 'ROUNDING_RULE_EXACT',
  /**
   * A gold answer written as a decimal with places after the point stands for every number that rounds to it: 0.333 for
   * 1/3. Gold answers without such places stay exact, and so does an answer with fewer places.
   */
  ROUNDING_RULE_GOLD_DIGITS: 'ROUNDING_RULE_GOLD_DIGITS',
} as const;

/**
 * Whether an answer may be more exact than a rounded gold answer.
 */
export type RoundingRule =
  | 'ROUNDING_RULE_UNSPECIFIED'
  | 0
  /**
   * 1/3 is not 0.333.
   */
  | 'ROUNDING_RULE_EXACT'
  | 1
  /**
   * A gold answer written as a decimal with places after the point stands for every number that rounds to it: 0.333 for
   * 1/3. Gold answers without such places stay exact, and so does an answer with fewer places.
   */
  | 'ROUNDING_RULE_GOLD_DIGITS'
  | 2

/**
 * Whether an answer may be more exact than a rounded gold answer.
 */
export type RoundingRule__Output = typeof RoundingRule[keyof typeof RoundingRule]
