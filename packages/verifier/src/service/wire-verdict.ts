import { type SentAnswerPolicy, type SentAnswerVerdict, toWellFormedText } from "@touchstone/proto";
import type { FailureReason, Verdict } from "../answer/index.ts";

/** Names of the failures in the contract. */
export const failureKinds = {
  no_gold: "FAILURE_KIND_NO_GOLD",
  unparsable_gold: "FAILURE_KIND_UNPARSABLE_GOLD",
  limit_exceeded: "FAILURE_KIND_LIMIT_EXCEEDED",
  undecided: "FAILURE_KIND_UNDECIDED",
  internal: "FAILURE_KIND_INTERNAL",
  invalid_item: "FAILURE_KIND_INVALID_ITEM",
} as const satisfies Record<FailureReason, string>;

/** The verdict as the contract spells it. */
export function verdictToWire(id: string, verdict: Verdict, policy: SentAnswerPolicy): SentAnswerVerdict {
  const wire: SentAnswerVerdict = { id: toWellFormedText(id), policy, fuelUsed: verdict.fuelUsed };
  const { extracted } = verdict;
  if (extracted !== undefined) {
    const { start, end, source } = extracted;
    wire.extracted = { start, end, source, text: toWellFormedText(extracted.text) };
  }
  if (verdict.kind === "failure") {
    wire.failure = { kind: failureKinds[verdict.failure], message: toWellFormedText(verdict.message) };
    return wire;
  }
  wire.score = { correct: verdict.correct, value: verdict.correct ? 1 : 0 };
  wire.reason = verdict.reason;
  if (verdict.goldForm !== undefined) wire.goldForm = toWellFormedText(verdict.goldForm);
  if (verdict.answerForm !== undefined) wire.answerForm = toWellFormedText(verdict.answerForm);
  if (verdict.method !== undefined) wire.method = verdict.method;
  if (verdict.goldIndex !== undefined) wire.goldIndex = verdict.goldIndex;
  return wire;
}
