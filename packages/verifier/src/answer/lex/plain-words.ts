import { isSpaceCode } from "./unicode-table.ts";

/** Tells whether a code unit is an ASCII letter. */
export function isLetterCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Tells whether a text is words and nothing else: letters, spaces, points, hyphens, apostrophes. */
export function isPlainWords(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!isLetterCode(code) && !isSpaceCode(code) && code !== 46 && code !== 45 && code !== 39 && code <= 127)
      return false;
  }
  return true;
}
