// Original file: proto/touchstone/verifier/v1/verifier.proto

export const PercentRule = {
  PERCENT_RULE_UNSPECIFIED: 'PERCENT_RULE_UNSPECIFIED',
  /**
   * 28% equals 0.28 and never 28.
   */
  PERCENT_RULE_STRICT: 'PERCENT_RULE_STRICT',
  /**
   * 28% also equals a bare 28 where exactly one side carries the sign.
   */
  PERCENT_RULE_LENIENT: 'PERCENT_RULE_LENIENT',
} as const;

export type PercentRule =
  | 'PERCENT_RULE_UNSPECIFIED'
  | 0
  /**
   * 28% equals 0.28 and never 28.
   */
  | 'PERCENT_RULE_STRICT'
  | 1
  /**
   * 28% also equals a bare 28 where exactly one side carries the sign.
   */
  | 'PERCENT_RULE_LENIENT'
  | 2

export type PercentRule__Output = typeof PercentRule[keyof typeof PercentRule]
