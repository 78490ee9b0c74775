import type { ExtractionSource } from "../verdict.ts";

/** A stretch of the response that something points at as the answer. Offsets are UTF-16 code units. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly source: ExtractionSource;
  /** Set only where the text differs from the slice: JSON escapes decoded, several boxes listed, a unit after its box. */
  readonly text?: string;
  /** The language around it writes a decimal comma. */
  readonly decimalComma?: boolean;
  /** Set only where a remark was found behind the value. */
  readonly remark?: FoundRemark;
}

/** A remark behind the value of a candidate. */
export interface FoundRemark {
  /** Its words. */
  readonly words: string;
  /** The value with the remark. */
  readonly whole: string;
  /** Whether it may change the value. */
  readonly isOpen: boolean;
}
