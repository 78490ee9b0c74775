const acidity = /^(?:\\(?:text|mathrm)\{ ?)?pH ?\}?(?:\\[ ,;:]|[ ~])*=? *(?=[-\d])/;
const suffixed = /^(\\?\$ ?\d[\d.,]{0,12}) ?([kKMB]|[mb]n)$/;
const scales: ReadonlyMap<string, string> = new Map([
  ["k", "thousand"],
  ["K", "thousand"],
  ["M", "million"],
  ["mn", "million"],
  ["B", "billion"],
  ["bn", "billion"],
]);

/** Returns `pH 7` as `\text{pH} = 7` and `\$1.5M` as `\$1.5\text{ million}`; other texts as they are. */
export function spellNotations(text: string): string {
  const first = text.charCodeAt(0);
  // p, a backslash or a dollar sign.
  if (first !== 112 && first !== 92 && first !== 36) return text;
  if (/^(?:\\(?:text|mathrm)\{ ?)?pH/.test(text)) return text.replace(acidity, "\\text{pH} = ");
  const match = /^\\?\$/.test(text) ? suffixed.exec(text) : null;
  return match === null ? text : `${match[1]}\\text{ ${scales.get(match[2] ?? "")}}`;
}
