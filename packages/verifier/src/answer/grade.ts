import { hashText } from "./equal/keyed-random.ts";
import type { Candidate } from "./extract/candidate.ts";
import { extractCandidates, trimCandidate } from "./extract/extract-candidates.ts";
import { mayHoldBox } from "./extract/find-boxes.ts";
import { goldShape } from "./extract/gold-shape.ts";
import { Fuel, isExhaustion } from "./fuel.ts";
import { type PreparedGold, prepareGolds } from "./grade-against-golds.ts";
import { gradeCandidate } from "./grade-candidate.ts";
import type { GradeRun } from "./grade-run.ts";
import { type GradeLimits, resolveLimits } from "./limits.ts";
import { isStatement } from "./parse/read-statement.ts";
import { type AnswerPolicy, type ProseRule, resolvePolicy } from "./policy.ts";
import type { Trace } from "./trace.ts";
import type { Extraction, FailureReason, FailureVerdict, Verdict } from "./verdict.ts";

/** One item to grade. */
export interface GradeItem {
  /** Accepted gold answers; a match with any one is correct. */
  golds: readonly string[];
  /** A whole response, from which the answer is extracted, or a bare answer. */
  candidate: { response: string } | { answer: string };
  /** Contents of options A, B, C, ... of a multiple-choice question. */
  choices?: readonly string[];
  /** The text of the problem, which tells what kind of answer it asks for: whether a constant of integration is free. */
  problem?: string;
}

/** How to grade. */
export interface GradeOptions {
  policy?: Partial<AnswerPolicy>;
  limits?: Partial<GradeLimits>;
  /** Keys the random primes and sample points. Equal inputs give equal verdicts. */
  key?: string;
  /** Told every step of the way to the verdict; see {@link TraceStep}. */
  trace?: Trace;
}

const noChoices: readonly string[] = [];

/**
 * Grades one item. Never throws: a gold that cannot be read or judged is a failure, an answer that cannot be read or
 * costs too much is incorrect.
 *
 * @example gradeAnswer({ golds: ["\\frac12"], candidate: { response: "so we get \\boxed{0.5}" } })
 */
export function gradeAnswer(item: GradeItem, options: GradeOptions = {}): Verdict {
  const run: GradeRun = {
    policy: resolvePolicy(options.policy),
    limits: resolveLimits(options.limits),
    seed: hashText(options.key ?? "", 0x7057),
    choices: item.choices ?? noChoices,
    problem: item.problem,
    trace: options.trace,
    fuelUsed: 0,
  };
  try {
    return gradeItem(item, run);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failure(run, "internal", `The verifier met a defect (${detail}); report it with this item.`);
  }
}

function gradeItem(item: GradeItem, run: GradeRun): Verdict {
  const text = candidateText(item.candidate);
  if (text === undefined || !Array.isArray(item.golds))
    return failure(
      run,
      "invalid_item",
      "The item needs golds and either a response or an answer, as strings.",
    );
  const golds = prepareGolds(item.golds, run);
  if (golds.kind === "failure") return failure(run, golds.failure, golds.message);
  // A bare answer that carries a box is what stands in its box.
  if ("answer" in item.candidate && !mayHoldBox(text)) {
    return text.trim() === "" ? incorrect(run, "no_answer") : gradeBare(golds.golds, text, run);
  }
  const policy = "answer" in item.candidate ? { ...run.policy, place: "box" as const } : run.policy;
  return gradeResponse(golds.golds, text, policy, run);
}

function candidateText(candidate: GradeItem["candidate"] | undefined): string | undefined {
  if (candidate === undefined || candidate === null) return undefined;
  const text: unknown = "answer" in candidate ? candidate.answer : candidate.response;
  return typeof text === "string" ? text : undefined;
}

function gradeBare(golds: readonly PreparedGold[], text: string, run: GradeRun): Verdict {
  const whole: Candidate = { start: 0, end: text.length, source: "whole" };
  const kind = goldShape(golds, run.choices).kind;
  const candidate = trimCandidate(text, whole, proseRule(golds, run.policy), new Fuel(run.limits.fuel), kind);
  return gradeCandidate(golds, [toExtraction(candidate, text)], { candidate, response: undefined }, run);
}

/** The words around the value of a statement are part of it. */
function proseRule(golds: readonly PreparedGold[], policy: AnswerPolicy): ProseRule {
  return golds.every(({ parsed }) => isStatement(parsed)) ? "refuse" : policy.prose;
}

function gradeResponse(
  golds: readonly PreparedGold[],
  response: string,
  policy: AnswerPolicy,
  run: GradeRun,
): Verdict {
  if (response.length > run.limits.maxResponseChars) return incorrect(run, "response_too_large");
  const fuel = new Fuel(run.limits.fuel);
  try {
    const prose = proseRule(golds, policy);
    const shape = goldShape(golds, run.choices);
    const result = extractCandidates(response, policy, fuel, shape);
    const trim = (candidate: Candidate, budget: Fuel) =>
      trimCandidate(response, candidate, prose, budget, shape.kind);
    const candidates = (result.kind === "none" ? [] : chosen(result.candidates, policy)).map((candidate) =>
      trim(candidate, fuel),
    );
    const spans = candidates.map((candidate) => toExtraction(candidate, response));
    run.fuelUsed += fuel.used;
    run.trace?.({ step: "fuel", stage: "extraction", used: fuel.used });
    if (result.kind === "none") return incorrect(run, result.reason);
    const all = result.candidates;
    run.trace?.({
      step: "candidates",
      found: all.map((candidate) => toExtraction(trim(candidate, new Fuel(run.limits.fuel)), response)),
      chosen: spans,
    });
    return gradeCandidate(golds, spans, { candidate: candidates[0], response }, run);
  } catch (error) {
    if (!isExhaustion(error)) throw error;
    run.fuelUsed += fuel.used;
    return incorrect(run, "response_too_large");
  }
}

/** The candidates that count: one, or under `all_agree` the last and then all others. */
function chosen(
  candidates: readonly [Candidate, ...Candidate[]],
  policy: AnswerPolicy,
): readonly Candidate[] {
  if (policy.choice === "first") return [candidates[0]];
  const last = candidates[candidates.length - 1] ?? candidates[0];
  return policy.choice === "last" ? [last] : [last, ...candidates.slice(0, -1)];
}

function toExtraction(candidate: Candidate, response: string): Extraction {
  const { start, end, source, remark } = candidate;
  const span = { start, end, text: candidate.text ?? response.slice(start, end), source };
  return remark === undefined ? span : { ...span, remarks: [remark.words] };
}

function incorrect(run: GradeRun, reason: string): Verdict {
  return { kind: "score", correct: false, reason, fuelUsed: run.fuelUsed };
}

function failure(run: GradeRun, kind: FailureReason, message: string): FailureVerdict {
  return { kind: "failure", failure: kind, message, fuelUsed: run.fuelUsed };
}
