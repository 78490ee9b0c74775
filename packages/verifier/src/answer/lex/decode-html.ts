import { htmlEntities, plainTags, scriptTags } from "./html-table.ts";

/** Longest tag or character reference. */
const maxMarkup = 40;

/**
 * Returns the text with HTML turned into what it shows: `x<sup>2</sup>` becomes `x^{2}`, `&lt;` becomes `<`, `<b>5</b>`
 * becomes `5`. A `<` that starts no known tag, or one without its other half, stays a comparison.
 */
export function decodeHtml(text: string): string {
  const names = findTagNames(text);
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const shown = code === 38 ? readEntity(text, at) : code === 60 ? showTag(text, at, names) : undefined;
    if (shown === undefined) {
      at++;
      continue;
    }
    out += text.slice(from, at) + shown.text;
    at = shown.end;
    from = at;
  }
  return from === 0 ? text : out + text.slice(from);
}

interface Shown {
  readonly text: string;
  readonly end: number;
}

function readEntity(text: string, at: number): Shown | undefined {
  const stop = text.slice(at, at + 12).indexOf(";");
  if (stop < 2) return undefined;
  const name = text.slice(at + 1, at + stop);
  const shown = name.startsWith("#") ? fromCode(name) : htmlEntities.get(name);
  return shown === undefined ? undefined : { text: shown, end: at + stop + 1 };
}

/** `&#60;` and `&#x3c;`. */
function fromCode(name: string): string | undefined {
  const isHex = name[1] === "x" || name[1] === "X";
  const digits = name.slice(isHex ? 2 : 1);
  const code = /^[0-9a-fA-F]{1,5}$/.test(digits) ? Number.parseInt(digits, isHex ? 16 : 10) : Number.NaN;
  return code >= 32 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}

interface Tag {
  readonly name: string;
  readonly isClose: boolean;
  readonly end: number;
}

function readTag(text: string, at: number): Tag | undefined {
  const isClose = text.charCodeAt(at + 1) === 47;
  const from = at + (isClose ? 2 : 1);
  const inner = text.slice(from, from + maxMarkup);
  const stop = inner.indexOf(">");
  if (stop < 1) return undefined;
  const name = inner.slice(0, stop).toLowerCase().split(/[ /]/, 1)[0] ?? "";
  return { name, isClose, end: from + stop + 1 };
}

/** The names of tags that open, and with a slash in front of those that close. */
function findTagNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at + 1)) {
    const tag = readTag(text, at);
    if (tag !== undefined) names.add(tag.isClose ? `/${tag.name}` : tag.name);
  }
  return names;
}

function showTag(text: string, at: number, names: ReadonlySet<string>): Shown | undefined {
  const tag = readTag(text, at);
  if (tag === undefined) return undefined;
  const { name, isClose, end } = tag;
  if (name === "br") return { text: " ", end };
  if (!names.has(name) || !names.has(`/${name}`)) return undefined;
  const mark = scriptTags.get(name);
  if (mark !== undefined) return { text: isClose ? "}" : `${mark}{`, end };
  return plainTags.has(name) ? { text: "", end } : undefined;
}
