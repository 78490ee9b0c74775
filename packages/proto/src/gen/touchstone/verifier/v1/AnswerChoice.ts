// Original file: proto/touchstone/verifier/v1/verifier.proto

/**
 * Which of several boxes (or markers of equal rank) counts.
 */
export const AnswerChoice = {
  ANSWER_CHOICE_UNSPECIFIED: 'ANSWER_CHOICE_UNSPECIFIED',
  ANSWER_CHOICE_LAST: 'ANSWER_CHOICE_LAST',
  ANSWER_CHOICE_FIRST: 'ANSWER_CHOICE_FIRST',
  /**
   * All of them must be equal, else the verdict is incorrect with reason "conflicting_answers".
   */
  ANSWER_CHOICE_ALL_AGREE: 'ANSWER_CHOICE_ALL_AGREE',
} as const;

/**
 * Which of several boxes (or markers of equal rank) counts.
 */
export type AnswerChoice =
  | 'ANSWER_CHOICE_UNSPECIFIED'
  | 0
  | 'ANSWER_CHOICE_LAST'
  | 1
  | 'ANSWER_CHOICE_FIRST'
  | 2
  /**
   * All of them must be equal, else the verdict is incorrect with reason "conflicting_answers".
   */
  | 'ANSWER_CHOICE_ALL_AGREE'
  | 3

/**
 * Which of several boxes (or markers of equal rank) counts.
 */
export type AnswerChoice__Output = typeof AnswerChoice[keyof typeof AnswerChoice]
