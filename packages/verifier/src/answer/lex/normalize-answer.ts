import type { Fuel } from "../fuel.ts";
import { decodeHtml } from "./decode-html.ts";
import { restoreEscapes } from "./restore-escapes.ts";

/**
 * Returns the answer in the characters that the tokenizer knows: full-width and mathematical letters and digits as
 * ASCII, HTML as what it shows, characters without a width dropped, backslashes that were doubled on their way through
 * JSON halved or given back, struck text taken out. Characters that reorder or hide text stay, and make the answer unreadable.
 */
export function normalizeAnswer(source: string, fuel: Fuel): string {
  let hasWide = false;
  let hasMarkup = false;
  let hasDouble = false;
  let hasStrike = false;
  let hasControl = false;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code > 127) hasWide = true;
    else if (code < 14) hasControl = true;
    else if (code === 38 || code === 60) hasMarkup = true;
    else if (code === 126 && source.charCodeAt(at + 1) === 126) hasStrike = true;
    else if (code === 92 && source.charCodeAt(at + 1) === 92) hasDouble = true;
  }
  if (!hasWide && !hasMarkup && !hasDouble && !hasStrike && !hasControl) return source;
  fuel.spend(source.length);
  const restored = hasControl ? restoreEscapes(source) : source;
  let text = hasMarkup ? decodeHtml(restored) : restored;
  if (hasWide || text !== source) text = toKnownChars(text);
  if (hasWide && text.includes("或")) text = text.replaceAll(hanJoint, "$1 or ");
  if (hasStrike) text = dropStruck(text);
  return hasDouble ? halveBackslashes(text) : text;
}

/** "or" between two values in Chinese: 1或-3. */
const hanJoint = /([\d)}$])\s*或者?\s*(?=[-−+\d(\\$√a-zA-Z])/g;

/** Takes out what Markdown shows struck through: `~~4~~ 5` is 5. */
function dropStruck(text: string): string {
  const open = text.indexOf("~~");
  const close = open === -1 ? -1 : text.indexOf("~~", open + 2);
  return close === -1 ? text : `${text.slice(0, open)} ${dropStruck(text.slice(close + 2))}`;
}

function toKnownChars(text: string): string {
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const known = code > 127 ? knownChar(code) : undefined;
    if (known !== undefined) {
      out += text.slice(from, at) + known;
      from = at + size;
    }
    at += size;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** What the character is read as; undefined where it is left as it is. */
function knownChar(code: number): string | undefined {
  // A full-width exclamation mark ends a sentence and is no factorial.
  if (code > 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (isWidthless(code)) return "";
  const digit = decimalDigit(code);
  if (digit !== undefined) return String(digit);
  if (code >= 0x1d400 && code <= 0x1d7ff) return String.fromCodePoint(code).normalize("NFKC");
  return wideTexts.get(code);
}

/** Zeros of the scripts whose decimal digits are read: Arabic-Indic, Persian, Devanagari, Bengali, Thai. */
const zeros: readonly number[] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

function decimalDigit(code: number): number | undefined {
  if (code < 0x660 || code > 0xe59) return undefined;
  const zero = zeros.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? undefined : code - zero;
}

/** Other characters, by code. */
const wideTexts: ReadonlyMap<number, string> = new Map(
  (
    [
      ["‰", "\\cdot10^{-3}"],
      ["٫", "."],
      ["٬", ","],
      ["٪", "%"],
      ["،", ","],
      ["۔", "."],
      ["।", "."],
      ["∶", ":"],
      ["︰", ":"],
      ["⟨", "("],
      ["⟩", ")"],
      ["〈", "("],
      ["〉", ")"],
      ["【", "["],
      ["】", "]"],
      ["〔", "("],
      ["〕", ")"],
      ["✕", "×"],
      ["✖", "×"],
      ["⨯", "×"],
      ["∣", "|"],
      ["ℓ", "\\ell "],
      ["⁽", "^{("],
      ["⁾", ")}"],
      ["℃", "°C"],
      ["℉", "°F"],
      ["㎝", "cm"],
      ["㎜", "mm"],
      ["㎞", "km"],
      ["㎏", "kg"],
      ["㎎", "mg"],
      ["㎡", "m²"],
      ["㎥", "m³"],
      ["Ω", "Ω"],
      ["K", "K"],
      ["Å", "Å"],
    ] as const
  ).map(([char, text]) => [char.codePointAt(0) ?? 0, text]),
);

/** Joiners, soft hyphens, variation selectors and marks of direction that change no order by themselves. */
function isWidthless(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    code === 0xad ||
    code === 0x61c ||
    (code >= 0x2060 && code <= 0x2064) ||
    code === 0x2066 ||
    code === 0x2069 ||
    code === 0x202a ||
    code === 0x202c ||
    code === 0xfeff ||
    (code >= 0xfe00 && code <= 0xfe0f)
  );
}

/**
 * `\\frac{1}{2}` becomes `\frac{1}{2}` where every command of the text is written so; `1 \\ 2` stays a line break.
 */
function halveBackslashes(text: string): string {
  let hasDoubledCommand = false;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) !== 92) continue;
    let to = at;
    while (text.charCodeAt(to) === 92) to++;
    if ((to - at) % 2 === 1) return text;
    if (to - at === 2 && startsCommand(text.charCodeAt(to))) hasDoubledCommand = true;
    at = to;
  }
  return hasDoubledCommand ? text.replaceAll("\\\\", "\\") : text;
}

/** Letters, braces, brackets and the signs of spacing commands. */
function startsCommand(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    [40, 41, 91, 93, 123, 125, 44, 59, 33, 37].includes(code)
  );
}
