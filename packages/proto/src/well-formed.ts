/// <reference lib="es2024.string" />

/**
 * The text with every lone surrogate replaced by U+FFFD. A string that is cut inside a surrogate pair, or decoded
 * from invalid UTF-8, would otherwise be encoded as bytes that strict readers (Python, Go) refuse.
 */
export function toWellFormedText(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}
