import { isUnitWord } from "../../answer/value/unit-word.ts";
import type { Lexeme } from "./lexeme.ts";

/**
 * Tells whether a word is letters of a formula rather than language: `3ab`, `5AD^2`, `mc^2`, `2 AB`. Units written to
 * their number (`5cm`) are no such words.
 */
export function isAlgebraicWord(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at];
  if (lexeme?.kind !== "word" || !/^[A-Za-z]+$/.test(lexeme.text)) return false;
  if (isUnitWord(lexeme.text)) return false;
  const next = lexemes[at + 1];
  if (lexeme.text.length <= 3 && lexeme.text === lexeme.text.toUpperCase()) return true;
  if (lexeme.text.length <= 3 && next?.kind === "operator" && (next.text === "^" || next.text === "_"))
    return true;
  const before = lexemes[at - 1];
  const isAttached = !lexeme.hasSpaceBefore && (before?.kind === "number" || before?.kind === "close");
  return isAttached && lexeme.text.length <= 4;
}

/** Tells whether a lexeme is a word that a slash may divide by: `/gallon`, `/hr`, but not the `di` of an optics formula. */
export function isUnitName(lexeme: Lexeme | undefined): boolean {
  if (lexeme?.kind === "text") return true;
  if (lexeme?.kind !== "word" || functionNames.has(lexeme.text.toLowerCase())) return false;
  return lexeme.text.length > 3 || isUnitWord(lexeme.text);
}

const functionNames: ReadonlySet<string> = new Set("sqrt cbrt floor ceil round asin acos atan".split(" "));

/** The letter "a" (or "I") before a word is an article. */
export function isArticle(lexeme: Lexeme, next: Lexeme | undefined): boolean {
  return (lexeme.text === "a" || lexeme.text === "A" || lexeme.text === "I") && next?.kind === "word";
}
