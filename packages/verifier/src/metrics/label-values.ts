/** The reasons of scores that graders of this program give. */
const reasons: ReadonlySet<string> = new Set([
  "equal",
  "different",
  "no_answer",
  "unfinished_reasoning",
  "unparsable_answer",
  "undefined_answer",
  "answer_too_large",
  "response_too_large",
  "conflicting_answers",
  "unit_mismatch",
  "missing_unit",
  "unevaluated_answer",
  "wrong_numbers",
]);

/** A reason as a label: `other` where a grader that was loaded made up its own, which may be any text and many texts. */
export function reasonLabel(reason: string): string {
  return reasons.has(reason) ? reason : "other";
}
