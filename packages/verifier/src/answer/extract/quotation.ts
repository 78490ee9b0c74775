/** Farthest back that an opening quotation mark is looked for. */
const maxDistance = 400;

/**
 * Tells whether the phrase at `at` is quoted: an opening quotation mark stands before it on its line without a closing
 * one. A response that is quoted as a whole quotes nothing.
 */
export function isQuoted(text: string, at: number, start: number): boolean {
  const from = lineStart(text, at, Math.max(start, at - maxDistance));
  let straight = -1;
  let curly = -1;
  for (let pos = from; pos < at; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 34) straight = straight === -1 ? pos : -1;
    else if (code === 0x201c || code === 0xab || code === 0x300c) curly = pos;
    else if (code === 0x201d || code === 0xbb || code === 0x300d) curly = -1;
  }
  const open = Math.max(straight, curly);
  return open > -1 && open > start && text.slice(start, open).trim() !== "";
}

/** The start of the line that holds `at`, at least `lowest`. */
function lineStart(text: string, at: number, lowest: number): number {
  let from = at;
  while (from > lowest && text.charCodeAt(from - 1) !== 10) from--;
  return from;
}
