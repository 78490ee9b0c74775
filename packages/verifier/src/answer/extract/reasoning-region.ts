import type { Fuel } from "../fuel.ts";

/** Where the answer may stand: a region, or nowhere because the reasoning block never ends. */
export type Region = { readonly start: number; readonly end: number } | "unfinished_reasoning";

const tagNames: readonly string[] = ["think", "thinking", "reasoning", "thought"];

/**
 * Returns the text after the last end of a reasoning block. A block may open in the prompt, so an end without a start
 * counts; a start without an end leaves no place for an answer.
 */
export function reasoningRegion(text: string, fuel: Fuel): Region {
  let start = 0;
  for (const name of tagNames) {
    fuel.spend(1 + Math.ceil(text.length / 64));
    const close = text.lastIndexOf(`</${name}>`);
    const open = text.lastIndexOf(`<${name}>`);
    if (open > close) return "unfinished_reasoning";
    if (close !== -1) start = Math.max(start, close + name.length + 3);
  }
  return { start, end: text.length };
}
