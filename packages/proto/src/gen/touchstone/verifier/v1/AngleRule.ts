// Original file: proto/touchstone/verifier/v1/verifier.proto

export const AngleRule = {
  ANGLE_RULE_UNSPECIFIED: 'ANGLE_RULE_UNSPECIFIED',
  /**
   * A bare number beside a number of degrees is a number of degrees: 90 for 90 degrees.
   */
  ANGLE_RULE_LENIENT: 'ANGLE_RULE_LENIENT',
  /**
   * A bare number is one of radians: 90 degrees is pi/2 and never 90.
   */
  ANGLE_RULE_STRICT: 'ANGLE_RULE_STRICT',
} as const;

export type AngleRule =
  | 'ANGLE_RULE_UNSPECIFIED'
  | 0
  /**
   * A bare number beside a number of degrees is a number of degrees: 90 for 90 degrees.
   */
  | 'ANGLE_RULE_LENIENT'
  | 1
  /**
   * A bare number is one of radians: 90 degrees is pi/2 and never 90.
   */
  | 'ANGLE_RULE_STRICT'
  | 2

export type AngleRule__Output = typeof AngleRule[keyof typeof AngleRule]
