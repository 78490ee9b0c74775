// Original file: proto/touchstone/verifier/v1/verifier.proto


/**
 * A piece of the response.
 */
export interface Span {
  /**
   * Offsets in UTF-16 code units.
   */
  'start'?: (number);
  'end'?: (number);
  'text'?: (string);
  /**
   * What pointed at it: "box", "hash_marker", "answer_tag", "phrase", "json_field", "last_value", "whole".
   */
  'source'?: (string);
}

/**
 * A piece of the response.
 */
export interface Span__Output {
  /**
   * Offsets in UTF-16 code units.
   */
  'start': (number);
  'end': (number);
  'text': (string);
  /**
   * What pointed at it: "box", "hash_marker", "answer_tag", "phrase", "json_field", "last_value", "whole".
   */
  'source': (string);
}
