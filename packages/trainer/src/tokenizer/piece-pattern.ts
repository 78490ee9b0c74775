/**
 * Source of a regular expression for the pieces of a text: words, single digits, runs of #, line breaks and other
 * single signs, each with the space before it. Every character but a second space in a row belongs to one piece.
 */
export const PIECE_PATTERN = " ?[A-Za-z]+| ?[0-9]| ?#+|\\n| ?[^A-Za-z0-9# \\n]";

/** The pieces of a text in order. */
export function splitPieces(text: string): string[] {
  return text.match(new RegExp(PIECE_PATTERN, "g")) ?? [];
}
