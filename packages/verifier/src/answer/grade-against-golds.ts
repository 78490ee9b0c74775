import { equalAnswers } from "./equal/equal-answers.ts";
import { differentBy, type Outcome } from "./equal/outcome.ts";
import { goldText } from "./extract/gold-text.ts";
import { Fuel, isExhaustion } from "./fuel.ts";
import type { GradeRun } from "./grade-run.ts";
import { type ExceededLimit, nameLimit } from "./name-limit.ts";
import { readBeside, readGold } from "./parse/read-statement.ts";
import { Unreadable } from "./unreadable.ts";
import { buildList } from "./value/build-list.ts";
import { formatAnswer } from "./value/format-value.ts";
import type { ParsedAnswer, Value } from "./value/value.ts";
import type { Extraction, FailureReason, ScoreVerdict, Verdict } from "./verdict.ts";

/** A gold answer that could be read. */
export interface PreparedGold {
  /** Position in the item's golds. */
  readonly index: number;
  /** The text read: of a gold that is a worked solution, the answer it states. */
  readonly source: string;
  readonly parsed: ParsedAnswer;
}

/** The readable golds of an item, or the failure where there is none. */
export type GoldResult =
  | { readonly kind: "golds"; readonly golds: readonly PreparedGold[] }
  | { readonly kind: "failure"; readonly failure: FailureReason; readonly message: string };

/** Most gold answers of an item; each of them costs the work of one. */
const maxGolds = 1024;

/** Reads the gold answers; unreadable ones are dropped as long as one can be read. */
export function prepareGolds(sources: readonly string[], run: GradeRun): GoldResult {
  if (sources.length > maxGolds) {
    const message = `The item has ${sources.length} golds; the limit is ${maxGolds}.`;
    return { kind: "failure", failure: "limit_exceeded", message };
  }
  const golds: PreparedGold[] = [];
  let exceeded: ExceededLimit | undefined;
  let isPresent = false;
  for (const [index, source] of sources.entries()) {
    if (typeof source !== "string" || source.trim() === "") continue;
    isPresent = true;
    const stated = statedGold(source, run);
    if ("exceeded" in stated) {
      exceeded ??= stated.exceeded;
      continue;
    }
    const parsed = read(stated.text, run, asGold);
    if (!("problem" in parsed)) golds.push({ index, source: stated.text, parsed });
    else if (parsed.problem === "too_large") exceeded ??= parsed.exceeded;
  }
  const isComplete = run.policy.goldRule === "any" || golds.length === countTexts(sources);
  if (golds.length > 0 && isComplete) return { kind: "golds", golds: joinGolds(golds, run) };
  if (!isPresent)
    return { kind: "failure", failure: "no_gold", message: "The item has no gold answer; add one to golds." };
  return exceeded !== undefined
    ? {
        kind: "failure",
        failure: "limit_exceeded",
        message: `The gold answer exceeds ${nameLimit(exceeded, run.limits)}; shorten it or raise the limit.`,
      }
    : {
        kind: "failure",
        failure: "unparsable_gold",
        message:
          "No gold answer could be read; write it as a number, formula, list, interval, option or plain text.",
      };
}

function countTexts(sources: readonly string[]): number {
  return sources.filter((source) => typeof source === "string" && source.trim() !== "").length;
}

/** Under the rule `all`, several golds are one list, of which the answer must give every item. */
function joinGolds(golds: readonly PreparedGold[], run: GradeRun): readonly PreparedGold[] {
  const [first] = golds;
  if (run.policy.goldRule === "any" || golds.length < 2 || first === undefined) return golds;
  const items = golds.map((gold) => gold.parsed.readings[0]).filter((value) => value !== undefined);
  const text = golds.map((gold) => gold.source).join("; ");
  const parsed: ParsedAnswer = { text, readings: [buildList(items.flatMap(itemsOfList), undefined)] };
  return [{ index: first.index, source: text, parsed }];
}

/** A gold that is a list itself adds its items. */
function itemsOfList(value: Value): readonly Value[] {
  return value.kind === "list" ? value.items : [value];
}

/** The answer that a gold states, or the limit that keeps from looking for it. */
function statedGold(
  source: string,
  run: GradeRun,
): { readonly text: string } | { readonly exceeded: ExceededLimit } {
  if (!source.includes("box") && !source.includes("####")) return { text: source };
  if (source.length > run.limits.maxResponseChars) return { exceeded: "maxResponseChars" };
  const fuel = new Fuel(run.limits.fuel);
  try {
    return { text: goldText(source, fuel) };
  } catch (error) {
    if (isExhaustion(error)) return { exceeded: "fuel" };
    throw error;
  } finally {
    run.fuelUsed += fuel.used;
  }
}

type Reader = (source: string, run: GradeRun, fuel: Fuel) => ParsedAnswer;

const asGold: Reader = (source, { limits }, fuel) => readGold(source, limits, fuel);
const beside =
  (golds: readonly PreparedGold[]): Reader =>
  (source, { limits }, fuel) =>
    readBeside(
      golds.map(({ parsed }) => parsed),
      source,
      limits,
      fuel,
    );

/** Why a text could not be read. */
type Unread =
  | { readonly problem: "syntax" }
  | { readonly problem: "too_large"; readonly exceeded: ExceededLimit };

function explainUnread(error: unknown): Unread | undefined {
  if (isExhaustion(error)) return { problem: "too_large", exceeded: "fuel" };
  if (!(error instanceof Unreadable)) return undefined;
  return error.limit === undefined ? { problem: "syntax" } : { problem: "too_large", exceeded: error.limit };
}

function read(source: string, run: GradeRun, reader: Reader): ParsedAnswer | Unread {
  const fuel = new Fuel(run.limits.fuel);
  try {
    const parsed = reader(source, run, fuel);
    run.trace?.({ step: "reading", text: source, readings: parsed.readings });
    return parsed;
  } catch (error) {
    const unread = explainUnread(error);
    if (unread === undefined) throw error;
    run.trace?.({ step: "reading", text: source, readings: [], ...unread });
    return unread;
  } finally {
    run.fuelUsed += fuel.used;
    run.trace?.({ step: "fuel", stage: "reading", used: fuel.used });
  }
}

/** Grades the first span; further spans (`all_agree`) must be equal to it. */
export function gradeAgainstGolds(
  golds: readonly PreparedGold[],
  spans: readonly Extraction[],
  run: GradeRun,
): Verdict {
  const [span, ...others] = spans;
  if (span === undefined || span.text.trim() === "") return incorrect(run, "no_answer", span);
  const answer = read(span.text, run, beside(golds));
  if ("problem" in answer)
    return incorrect(run, answer.problem === "syntax" ? "unparsable_answer" : "answer_too_large", span);
  if (!others.every((other) => agrees({ index: 0, source: span.text, parsed: answer }, other, run)))
    return incorrect(run, "conflicting_answers", span);
  return decide(golds, answer, span, run);
}

function agrees(first: PreparedGold, other: Extraction, run: GradeRun): boolean {
  if (other.text === first.source) return true;
  const parsed = read(other.text, run, beside([first]));
  if ("problem" in parsed) return false;
  const outcome = compare(first, other.text, parsed, run);
  return outcome !== "limit" && outcome.result === "equal";
}

function decide(
  golds: readonly PreparedGold[],
  answer: ParsedAnswer,
  span: Extraction,
  run: GradeRun,
): Verdict {
  let refuted: { gold: PreparedGold; outcome: Outcome } | undefined;
  let open: { gold: PreparedGold; outcome: Outcome | "limit" } | undefined;
  for (const gold of golds) {
    const outcome = compare(gold, span.text, answer, run);
    if (outcome !== "limit" && outcome.result === "equal") return score(run, span, gold, answer, outcome);
    if (outcome !== "limit" && outcome.result === "different") refuted ??= { gold, outcome };
    else open ??= { gold, outcome };
  }
  if (open !== undefined) return undecided(open.outcome, span, run);
  if (refuted === undefined) return incorrect(run, "different", span);
  return score(run, span, refuted.gold, answer, refuted.outcome);
}

/** Compares within a budget of its own. "limit": the gold alone is already too costly to compare. */
function compare(gold: PreparedGold, source: string, answer: ParsedAnswer, run: GradeRun): Outcome | "limit" {
  const fuel = new Fuel(run.limits.fuel);
  try {
    return equalAnswers(gold, { source, parsed: answer }, run, fuel);
  } catch (error) {
    if (!isExhaustion(error)) throw error;
    return canCompareWithItself(gold, run) ? differentBy("structural", "answer_too_large") : "limit";
  } finally {
    run.fuelUsed += fuel.used;
    run.trace?.({ step: "fuel", stage: "comparison", used: fuel.used });
  }
}

/** Tells which side used up the budget: a gold that cannot be compared even with itself is at fault. */
function canCompareWithItself(gold: PreparedGold, run: GradeRun): boolean {
  const fuel = new Fuel(run.limits.fuel);
  try {
    equalAnswers(gold, { source: gold.source, parsed: gold.parsed }, run, fuel);
    return true;
  } catch (error) {
    if (!isExhaustion(error)) throw error;
    return false;
  } finally {
    run.fuelUsed += fuel.used;
    run.trace?.({ step: "fuel", stage: "comparison", used: fuel.used });
  }
}

function undecided(outcome: Outcome | "limit", span: Extraction, run: GradeRun): Verdict {
  const [failure, message]: [FailureReason, string] =
    outcome === "limit"
      ? [
          "limit_exceeded",
          `Comparing with the gold answer exceeds ${nameLimit("fuel", run.limits)}; simplify the gold or raise the limit.`,
        ]
      : outcome.reason === "undefined_gold"
        ? [
            "unparsable_gold",
            "The gold answer has no value (a division by zero, or sides that differ); correct it.",
          ]
        : outcome.reason === "statement"
          ? [
              "undecided",
              "The gold answer is a statement and the answer is not the same one; only a reader can tell whether it says the same.",
            ]
          : [
              "undecided",
              "The answers could be shown neither equal nor different; leave the item out of training.",
            ];
  return { kind: "failure", failure, message, extracted: span, fuelUsed: run.fuelUsed };
}

function score(
  run: GradeRun,
  span: Extraction,
  gold: PreparedGold,
  answer: ParsedAnswer,
  outcome: Outcome,
): ScoreVerdict {
  return {
    kind: "score",
    correct: outcome.result === "equal",
    extracted: span,
    goldForm: formatAnswer(gold.parsed),
    answerForm: formatAnswer(answer),
    method: outcome.method,
    reason: outcome.reason,
    goldIndex: gold.index,
    fuelUsed: run.fuelUsed,
  };
}

function incorrect(run: GradeRun, reason: string, span: Extraction | undefined): Verdict {
  return {
    kind: "score",
    correct: false,
    reason,
    fuelUsed: run.fuelUsed,
    ...(span === undefined ? {} : { extracted: span }),
  };
}
