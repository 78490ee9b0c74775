// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * Whether 2,5 may be 2.5. It is tried only where the answer as written is not paid.
 */
export const DecimalCommaRule = {
  DECIMAL_COMMA_RULE_UNSPECIFIED: 'DECIMAL_COMMA_RULE_UNSPECIFIED',
  /**
   * Behind a marker of a language that writes a decimal comma, in a text of such a language, and in a response without words.
   */
  DECIMAL_COMMA_RULE_BY_LANGUAGE: 'DECIMAL_COMMA_RULE_BY_LANGUAGE',
  DECIMAL_COMMA_RULE_ALWAYS: 'DECIMAL_COMMA_RULE_ALWAYS',
  DECIMAL_COMMA_RULE_NEVER: 'DECIMAL_COMMA_RULE_NEVER',
} as const;

/**
 * Whether 2,5 may be 2.5. It is tried only where the answer as written is not paid.
 */
export type DecimalCommaRule =
  | 'DECIMAL_COMMA_RULE_UNSPECIFIED'
  | 0
  /**
   * Behind a marker of a language that writes a decimal comma, in a text of such a language, and in a response without words.
   */
  | 'DECIMAL_COMMA_RULE_BY_LANGUAGE'
  | 1
  | 'DECIMAL_COMMA_RULE_ALWAYS'
  | 2
  | 'DECIMAL_COMMA_RULE_NEVER'
  | 3

/**
 * Whether 2,5 may be 2.5. It is tried only where the answer as written is not paid.
 */
export type DecimalCommaRule__Output = typeof DecimalCommaRule[keyof typeof DecimalCommaRule]
