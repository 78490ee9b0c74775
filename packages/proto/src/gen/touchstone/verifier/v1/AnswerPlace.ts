// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * Where in a response the answer may stand.
 */
export const AnswerPlace = {
  ANSWER_PLACE_UNSPECIFIED: 'ANSWER_PLACE_UNSPECIFIED',
  /**
   * Only inside \boxed{...}.
   */
  ANSWER_PLACE_BOX: 'ANSWER_PLACE_BOX',
  /**
   * \boxed{...}; without one, an explicit marker: "#### x", "<answer>x</answer>", "the answer is x", a JSON "answer" field.
   */
  ANSWER_PLACE_MARKED: 'ANSWER_PLACE_MARKED',
  /**
   * As MARKED; without a marker, the last number, formula or option letter of the response.
   */
  ANSWER_PLACE_ANYWHERE: 'ANSWER_PLACE_ANYWHERE',
} as const;

/**
 * Where in a response the answer may stand.
 */
export type AnswerPlace =
  | 'ANSWER_PLACE_UNSPECIFIED'
  | 0
  /**
   * Only inside \boxed{...}.
   */
  | 'ANSWER_PLACE_BOX'
  | 1
  /**
   * \boxed{...}; without one, an explicit marker: "#### x", "<answer>x</answer>", "the answer is x", a JSON "answer" field.
   */
  | 'ANSWER_PLACE_MARKED'
  | 2
  /**
   * As MARKED; without a marker, the last number, formula or option letter of the response.
   */
  | 'ANSWER_PLACE_ANYWHERE'
  | 3

/**
 * Where in a response the answer may stand.
 */
export type AnswerPlace__Output = typeof AnswerPlace[keyof typeof AnswerPlace]
