// Original file: proto/touchstone/verifier/v1/verifier.proto

export const UnitRule = {
  UNIT_RULE_UNSPECIFIED: 'UNIT_RULE_UNSPECIFIED',
  /**
   * A unit may be missing on one side; two units must name the same quantity and the values are converted.
   */
  UNIT_RULE_OPTIONAL: 'UNIT_RULE_OPTIONAL',
  /**
   * The answer must carry a unit whenever the gold answer does.
   */
  UNIT_RULE_REQUIRED: 'UNIT_RULE_REQUIRED',
} as const;

export type UnitRule =
  | 'UNIT_RULE_UNSPECIFIED'
  | 0
  /**
   * A unit may be missing on one side; two units must name the same quantity and the values are converted.
   */
  | 'UNIT_RULE_OPTIONAL'
  | 1
  /**
   * The answer must carry a unit whenever the gold answer does.
   */
  | 'UNIT_RULE_REQUIRED'
  | 2

export type UnitRule__Output = typeof UnitRule[keyof typeof UnitRule]
