import type { Fuel } from "../fuel.ts";
import type { Candidate } from "./candidate.ts";
import { trimSpan } from "./trim-span.ts";
import { isRefutedAfter } from "./withdrawal.ts";

const tagNames: readonly string[] = ["answer", "final_answer", "final-answer", "finalanswer", "solution"];

/** Longest content of a `<solution>` that is an answer rather than the way to it. */
const maxSolution = 200;

/** Longest tag, attributes included. */
const maxTag = 64;

/**
 * Returns the content of each complete `<answer>...</answer>`, `<final_answer>...</final_answer>` or short `<solution>`, whatever its case
 * and attributes; of nested starts, the innermost counts. A tag between backticks is a mention and no tag.
 */
export function findAnswerTags(text: string, start: number, end: number, fuel: Fuel): readonly Candidate[] {
  fuel.spend(1 + Math.ceil((end - start) / 64));
  const found: Candidate[] = [];
  let open: { readonly name: string; readonly content: number } | undefined;
  for (let at = text.indexOf("<", start); at !== -1 && at < end; at = text.indexOf("<", at + 1)) {
    const tag = readTag(text, at);
    if (tag === undefined) continue;
    fuel.spend(40);
    if (!tag.isClose) open = { name: tag.name, content: tag.end };
    else if (open?.name === tag.name) {
      const isLong = tag.name === "solution" && at - open.content > maxSolution;
      if (!isLong && !isRefutedAfter(text, tag.end, end, open.content))
        found.push({ ...trimSpan(text, open.content, at), source: "answer_tag" });
      open = undefined;
    }
  }
  return found;
}

function readTag(text: string, at: number): { name: string; isClose: boolean; end: number } | undefined {
  const isClose = text.charCodeAt(at + 1) === 47;
  const from = isClose ? at + 2 : at + 1;
  const code = text.charCodeAt(from) | 32;
  if ((code !== 97 && code !== 102 && code !== 115) || text.charCodeAt(at - 1) === 96) return undefined;
  const tag = text.slice(from, from + maxTag);
  const close = tag.indexOf(">");
  if (close === -1) return undefined;
  const lower = tag.slice(0, close).toLowerCase();
  const name = tagNames.find((known) => lower === known || lower.startsWith(`${known} `));
  return name === undefined ? undefined : { name, isClose, end: from + close + 1 };
}
