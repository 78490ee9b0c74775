/** The text in one normal form of Unicode, each run of white space one space, without space around it. */
export function collapseText(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}

/** The content of `$...$`, `\(...\)`, `\text{...}` and their like around a whole text, without a full stop after it. */
export function unwrapText(text: string): string {
  let inner = text.trim();
  for (;;) {
    const next = unwrapOnce(inner.endsWith(".") ? inner.slice(0, -1).trimEnd() : inner);
    if (next === inner) return inner;
    inner = next;
  }
}

const wrappers: readonly (readonly [string, string])[] = [
  ["$$", "$$"],
  ["$", "$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
  ["\\text{", "}"],
  ["\\textbf{", "}"],
  ["\\mathrm{", "}"],
  ["\\mathbf{", "}"],
  ["**", "**"],
  ["`", "`"],
  ['"', '"'],
];

function unwrapOnce(text: string): string {
  for (const [open, close] of wrappers) {
    const inner = text.slice(open.length, -close.length);
    if (
      text.length > open.length + close.length &&
      text.startsWith(open) &&
      text.endsWith(close) &&
      !inner.includes(close)
    ) {
      return inner.trim();
    }
  }
  return text;
}
