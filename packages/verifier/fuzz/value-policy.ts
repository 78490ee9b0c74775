import { type AnswerPolicy, areEqual } from "@touchstone/verifier/answer";

/** Judges by value alone: arithmetic left undone is no fault here. */
export const valuePolicy: Partial<AnswerPolicy> = { unevaluated: "accept" };

/** Compares two answers by value. */
export function compareByValue(gold: string, answer: string): "equal" | "different" | "undecided" {
  return areEqual(gold, answer, { policy: valuePolicy });
}
