import type { Fuel } from "../fuel.ts";

/** Where the answer may stand: a region, or nowhere because the reasoning block never ends. */
export type Region = { readonly start: number; readonly end: number } | "unfinished_reasoning";

const tagNames: readonly string[] = ["think>", "thinking>", "reasoning>", "thought>"];

/**
 * Returns the text after the last end of a reasoning block. A block may open in the prompt, so an end without a start
 * counts; a start without an end leaves no place for an answer.
 */
export function reasoningRegion(text: string, fuel: Fuel): Region {
  fuel.spend(1 + Math.ceil(text.length / 16));
  let start = 0;
  let isOpen = false;
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at + 1)) {
    const isClose = text.charCodeAt(at + 1) === 47;
    const end = tagEnd(text, isClose ? at + 2 : at + 1);
    if (end === -1) continue;
    isOpen = !isClose;
    if (isClose) start = end;
  }
  return isOpen ? "unfinished_reasoning" : { start, end: text.length };
}

/** Offset after the tag whose name starts at `at`, or -1. */
function tagEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 116 && code !== 114) return -1;
  for (const name of tagNames) if (text.startsWith(name, at)) return at + name.length;
  return -1;
}
