import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";

const keys: readonly string[] = ['"answer"', "'answer'", '"final_answer"', "'final_answer'", '"Answer"'];

/**
 * Returns the value of each "answer" field, in well-formed and sloppy JSON alike: a string, a number, or the raw text
 * of an object or array. A value that the end of the text cuts off is none.
 */
export function findJsonFields(text: string, start: number, end: number, fuel: Fuel): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const key of keys) {
    fuel.spend(1 + Math.ceil((end - start) / 64));
    for (let at = text.indexOf(key, start); at !== -1 && at < end; at = text.indexOf(key, at + 1)) {
      const candidate = readField(text, at + key.length, end, fuel);
      if (candidate !== undefined) found.push(candidate);
    }
  }
  return found;
}

function readField(text: string, after: number, end: number, fuel: Fuel): Candidate | undefined {
  let at = skipSpaces(text, after, end);
  if (text[at] !== ":") return undefined;
  at = skipSpaces(text, at + 1, end);
  const quote = text[at];
  const candidate =
    quote === '"' || quote === "'"
      ? readString(text, at + 1, end, quote)
      : quote === "{" || quote === "["
        ? readStructure(text, at, end)
        : readBare(text, at, end);
  fuel.spend(40 + candidate.end - after);
  // A value that runs to the end of the text was cut off: 4 may be the start of 46.
  return candidate.end < end || /[}\]]$/.test(text.slice(end - 1, end)) ? candidate : undefined;
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpaceCode(text.charCodeAt(at))) at++;
  return at;
}

/** A string up to its closing quote; a cut-off string runs to the end of the line. */
function readString(text: string, start: number, end: number, quote: string): Candidate {
  let at = start;
  let hasEscape = false;
  for (; at < end && text[at] !== quote && text[at] !== "\n"; at++) {
    if (text[at] !== "\\") continue;
    hasEscape = true;
    at++;
  }
  const stop = Math.min(at, end);
  const span = { start, end: stop, source: "json_field" } as const;
  return hasEscape ? { ...span, text: decodeEscapes(text.slice(start, stop)) } : span;
}

function readBare(text: string, start: number, end: number): Candidate {
  let at = start;
  while (at < end && !"},]\n".includes(text[at] ?? "\n")) at++;
  // A comma inside a bare number groups thousands.
  while (text[at] === "," && /^,\d{3}(?!\d)/.test(text.slice(at, at + 5))) at += 4;
  return { start, end: at, source: "json_field" };
}

function readStructure(text: string, start: number, end: number): Candidate {
  let depth = 0;
  let at = start;
  for (; at < end; at++) {
    const char = text[at];
    if (char === "{" || char === "[") depth++;
    else if ((char === "}" || char === "]") && --depth === 0)
      return { start, end: at + 1, source: "json_field" };
  }
  return { start, end: at, source: "json_field" };
}

/**
 * Decodes JSON escapes, leniently: models write LaTeX into JSON without doubling the backslash, so a backslash before
 * a letter stays unless it is `\n` or `\t` standing alone, or `\uXXXX`.
 */
function decodeEscapes(raw: string): string {
  let out = "";
  for (let at = 0; at < raw.length; at++) {
    const char = raw[at] ?? "";
    if (char !== "\\") {
      out += char;
      continue;
    }
    const next = raw[at + 1] ?? "";
    const hex = next === "u" ? raw.slice(at + 2, at + 6) : "";
    if (next === "\\" || next === '"' || next === "'" || next === "/") {
      out += next;
      at++;
    } else if (/^[0-9a-fA-F]{4}$/.test(hex)) {
      out += String.fromCharCode(Number.parseInt(hex, 16));
      at += 5;
    } else if ((next === "n" || next === "t") && !/[A-Za-z]/.test(raw[at + 2] ?? "")) {
      out += " ";
      at++;
    } else out += char;
  }
  return out;
}
