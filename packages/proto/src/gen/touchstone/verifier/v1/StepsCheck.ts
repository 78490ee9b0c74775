// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * A check of a response's steps by who knows the rules of the problem better, for example its generator.
 */
export const StepsCheck = {
  /**
   * None was made: the verifier checks the steps.
   */
  STEPS_CHECK_UNSPECIFIED: 'STEPS_CHECK_UNSPECIFIED',
  /**
   * The steps carry the answer.
   */
  STEPS_CHECK_VALID: 'STEPS_CHECK_VALID',
  /**
   * Some step is wrong or missing.
   */
  STEPS_CHECK_INVALID: 'STEPS_CHECK_INVALID',
  /**
   * There is nothing to check.
   */
  STEPS_CHECK_UNVERIFIABLE: 'STEPS_CHECK_UNVERIFIABLE',
} as const;

/**
 * A check of a response's steps by who knows the rules of the problem better, for example its generator.
 */
export type StepsCheck =
  /**
   * None was made: the verifier checks the steps.
   */
  | 'STEPS_CHECK_UNSPECIFIED'
  | 0
  /**
   * The steps carry the answer.
   */
  | 'STEPS_CHECK_VALID'
  | 1
  /**
   * Some step is wrong or missing.
   */
  | 'STEPS_CHECK_INVALID'
  | 2
  /**
   * There is nothing to check.
   */
  | 'STEPS_CHECK_UNVERIFIABLE'
  | 3

/**
 * A check of a response's steps by who knows the rules of the problem better, for example its generator.
 */
export type StepsCheck__Output = typeof StepsCheck[keyof typeof StepsCheck]
