import type { Measure } from "../claim.ts";

const PASS_NAMES = {
  answer_pass: "answer pass",
  process_pass: "process-verified pass",
  null_pass: "null pass",
} as const;

/** A measure in words: "process-verified pass@1 on n4, n5". */
export function describeMeasure(measure: Measure): string {
  if (measure.kind === "silent_rate")
    return `silent groups, ${measure.window === "first" ? "first ten steps" : "all steps"}`;
  const on = measure.strata.join(", ");
  if (measure.kind === "format_share") return `share of format ${measure.format} on ${on}`;
  return `${PASS_NAMES[measure.kind]}@${measure.k} on ${on}`;
}
