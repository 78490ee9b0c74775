/** Farthest back that an opening quotation mark is looked for. */
const maxDistance = 400;

/**
 * Tells whether the phrase at `at` is quoted: an opening quotation mark stands before it on its line without a closing
 * one. A response that is quoted as a whole quotes nothing.
 */
export function isQuoted(text: string, at: number, start: number): boolean {
  const from = Math.max(start, at - maxDistance, text.lastIndexOf("\n", at) + 1);
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
