/** What a piece of running text is, as far as claims are concerned. */
export type LexemeKind =
  | "number"
  | "word"
  | "letter"
  /** `+ - * / ^ % ! _ | '` */
  | "operator"
  /** `= ~= < > <= >= != ==` and `mod=` for a congruence. */
  | "relation"
  | "open"
  | "close"
  /** A LaTeX command with a mathematical meaning, such as `\frac`. */
  | "macro"
  /** Words set inside mathematics, as by `\text{...}`. */
  | "text"
  /** A currency sign before a number. */
  | "money"
  /** `, ; : . ? …` */
  | "punct"
  /** A line break. */
  | "line"
  /** A boundary between prose and mathematics. */
  | "delimiter"
  /** An arrow or "implies". */
  | "arrow";

/** One piece of a text, with its place in it. */
export interface Lexeme {
  readonly kind: LexemeKind;
  /** Normalised spelling: `\times` is `*`, `1,200` is `1200`. */
  readonly text: string;
  /** Offset of the first code unit in the text (UTF-16). */
  readonly start: number;
  /** Offset after the last code unit. */
  readonly end: number;
  readonly hasSpaceBefore: boolean;
  /** A number that was written as a scale word, such as "dozen". */
  readonly isScale?: true;
}

/** Tells whether a lexeme is there and is this operator. */
export function isOperator(lexeme: Lexeme | undefined, text: string): boolean {
  return lexeme?.kind === "operator" && lexeme.text === text;
}
