// Original file: proto/touchstone/verifier/v1/verifier.proto

export const StepOutcome = {
  STEP_OUTCOME_UNSPECIFIED: 'STEP_OUTCOME_UNSPECIFIED',
  /**
   * Some claim was confirmed and none refuted.
   */
  STEP_OUTCOME_OK: 'STEP_OUTCOME_OK',
  STEP_OUTCOME_ERROR: 'STEP_OUTCOME_ERROR',
  /**
   * Nothing in it could be decided.
   */
  STEP_OUTCOME_UNVERIFIABLE: 'STEP_OUTCOME_UNVERIFIABLE',
} as const;

export type StepOutcome =
  | 'STEP_OUTCOME_UNSPECIFIED'
  | 0
  /**
   * Some claim was confirmed and none refuted.
   */
  | 'STEP_OUTCOME_OK'
  | 1
  | 'STEP_OUTCOME_ERROR'
  | 2
  /**
   * Nothing in it could be decided.
   */
  | 'STEP_OUTCOME_UNVERIFIABLE'
  | 3

export type StepOutcome__Output = typeof StepOutcome[keyof typeof StepOutcome]
