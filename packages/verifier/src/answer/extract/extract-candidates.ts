import type { Fuel } from "../fuel.ts";
import { isDigitCode } from "../lex/read-number.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { AnswerPolicy, ProseRule } from "../policy.ts";
import { withSuffix } from "./box-suffix.ts";
import type { Candidate } from "./candidate.ts";
import { isDisownedBox } from "./disowned-box.ts";
import { findAnswerTags } from "./find-answer-tags.ts";
import { findBoxes } from "./find-boxes.ts";
import { findHashMarkers } from "./find-hash-markers.ts";
import { findJsonFields } from "./find-json-fields.ts";
import { findLastValue } from "./find-last-value.ts";
import { findPhrases } from "./find-phrases.ts";
import { findHiddenSpans, withoutHidden } from "./hidden-spans.ts";
import { joinBoxes } from "./join-boxes.ts";
import { type Region, reasoningRegion } from "./reasoning-region.ts";
import { isRefutedAfter, isRefutedBefore } from "./refutation.ts";
import { trimProse } from "./trim-prose.ts";
import { withFormula } from "./unwrap-formula.ts";

/** What a response offers as its answer, in order of position; or why it offers nothing. */
export type Candidates =
  | { readonly kind: "found"; readonly candidates: readonly [Candidate, ...Candidate[]] }
  | { readonly kind: "none"; readonly reason: "no_answer" | "unfinished_reasoning" };

type Span = Exclude<Region, string>;

/**
 * Finds the answers a response offers under the policy: boxes first, then markers, then the last value. Prose around them
 * is still there; see {@link trimCandidate}.
 */
export function extractCandidates(response: string, policy: AnswerPolicy, fuel: Fuel): Candidates {
  const region = policy.afterReasoningOnly
    ? reasoningRegion(response, fuel)
    : { start: 0, end: response.length };
  if (region === "unfinished_reasoning") return { kind: "none", reason: "unfinished_reasoning" };
  return found(findCandidates(response, region, policy, fuel));
}

/** Returns the candidate as the policy wants it: without the prose around the answer, or as it stands. */
export function trimCandidate(
  response: string,
  candidate: Candidate,
  prose: ProseRule,
  fuel: Fuel,
): Candidate {
  return prose === "trim" ? trimProse(response, candidate, fuel) : candidate;
}

function found(candidates: readonly Candidate[]): Candidates {
  const [first, ...rest] = candidates;
  return first === undefined
    ? { kind: "none", reason: "no_answer" }
    : { kind: "found", candidates: [first, ...rest] };
}

function findCandidates(text: string, region: Span, policy: AnswerPolicy, fuel: Fuel): readonly Candidate[] {
  const boxes = usableBoxes(text, region, policy, fuel);
  if (boxes.length > 0 || policy.place === "box") return boxes;
  const markers = visible(text, findMarkers(text, region, fuel), region, fuel);
  if (markers.length > 0 || policy.place === "marked") return markers;
  const last = findLastValue(text, region.start, region.end, fuel);
  return last === undefined ? [] : [last];
}

/**
 * The boxes that the response stands by, with the signs and units after them: seen by the reader, neither denied, taken
 * back nor run into a number.
 */
function usableBoxes(text: string, region: Span, policy: AnswerPolicy, fuel: Fuel): readonly Candidate[] {
  const { start, end } = region;
  const boxes = visible(text, findBoxes(text, start, end, fuel), region, fuel);
  if (boxes.length === 0) return boxes;
  fuel.spend(boxes.length * 64);
  const filled = boxes.filter((box) => text.slice(box.start, box.end).trim() !== "");
  const kept = (filled.length > 0 ? filled : boxes).filter(
    (box) =>
      !isRefutedBefore(text, commandStart(text, box), start, false) &&
      !isRefutedAfter(text, box.end, end) &&
      !isDisownedBox(text, commandStart(text, box), boxEnd(text, box)) &&
      !isDigitCode(text.charCodeAt(box.end + 1)),
  );
  const whole = kept
    .map((box) => {
      const operand = withFormula(text, box, commandStart(text, box), boxEnd(text, box));
      return operand === box ? withSuffix(text, box, boxEnd(text, box), end) : operand;
    })
    .filter((box) => box.text === undefined || !isRefutedAfter(text, box.end, end));
  return policy.adjacentBoxes === "joined" ? joinBoxes(text, whole) : whole;
}

/** Offset of the backslash of the box whose content the candidate is. */
function commandStart(text: string, box: Candidate): number {
  return text.lastIndexOf("\\", box.start - 1);
}

/** Offset after the box whose content the candidate is. */
function boxEnd(text: string, box: Candidate): number {
  return text[box.end] === "}" ? box.end + 1 : box.end;
}

function visible(
  text: string,
  candidates: readonly Candidate[],
  { start, end }: Span,
  fuel: Fuel,
): readonly Candidate[] {
  return candidates.length === 0
    ? candidates
    : withoutHidden(candidates, findHiddenSpans(text, start, end, fuel));
}

/**
 * Markers in order of position. Structured ones (a JSON field, an answer tag, #### on the last line) outrank phrases:
 * prose around them often restates the answer in words.
 */
function findMarkers(text: string, { start, end }: Span, fuel: Fuel): readonly Candidate[] {
  const hashes = findHashMarkers(text, start, end, fuel);
  const lastHash = hashes[hashes.length - 1];
  const isFinal = lastHash !== undefined && isLastLine(text, lastHash.end, end);
  const structured = [
    ...(isFinal ? hashes : []),
    ...findAnswerTags(text, start, end, fuel),
    ...findJsonFields(text, start, end, fuel),
  ];
  fuel.spend((structured.length + hashes.length) * 8);
  if (structured.length > 0) return structured.sort(byPosition);
  return [...hashes, ...findPhrases(text, start, end, fuel)].sort(byPosition);
}

function byPosition(a: Candidate, b: Candidate): number {
  return a.start - b.start || a.end - b.end;
}

/** Tells whether nothing but spaces and end-of-text tokens follows the line that holds `at`. */
function isLastLine(text: string, at: number, end: number): boolean {
  for (let rest = at; rest < end; rest++) {
    const code = text.charCodeAt(rest);
    if (code === 60) return true;
    if (!isSpaceCode(code)) return false;
  }
  return true;
}
