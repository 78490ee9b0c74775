/** Values of SVG or HTML attributes; undefined leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Returns `text` with the characters that markup gives a meaning replaced, and control characters dropped. */
export function escapeMarkup(text: string): string {
  let escaped = "";
  for (const character of text) escaped += ESCAPES[character] ?? (isForbidden(character) ? "" : character);
  return escaped;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters that XML 1.0 has no way to write, and halves of surrogate pairs. */
function isForbidden(character: string): boolean {
  const code = character.codePointAt(0)!;
  return (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || (code >= 0xd800 && code <= 0xdfff);
}

/** Returns one element. `children` is markup and is not escaped; numbers are written with at most two decimals. */
export function element(name: string, attributes: Attributes, children = ""): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      open += ` ${key}="${typeof value === "number" ? formatCoordinate(value) : escapeMarkup(value)}"`;
    }
  }
  return children === "" ? `${open}/>` : `${open}>${children}</${name}>`;
}

/** Returns a coordinate with at most two decimals, without trailing zeros. */
export function formatCoordinate(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}
