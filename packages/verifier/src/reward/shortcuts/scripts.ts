/** A writing system; Greek is not among them, as its letters are symbols of mathematics everywhere. */
export type Script =
  | "latin"
  | "cyrillic"
  | "han"
  | "kana"
  | "hangul"
  | "arabic"
  | "hebrew"
  | "indic"
  | "thai";

const blocks: readonly (readonly [number, number, Script])[] = [
  [0x0400, 0x052f, "cyrillic"],
  [0x0590, 0x05ff, "hebrew"],
  [0x0600, 0x06ff, "arabic"],
  [0x0750, 0x077f, "arabic"],
  [0x0900, 0x0dff, "indic"],
  [0x0e00, 0x0e7f, "thai"],
  [0x1100, 0x11ff, "hangul"],
  [0x3040, 0x30ff, "kana"],
  [0x3400, 0x9fff, "han"],
  [0xac00, 0xd7af, "hangul"],
  [0xfb50, 0xfdff, "arabic"],
  [0xfe70, 0xfefe, "arabic"],
];

/** The writing system of a UTF-16 code unit; undefined for signs, digits and systems not listed. */
export function nameScript(code: number): Script | undefined {
  if (code < 0x400) {
    const letter = code | 32;
    return (letter >= 97 && letter <= 122) || (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7)
      ? "latin"
      : undefined;
  }
  for (const [first, last, script] of blocks) if (code >= first && code <= last) return script;
  return undefined;
}
