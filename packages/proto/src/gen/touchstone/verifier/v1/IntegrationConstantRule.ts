// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * Whether the constant of an antiderivative, or of the solution of a differential equation, may be shifted and scaled:
 * x^2+1+C for x^2+C. Another name of the constant is always free.
 */
export const IntegrationConstantRule = {
  INTEGRATION_CONSTANT_RULE_UNSPECIFIED: 'INTEGRATION_CONSTANT_RULE_UNSPECIFIED',
  /**
   * Where the text of the problem asks for one; without that text a shift is undecided.
   */
  INTEGRATION_CONSTANT_RULE_FROM_PROBLEM: 'INTEGRATION_CONSTANT_RULE_FROM_PROBLEM',
  INTEGRATION_CONSTANT_RULE_FREE: 'INTEGRATION_CONSTANT_RULE_FREE',
  INTEGRATION_CONSTANT_RULE_LITERAL: 'INTEGRATION_CONSTANT_RULE_LITERAL',
} as const;

/**
 * Whether the constant of an antiderivative, or of the solution of a differential equation, may be shifted and scaled:
 * x^2+1+C for x^2+C. Another name of the constant is always free.
 */
export type IntegrationConstantRule =
  | 'INTEGRATION_CONSTANT_RULE_UNSPECIFIED'
  | 0
  /**
   * Where the text of the problem asks for one; without that text a shift is undecided.
   */
  | 'INTEGRATION_CONSTANT_RULE_FROM_PROBLEM'
  | 1
  | 'INTEGRATION_CONSTANT_RULE_FREE'
  | 2
  | 'INTEGRATION_CONSTANT_RULE_LITERAL'
  | 3

/**
 * Whether the constant of an antiderivative, or of the solution of a differential equation, may be shifted and scaled:
 * x^2+1+C for x^2+C. Another name of the constant is always free.
 */
export type IntegrationConstantRule__Output = typeof IntegrationConstantRule[keyof typeof IntegrationConstantRule]
