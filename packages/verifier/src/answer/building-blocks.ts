import { equalAnswers } from "./equal/equal-answers.ts";
import { hashText } from "./equal/keyed-random.ts";
import { extractCandidates, trimCandidate } from "./extract/extract-candidates.ts";
import { anyShape, type GoldShape } from "./extract/gold-shape.ts";
import { Fuel, isExhaustion } from "./fuel.ts";
import type { GradeOptions } from "./grade.ts";
import { resolveLimits } from "./limits.ts";
import { readBeside, readGold } from "./parse/read-statement.ts";
import { resolvePolicy } from "./policy.ts";
import { Unreadable } from "./unreadable.ts";
import { formatAnswer } from "./value/format-value.ts";
import type { ParsedAnswer } from "./value/value.ts";
import type { Extraction } from "./verdict.ts";

/** The answers a response offers, in order of position, or why it offers none. */
export type ExtractionResult =
  | { kind: "found"; extractions: readonly Extraction[] }
  | { kind: "none"; reason: "no_answer" | "unfinished_reasoning" | "response_too_large" };

/**
 * Returns every answer a response offers under the policy; the policy's `choice` is left to the caller. `shape` says what the
 * golds are, where somebody knows.
 */
export function extractAnswer(
  response: string,
  options: GradeOptions = {},
  shape: GoldShape = anyShape,
): ExtractionResult {
  const limits = resolveLimits(options.limits);
  if (response.length > limits.maxResponseChars) return { kind: "none", reason: "response_too_large" };
  try {
    const policy = resolvePolicy(options.policy);
    const fuel = new Fuel(limits.fuel);
    const result = extractCandidates(response, policy, fuel, shape);
    if (result.kind === "none") return result;
    const extractions = result.candidates.map((candidate) => {
      const { start, end, source, text } = trimCandidate(response, candidate, policy.prose, fuel, shape.kind);
      return { start, end, source, text: text ?? response.slice(start, end) };
    });
    return { kind: "found", extractions };
  } catch (error) {
    if (isExhaustion(error)) return { kind: "none", reason: "response_too_large" };
    throw error;
  }
}

/** A parsed answer with its normal form, or why it could not be read. */
export type ParseResult =
  | { kind: "answer"; answer: ParsedAnswer; form: string }
  | { kind: "unreadable"; reason: "syntax" | "too_large" };

/** Reads an answer into its typed readings, as a gold answer is read: what is no value may be a statement. Never throws. */
export function parseAnswer(text: string, options: GradeOptions = {}): ParseResult {
  const limits = resolveLimits(options.limits);
  try {
    const answer = readGold(text, limits, new Fuel(limits.fuel));
    return { kind: "answer", answer, form: formatAnswer(answer) };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: "unreadable", reason: error.why };
    if (isExhaustion(error)) return { kind: "unreadable", reason: "too_large" };
    throw error;
  }
}

/**
 * Tells whether two answers are equal under the policy; `undecided` where neither was shown, or one cannot be read.
 *
 * @example areEqual("\\frac12", "0.5") // "equal"
 */
export function areEqual(
  gold: string,
  answer: string,
  options: GradeOptions = {},
): "equal" | "different" | "undecided" {
  const limits = resolveLimits(options.limits);
  const rules = {
    policy: resolvePolicy(options.policy),
    limits,
    seed: hashText(options.key ?? "", 0x7057),
    choices: [],
  };
  try {
    const left = { source: gold, parsed: readGold(gold, limits, new Fuel(limits.fuel)) };
    const right = {
      source: answer,
      parsed: readBeside([left.parsed], answer, limits, new Fuel(limits.fuel)),
    };
    return equalAnswers(left, right, rules, new Fuel(limits.fuel)).result;
  } catch (error) {
    if (isExhaustion(error) || error instanceof Unreadable) return "undecided";
    throw error;
  }
}
