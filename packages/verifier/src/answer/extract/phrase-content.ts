import { isSpaceCode } from "../lex/unicode-table.ts";
import { leadingFillers } from "./marker-table.ts";

/** Returns the offset of the answer after a phrase that ends at `from`: past colons, emphasis and empty words. */
export function contentStart(text: string, from: number, end: number): number {
  let at = skipFence(text, skipFillers(text, from, end), end);
  for (let count = 0; count < 4; count++) {
    let to = at;
    while (to < end && isAsciiLetter(text.charCodeAt(to))) to++;
    if (
      to === at ||
      !isSpaceCode(text.charCodeAt(to)) ||
      !leadingFillers.has(text.slice(at, to).toLowerCase())
    )
      break;
    at = skipFillers(text, to, end);
  }
  return at;
}

/** Moves past a line such as "```latex" or "-----" before the answer, and the brace of `\text{Answer: } 5`. */
function skipFence(text: string, at: number, end: number): number {
  if (text[at] === "}") return skipFillers(text, at + 1, end);
  if (!["```", "---", "==="].some((line) => text.startsWith(line, at))) return at;
  const line = text.slice(at, at + 40);
  const newline = line.indexOf("\n");
  const isRule = newline > 0 && /^(```[a-z]*|-+|=+)\s*$/.test(line.slice(0, newline));
  return isRule ? skipFillers(text, at + newline, end) : at;
}

function skipFillers(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpaceCode(code) || code === 58 || code === 0xff1a) at++;
    else if (code === 42 || code === 95) {
      const after = emphasisEnd(text, at);
      // Emphasis that ends here belongs to the phrase; emphasis that begins here belongs to the answer.
      if (after < end && !isSpaceCode(text.charCodeAt(after)) && text[after] !== ":") break;
      at = after;
    } else break;
  }
  return at;
}

function emphasisEnd(text: string, at: number): number {
  let after = at;
  while (text.charCodeAt(after) === text.charCodeAt(at)) after++;
  return after;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Tells whether the sentence that ends at `at` is a question. */
export function endsInQuestion(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 63 || code === 0xff1f;
}
