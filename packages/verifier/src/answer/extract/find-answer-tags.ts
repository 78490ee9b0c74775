import type { Fuel } from "../fuel.ts";
import type { Candidate } from "./candidate.ts";
import { trimSpan } from "./trim-span.ts";

const openTag = "<answer>";
const closeTag = "</answer>";

/** Returns the content of each complete `<answer>...</answer>`; of nested starts, the innermost counts. */
export function findAnswerTags(text: string, start: number, end: number, fuel: Fuel): readonly Candidate[] {
  fuel.spend(1 + Math.ceil((end - start) / 64));
  const found: Candidate[] = [];
  let open = text.indexOf(openTag, start);
  let close = text.indexOf(closeTag, start);
  while (open !== -1 && close !== -1 && close < end) {
    fuel.spend(40);
    if (open < close) {
      const next = text.indexOf(openTag, open + 1);
      if (next === -1 || next > close) {
        found.push({ ...trimSpan(text, open + openTag.length, close), source: "answer_tag" });
        close = text.indexOf(closeTag, close + 1);
      }
      open = next;
    } else close = text.indexOf(closeTag, close + 1);
  }
  return found;
}
