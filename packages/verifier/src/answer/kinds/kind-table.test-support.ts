import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../grade.ts";
import type { AnswerPolicy } from "../policy.ts";

/** A gold answer and an answer. */
export type Pair = readonly [gold: string, answer: string];

/** Returns whether the answer is paid; the failure where it could not be judged. */
export function isPaid(gold: string, answer: string, policy: Partial<AnswerPolicy> = {}): boolean | string {
  const verdict = gradeAnswer({ golds: [gold], candidate: { answer } }, { policy });
  return verdict.kind === "score" ? verdict.correct : verdict.failure;
}

/**
 * Specifies a kind of answer. Equal pairs are paid in both directions, and each text for itself. Different pairs are
 * judged incorrect as written, and not paid the other way round.
 */
export function kindTable(
  kind: string,
  pairs: { equal: readonly Pair[]; different: readonly Pair[]; policy?: Partial<AnswerPolicy> },
): void {
  const { policy } = pairs;
  describe(kind, () => {
    test.each(pairs.equal)("%s = %s", (gold, answer) => {
      expect([isPaid(gold, answer, policy), isPaid(answer, gold, policy)]).toEqual([true, true]);
    });
    test.each(pairs.different)("%s ≠ %s", (gold, answer) => {
      expect(isPaid(gold, answer, policy)).toBe(false);
      // The other way round the odd one of the pair may be no gold at all.
      expect(isPaid(answer, gold, policy)).not.toBe(true);
    });
    test.each(pairs.equal.flat())("%s is itself", (text) => expect(isPaid(text, text, policy)).toBe(true));
  });
}
