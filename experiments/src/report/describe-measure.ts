import type { Measure } from "../claim.ts";

const PASS_NAMES = {
  answer_pass: "answer pass",
  process_pass: "process-verified pass",
  null_pass: "null pass",
} as const;

const OTHER_NAMES = {
  step_coherence: "steps calculated right",
  coherence: "traces without a wrong calculation",
  carry_coherence: "traces without a wrong calculation or a value changed on the way",
  validity: "valid traces",
  invalid_given_coherent: "invalid traces among those without a wrong calculation",
  invalid_given_correct: "invalid traces among those with the right answer",
  coherent_given_wrong: "traces without a wrong calculation among those with a wrong answer",
  modal_answer: "share of the most frequent answer",
} as const;

/** A measure in words: "process-verified pass@1 on n4, n5". */
export function describeMeasure(measure: Measure): string {
  if (measure.kind === "silent_rate")
    return `silent groups, ${measure.window === "first" ? "first ten steps" : "all steps"}`;
  const on = measure.strata.join(", ");
  if (measure.kind === "format_share") return `share of format ${measure.format} on ${on}`;
  if ("k" in measure) return `${PASS_NAMES[measure.kind]}@${measure.k} on ${on}`;
  return `${OTHER_NAMES[measure.kind]} on ${on}`;
}
