import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import { latexEnd, readReasoningTag } from "./reasoning-tags.ts";

/** Where the answer may stand: a region, or nowhere because the reasoning block never ends. */
export type Region = { readonly start: number; readonly end: number } | "unfinished_reasoning";

/** What a reasoning tag may start with. */
const openers: readonly string[] = ["<", "[", "◁", latexEnd];

/** Deepest nesting of blocks of different families that is followed. */
const maxOpen = 16;

/**
 * Returns the text after the last end of a reasoning block. A block may open in the prompt, so an end without a start
 * counts; a start without an end leaves no place for an answer. The end of a block ends the blocks inside it; the end
 * of another family inside an open block ends nothing. Where nothing follows the last block, the text in front of it counts.
 */
export function reasoningRegion(text: string, fuel: Fuel): Region {
  fuel.spend(1 + Math.ceil(text.length / 16));
  let start = 0;
  // The text in front of the last block that opened in the text.
  let before = { start: 0, end: 0 };
  const open: string[] = [];
  for (const { family, isClose, end, at: tagStart } of findTags(text, fuel)) {
    if (!isClose) {
      if (open.length === 0) before = { start, end: tagStart };
      if (open[open.length - 1] !== family && open.length < maxOpen) open.push(family);
      continue;
    }
    const at = open.lastIndexOf(family);
    if (at === -1 && open.length > 0) continue;
    if (at === -1) before = { start: end, end };
    else open.length = at;
    if (open.length === 0) start = end;
  }
  if (open.length > 0) return "unfinished_reasoning";
  const isLast = start > 0 && isBlank(text, start, text.length) && !isBlank(text, before.start, before.end);
  return isLast ? before : { start, end: text.length };
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpaceCode(text.charCodeAt(at))) return false;
  return true;
}

/** A letter, or one of the signs in front of a name: most brackets are followed by something else. */
function mayStartName(code: number, opener: string): boolean {
  if (code === 47 || code === 124 || code === 32) return true;
  // Between square brackets only "think" and "thinking" are names.
  if (opener === "[") return (code | 32) === 116;
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function findTags(text: string, fuel: Fuel) {
  const tags: (NonNullable<ReturnType<typeof readReasoningTag>> & { readonly at: number })[] = [];
  for (const opener of openers) {
    for (let at = text.indexOf(opener); at !== -1; at = text.indexOf(opener, at + 1)) {
      fuel.spend(4);
      if (!mayStartName(text.charCodeAt(at + 1), opener)) continue;
      const tag = readReasoningTag(text, at);
      if (tag === undefined) continue;
      fuel.spend(64);
      tags.push({ ...tag, at });
    }
  }
  return tags.sort((a, b) => a.at - b.at);
}
