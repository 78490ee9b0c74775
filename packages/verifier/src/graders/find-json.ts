import { findAnswerTags } from "../answer/extract/find-answer-tags.ts";
import { findBoxes } from "../answer/extract/find-boxes.ts";
import { reasoningRegion } from "../answer/extract/reasoning-region.ts";
import type { Fuel } from "../answer/fuel.ts";
import type { AnswerPlace, Extraction, ExtractionResult, ExtractionSource } from "../answer/index.ts";
import type { JudgeContext } from "./answer-grader.ts";

/**
 * Where a response may have put a JSON value: in boxes or answer tags, else in fenced blocks, else the response is the
 * value. Under the place "box" in boxes alone.
 */
export function findJsonTexts(response: string, { policy, fuel }: JudgeContext): ExtractionResult {
  const region = policy.afterReasoningOnly
    ? reasoningRegion(response, fuel)
    : { start: 0, end: response.length };
  if (region === "unfinished_reasoning") return { kind: "none", reason: region };
  const [first, ...rest] = listJsonTexts(response, region, policy.place, fuel);
  return first === undefined
    ? { kind: "none", reason: "no_answer" }
    : { kind: "found", extractions: [first, ...rest] };
}

function listJsonTexts(
  response: string,
  region: { readonly start: number; readonly end: number },
  place: AnswerPlace,
  fuel: Fuel,
): readonly Extraction[] {
  const { start, end } = region;
  const found = (spans: readonly { start: number; end: number }[], source: ExtractionSource) =>
    spans.map((span) => ({
      start: span.start,
      end: span.end,
      text: response.slice(span.start, span.end),
      source,
    }));
  const boxes = found(findBoxes(response, start, end, fuel), "box");
  if (boxes.length > 0 || place === "box") return boxes;
  const tags = found(findAnswerTags(response, start, end, fuel), "answer_tag");
  if (tags.length > 0) return tags;
  const fences = found(findFences(response, start, end), "fence");
  fuel.spend(1 + (end - start) / 16);
  if (fences.length > 0) return fences;
  const whole = response.slice(start, end).trim();
  return /^[[{"\d\-tfn]/.test(whole) ? found([{ start, end }], "whole") : [];
}

/** The contents of complete ``` blocks. */
function findFences(text: string, start: number, end: number): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  for (let open = text.indexOf("```", start); open >= 0 && open < end; ) {
    const content = text.indexOf("\n", open) + 1;
    const close = content === 0 ? -1 : text.indexOf("```", content);
    if (close < 0 || close > end) break;
    blocks.push({ start: content, end: close });
    open = text.indexOf("```", close + 3);
  }
  return blocks;
}
