// Original file: proto/touchstone/verifier/v1/verifier.proto

export const DecisionAction = {
  DECISION_ACTION_UNSPECIFIED: 'DECISION_ACTION_UNSPECIFIED',
  /**
   * Too little is known: roll it out.
   */
  DECISION_ACTION_EXPLORE: 'DECISION_ACTION_EXPLORE',
  DECISION_ACTION_KEEP: 'DECISION_ACTION_KEEP',
  DECISION_ACTION_DROP: 'DECISION_ACTION_DROP',
  /**
   * A rare success on a problem that is close to impossible: leave the group out, or cap its advantages.
   */
  DECISION_ACTION_GUARD: 'DECISION_ACTION_GUARD',
} as const;

export type DecisionAction =
  | 'DECISION_ACTION_UNSPECIFIED'
  | 0
  /**
   * Too little is known: roll it out.
   */
  | 'DECISION_ACTION_EXPLORE'
  | 1
  | 'DECISION_ACTION_KEEP'
  | 2
  | 'DECISION_ACTION_DROP'
  | 3
  /**
   * A rare success on a problem that is close to impossible: leave the group out, or cap its advantages.
   */
  | 'DECISION_ACTION_GUARD'
  | 4

export type DecisionAction__Output = typeof DecisionAction[keyof typeof DecisionAction]
