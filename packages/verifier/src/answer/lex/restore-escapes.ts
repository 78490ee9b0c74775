/** What is left of a command when its backslash and first letter were taken for an escape, by the letter that is gone. */
const remainders: ReadonlyMap<number, readonly [letter: string, pattern: RegExp]> = new Map([
  [9, ["t", /^(ext(bf|it|rm|circ|tt)?|imes|heta|an|anh|au|frac|o|riangle|ilde)(?![A-Za-z])/]],
  [12, ["f", /^(rac|box|lat|orall)(?![A-Za-z])/]],
  [8, ["b", /^(oxed|egin|eta|inom|ar|ig|igg|oldsymbol|ullet|ot)(?![A-Za-z])/]],
  [13, ["r", /^(ight|angle|ho|floor|ceil|m|vert)(?![A-Za-z])/]],
  [11, ["v", /^(ec|ee|arphi|ert)(?![A-Za-z])/]],
  [10, ["n", /^(eq|abla|u|eg|otin)(?![A-Za-z])/]],
]);

/** Longest remainder looked at. */
const maxRemainder = 12;

/** Tells whether a tab or form feed stands for the start of a command: it is more than space. */
export function isLostEscape(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 9 && code !== 12) return false;
  return remainders.get(code)?.[1].test(text.slice(at + 1, at + 1 + maxRemainder)) === true;
}

/**
 * Gives commands back the backslash that a string escape took: a tab before `ext{cm}` was `\text{cm}`, a form feed before
 * `rac{1}{2}` was `\frac{1}{2}`. Such texts come from LaTeX that was written into a string literal or JSON without doubling
 * its backslashes. Control characters before anything else are left alone.
 */
export function restoreEscapes(text: string): string {
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 13 || code < 8) continue;
    const [letter, pattern] = remainders.get(code) ?? [];
    if (letter === undefined || !pattern?.test(text.slice(at + 1, at + 1 + maxRemainder))) continue;
    out += `${text.slice(from, at)}\\${letter}`;
    from = at + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
