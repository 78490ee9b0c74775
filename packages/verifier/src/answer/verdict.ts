/** What pointed at the extracted answer. */
export type ExtractionSource =
  | "box"
  | "hash_marker"
  | "answer_tag"
  | "phrase"
  | "json_field"
  | "fence"
  | "last_value"
  | "whole";

/** The piece of a response taken as its answer. */
export interface Extraction {
  /** Offset of the first code unit in the response (UTF-16). */
  start: number;
  /** Offset after the last code unit in the response (UTF-16). */
  end: number;
  /** The answer text; differs from the slice where JSON escapes were decoded, boxes joined or a unit follows its box. */
  text: string;
  source: ExtractionSource;
  /** What was said behind the value and left aside. */
  remarks?: readonly string[];
}

/** The tier that decided. */
export type Method =
  | "canonical"
  | "rational"
  | "modular"
  | "numeric"
  | "structural"
  | "text"
  | "choice"
  | "pattern"
  | "custom";

/** Why no score could be given. */
export type FailureReason =
  | "no_gold"
  | "unparsable_gold"
  | "limit_exceeded"
  | "undecided"
  | "internal"
  | "invalid_item";

/** A score: the answer was judged. */
export interface ScoreVerdict {
  kind: "score";
  correct: boolean;
  /** What was taken as the answer; absent when there was none. */
  extracted?: Extraction;
  /** Normal form of the gold answer that decided. */
  goldForm?: string;
  /** Normal form of the answer; equal forms mean equal answers. */
  answerForm?: string;
  method?: Method;
  /**
   * `equal`, `different`, `no_answer`, `unfinished_reasoning`, `unparsable_answer`, `undefined_answer`,
   * `answer_too_large`, `response_too_large`, `conflicting_answers`, `unit_mismatch`, `missing_unit`,
   * `unevaluated_answer`.
   */
  reason: string;
  /** Position in `golds` of the gold answer that decided. */
  goldIndex?: number;
  /** Work spent; the same on every machine. */
  fuelUsed: number;
}

/** A failure: the verifier could not judge. Never to be read as a score of 0. */
export interface FailureVerdict {
  kind: "failure";
  failure: FailureReason;
  /** One sentence that says what went wrong and what to do. */
  message: string;
  extracted?: Extraction;
  fuelUsed: number;
}

/** The outcome of grading one item: a score or a failure. */
export type Verdict = ScoreVerdict | FailureVerdict;
