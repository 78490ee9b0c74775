import type { Fuel } from "../fuel.ts";
import { isDigitCode } from "../lex/read-number.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { AnswerPolicy, ProseRule } from "../policy.ts";
import { withSuffix } from "./box-suffix.ts";
import type { Candidate } from "./candidate.ts";
import { isBesideKind, isBlank } from "./candidate-kind.ts";
import { collectParts } from "./collect-parts.ts";
import { findCorrection, isSaidInWords } from "./correction.ts";
import { isDisownedBox } from "./disowned-box.ts";
import { findAnswerTags } from "./find-answer-tags.ts";
import { boxCommandStart, findBoxes } from "./find-boxes.ts";
import { findHashMarkers } from "./find-hash-markers.ts";
import { findJsonFields } from "./find-json-fields.ts";
import { findLastValue } from "./find-last-value.ts";
import { findPhrases } from "./find-phrases.ts";
import { anyShape, type GoldKind, type GoldShape } from "./gold-shape.ts";
import { findHiddenSpans, withoutHidden } from "./hidden-spans.ts";
import { joinBoxes } from "./join-boxes.ts";
import { type Region, reasoningRegion } from "./reasoning-region.ts";
import { isRefutedBefore } from "./refutation.ts";
import { isDeniedLater } from "./second-thought.ts";
import { trimProse } from "./trim-prose.ts";
import { turnOf } from "./turn-end.ts";
import { withFormula } from "./unwrap-formula.ts";
import { findWholeAnswer } from "./whole-answer.ts";
import { isRefutedAfter } from "./withdrawal.ts";

/** What a response offers as its answer, in order of position; or why it offers nothing. */
export type Candidates =
  | { readonly kind: "found"; readonly candidates: readonly [Candidate, ...Candidate[]] }
  | { readonly kind: "none"; readonly reason: "no_answer" | "unfinished_reasoning" };

type Span = Exclude<Region, string>;

/**
 * Finds the answers a response offers under the policy: boxes first, then markers, then the response where it is nothing
 * but an answer, then the last value. What cannot be of the golds' kind gives way to what can. Prose around the answers is
 * still there; see {@link trimCandidate}.
 */
export function extractCandidates(
  response: string,
  policy: AnswerPolicy,
  fuel: Fuel,
  shape: GoldShape = anyShape,
): Candidates {
  const region = policy.afterReasoningOnly
    ? reasoningRegion(response, fuel)
    : { start: 0, end: response.length };
  if (region === "unfinished_reasoning") return { kind: "none", reason: "unfinished_reasoning" };
  const turn = turnOf(response, region, fuel);
  return found(findCandidates({ text: response, region: turn, policy, shape, fuel }));
}

/** Returns the candidate as the policy wants it: without the prose around the answer, or as it stands. */
export function trimCandidate(
  response: string,
  candidate: Candidate,
  prose: ProseRule,
  fuel: Fuel,
  kind: GoldKind = "any",
): Candidate {
  return prose === "trim" ? trimProse(response, candidate, kind, fuel) : candidate;
}

function found(candidates: readonly Candidate[]): Candidates {
  const [first, ...rest] = candidates;
  return first === undefined
    ? { kind: "none", reason: "no_answer" }
    : { kind: "found", candidates: [first, ...rest] };
}

/** What is searched, and how. */
interface Search {
  readonly text: string;
  readonly region: Span;
  readonly policy: AnswerPolicy;
  readonly shape: GoldShape;
  readonly fuel: Fuel;
}

/** The candidates of the first rank that holds one of the golds' kind; of the first that holds any where none does. */
function findCandidates(search: Search): readonly Candidate[] {
  const { text, region, policy, shape, fuel } = search;
  const boxes = standing(search, usableBoxes(text, region, policy, fuel));
  const parts =
    shape.parts > 1 && policy.place !== "box" ? collectParts(text, region, boxes, shape, fuel) : undefined;
  if (parts !== undefined) return visible(text, [parts], region, fuel);
  const fitting = corrected(search, ofKind(search, boxes));
  if (fitting.length > 0) return fitting;
  if (policy.place === "box") return boxes;
  const structured = standing(search, visible(text, findStructured(text, region, fuel), region, fuel));
  const marked = corrected(search, ofKind(search, structured));
  if (marked.length > 0) return marked;
  const phrases = standing(search, visible(text, findUnstructured(search), region, fuel));
  const corrections = corrected(search, ofKind(search, phrases));
  if (corrections.length > 0) return corrections;
  const rest = [boxes, structured, phrases].find((rank) => rank.length > 0);
  if (rest !== undefined) return rest;
  const last = findWholeAnswer(text, region.start, region.end, shape) ?? lastValue(search);
  return last === undefined ? [] : visible(text, [last], region, fuel);
}

function lastValue({ text, region, policy, fuel }: Search): Candidate | undefined {
  return policy.place === "anywhere" ? findLastValue(text, region.start, region.end, fuel) : undefined;
}

/** The candidates without those that the writer takes back further on. */
function standing({ text, region, fuel }: Search, rank: readonly Candidate[]): readonly Candidate[] {
  const last = rank[rank.length - 1];
  if (last === undefined || !isDeniedLater(text, last.end, region.end)) return rank;
  fuel.spend(rank.length * 4);
  const denied = text.slice(last.start, last.end);
  return rank.filter(({ start, end }) => text.slice(start, end) !== denied);
}

/** The candidates, and behind them the answer that a later correction gives; one that may speak of something else is a remark. */
function corrected(
  { text, region, policy, shape, fuel }: Search,
  rank: readonly Candidate[],
): readonly Candidate[] {
  const last = rank[rank.length - 1];
  if (last === undefined || policy.place === "box") return rank;
  const correction = findCorrection(text, last.end, region.end, shape.kind, fuel);
  if (correction === undefined) return rank;
  const { candidate, isClear } = correction;
  const words = text.slice(candidate.start, candidate.end);
  if (isSaidInWords(words, last.text ?? text.slice(last.start, last.end))) return rank;
  if (isClear) return [...rank, candidate];
  return [...rank.slice(0, -1), { ...last, remark: { words, whole: "", isOpen: true } }];
}

/** The candidates that may be answers of the golds' kind. */
function ofKind({ text, shape, fuel }: Search, rank: readonly Candidate[]): readonly Candidate[] {
  fuel.spend(rank.length * 16);
  return rank.filter(
    ({ text: made, start, end, source }) =>
      !isBesideKind(
        made ?? text.slice(start, end),
        shape.kind,
        source === "phrase" || source === "hash_marker",
      ),
  );
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
  const filled = boxes.filter((box) => !isBlank(text.slice(box.start, box.end)));
  const kept = (filled.length > 0 ? filled : boxes).filter(
    (box) =>
      !isRefutedBefore(text, commandStart(text, box), start, false) &&
      !isRefutedAfter(text, box.end, end, box.start) &&
      !isDisownedBox(text, commandStart(text, box), boxEnd(text, box)) &&
      !isDigitCode(text.charCodeAt(box.end + 1)),
  );
  const whole = kept
    .map((box) => {
      const operand = withFormula(text, box, commandStart(text, box), boxEnd(text, box));
      return operand === box ? withSuffix(text, box, boxEnd(text, box), end) : operand;
    })
    .filter((box) => box.text === undefined || !isRefutedAfter(text, box.end, end, box.start));
  return policy.adjacentBoxes === "joined" ? joinBoxes(text, whole) : whole;
}

/** Offset of the command of the box whose content the candidate is. */
function commandStart(text: string, box: Candidate): number {
  return boxCommandStart(text, box.start);
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
 * Markers with a structure (a JSON field, an answer tag, #### on the last line) in order of position. They outrank
 * phrases: prose around them often restates the answer in words.
 */
function findStructured(text: string, { start, end }: Span, fuel: Fuel): readonly Candidate[] {
  const hashes = findHashMarkers(text, start, end, fuel);
  const lastHash = hashes[hashes.length - 1];
  const isFinal = lastHash !== undefined && isLastLine(text, lastHash.end, end);
  const structured = [
    ...(isFinal ? hashes : []),
    ...findAnswerTags(text, start, end, fuel),
    ...findJsonFields(text, start, end, fuel),
  ];
  fuel.spend((structured.length + hashes.length) * 8);
  return structured.sort(byPosition);
}

/** Phrases, and #### on another line, in order of position. */
function findUnstructured({ text, region: { start, end }, shape, fuel }: Search): readonly Candidate[] {
  const hashes = findHashMarkers(text, start, end, fuel);
  return [...hashes, ...findPhrases(text, start, end, fuel, shape)].sort(byPosition);
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
