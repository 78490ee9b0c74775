// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * What several gold answers mean.
 */
export const GoldRule = {
  GOLD_RULE_UNSPECIFIED: 'GOLD_RULE_UNSPECIFIED',
  /**
   * Alternatives: one match is enough.
   */
  GOLD_RULE_ANY: 'GOLD_RULE_ANY',
  /**
   * Parts: the answer must list every one of them and nothing else.
   */
  GOLD_RULE_ALL: 'GOLD_RULE_ALL',
} as const;

/**
 * What several gold answers mean.
 */
export type GoldRule =
  | 'GOLD_RULE_UNSPECIFIED'
  | 0
  /**
   * Alternatives: one match is enough.
   */
  | 'GOLD_RULE_ANY'
  | 1
  /**
   * Parts: the answer must list every one of them and nothing else.
   */
  | 'GOLD_RULE_ALL'
  | 2

/**
 * What several gold answers mean.
 */
export type GoldRule__Output = typeof GoldRule[keyof typeof GoldRule]
