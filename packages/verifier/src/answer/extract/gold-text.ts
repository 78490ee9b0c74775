import type { Fuel } from "../fuel.ts";
import { type AnswerPolicy, defaultPolicy } from "../policy.ts";
import type { Candidate } from "./candidate.ts";
import { extractCandidates, trimCandidate } from "./extract-candidates.ts";
import { mayHoldBox } from "./find-boxes.ts";
import { findHashMarkers } from "./find-hash-markers.ts";

/** A gold speaks for itself: nothing around its box is an attempt. */
const goldPolicy: AnswerPolicy = { ...defaultPolicy, place: "box", afterReasoningOnly: false };

/**
 * Returns the answer that a gold states: what stands in its last box or run of boxes, what follows its last `####`, or
 * the gold as it is. Data sets keep whole worked solutions as golds.
 */
export function goldText(source: string, fuel: Fuel): string {
  const marked = boxedPart(source, fuel) ?? lastHash(source, fuel);
  if (marked === undefined) return source;
  const text = marked.text ?? source.slice(marked.start, marked.end);
  return text.trim() === "" ? source : text;
}

/** Returns the last box of a gold, or its last run of boxes; undefined where it has none. */
function boxedPart(text: string, fuel: Fuel): Candidate | undefined {
  if (!mayHoldBox(text)) return undefined;
  const result = extractCandidates(text, goldPolicy, fuel);
  const last = result.kind === "found" ? result.candidates[result.candidates.length - 1] : undefined;
  return last === undefined ? undefined : trimCandidate(text, last, goldPolicy.prose, fuel);
}

function lastHash(source: string, fuel: Fuel): Candidate | undefined {
  if (!source.includes("####")) return undefined;
  const hashes = findHashMarkers(source, 0, source.length, fuel);
  return hashes[hashes.length - 1];
}
