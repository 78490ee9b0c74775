// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * What variables stand for unless their names are listed otherwise.
 */
export const SymbolRule = {
  SYMBOL_RULE_UNSPECIFIED: 'SYMBOL_RULE_UNSPECIFIED',
  SYMBOL_RULE_REAL: 'SYMBOL_RULE_REAL',
  /**
   * sqrt(x^2) is x.
   */
  SYMBOL_RULE_POSITIVE: 'SYMBOL_RULE_POSITIVE',
  /**
   * sin(n pi) is 0.
   */
  SYMBOL_RULE_INTEGER: 'SYMBOL_RULE_INTEGER',
} as const;

/**
 * What variables stand for unless their names are listed otherwise.
 */
export type SymbolRule =
  | 'SYMBOL_RULE_UNSPECIFIED'
  | 0
  | 'SYMBOL_RULE_REAL'
  | 1
  /**
   * sqrt(x^2) is x.
   */
  | 'SYMBOL_RULE_POSITIVE'
  | 2
  /**
   * sin(n pi) is 0.
   */
  | 'SYMBOL_RULE_INTEGER'
  | 3

/**
 * What variables stand for unless their names are listed otherwise.
 */
export type SymbolRule__Output = typeof SymbolRule[keyof typeof SymbolRule]
