import type { ExtractionSource } from "../verdict.ts";

/** A stretch of the response that something points at as the answer. Offsets are UTF-16 code units. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly source: ExtractionSource;
  /** Set only where the text differs from the slice: JSON escapes decoded, several boxes listed, a unit after its box. */
  readonly text?: string;
}
