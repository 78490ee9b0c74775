import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "./unicode-table.ts";

const pairs: readonly (readonly [string, string])[] = [
  ["**", "**"],
  ["__", "__"],
  ["`", "`"],
  ['"', '"'],
  ["“", "”"],
  ["$", "$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
  ["*", "*"],
];

const endTokens: readonly string[] = [
  "</s>",
  "<|im_end|>",
  "<|endoftext|>",
  "<|eot_id|>",
  "<|end|>",
  "<eos>",
];

/**
 * Returns the answer without what surrounds it: spaces, Markdown emphasis, quotes, math delimiters, end-of-text
 * tokens and closing punctuation. Full-width characters become their ASCII forms.
 */
export function trimAnswer(source: string, fuel: Fuel): string {
  fuel.spend(Math.ceil(source.length / 4));
  let text = trimSpaces(toHalfWidth(source));
  for (;;) {
    const next = peel(text);
    if (next === text) return text;
    fuel.spend(2 + Math.ceil(text.length / 16));
    text = trimSpaces(next);
  }
}

const boxes: readonly string[] = ["\\boxed{", "\\fbox{"];

function peel(text: string): string {
  if (text.length < 2 || (isPlainEdge(text.charCodeAt(0)) && isPlainEdge(text.charCodeAt(text.length - 1))))
    return text;
  for (const box of boxes) if (isBoxed(text, box)) return text.slice(box.length, -1);
  for (const [open, close] of pairs)
    if (isWrapped(text, open, close)) return text.slice(open.length, -close.length);
  for (const token of endTokens) if (text.endsWith(token)) return text.slice(0, -token.length);
  const last = text[text.length - 1];
  if (last === "." || last === "," || last === ";" || last === ":" || last === "。")
    return text.endsWith("..") || text.endsWith("\\,") || text.endsWith("\\;") ? text : text.slice(0, -1);
  return text;
}

function isWrapped(text: string, open: string, close: string): boolean {
  if (text.length < open.length + close.length || !text.startsWith(open) || !text.endsWith(close))
    return false;
  if (open === "*" && text.startsWith("**")) return false;
  const inner = text.indexOf(open, open.length);
  if (open === close) return inner === text.length - close.length && text[inner - 1] !== "\\";
  return inner === -1;
}

/** Letters and digits at both ends leave nothing to take off. */
function isPlainEdge(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Tells whether the brace that the box opens closes at the very end. */
function isBoxed(text: string, box: string): boolean {
  if (!text.startsWith(box) || !text.endsWith("}")) return false;
  let depth = 1;
  for (let at = box.length; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at === text.length - 1;
  }
  return false;
}

function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpaceCode(text.charCodeAt(start))) start++;
  while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Replaces U+FF01..U+FF5E by U+0021..U+007E. */
function toHalfWidth(text: string): string {
  let at = 0;
  while (at < text.length && !isFullWidth(text.charCodeAt(at))) at++;
  if (at === text.length) return text;
  let out = text.slice(0, at);
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    out += isFullWidth(code) ? String.fromCharCode(code - 0xfee0) : text[at];
  }
  return out;
}

function isFullWidth(code: number): boolean {
  return code >= 0xff01 && code <= 0xff5e;
}
