import { type AnswerPolicy, gradeAnswer, type Verdict } from "@touchstone/verifier/answer";
import type { LabelledSet } from "./data-sets.ts";
import type { LabelledRow } from "./load-rows.ts";

/** A grader's word on an answer; `unjudged`: a failure, never a score. */
export type Word = "correct" | "incorrect" | "unjudged";

/** Our verdict on a row, in short. */
export interface OurVerdict {
  readonly word: Word;
  /** Reason of the verdict or kind of the failure. */
  readonly reason: string;
  /** What was taken as the answer. */
  readonly extracted: string | undefined;
}

/** Grades a row, under the default policy where none is given. */
export function gradeOurs(
  row: LabelledRow,
  form: LabelledSet["form"],
  policy: Partial<AnswerPolicy> = {},
): OurVerdict {
  const candidate = form === "answer" ? { answer: row.text } : { response: row.text };
  return shorten(gradeAnswer({ golds: [row.gold], candidate }, { policy }));
}

function shorten(verdict: Verdict): OurVerdict {
  const extracted = verdict.extracted?.text;
  if (verdict.kind === "failure") return { word: "unjudged", reason: verdict.failure, extracted };
  return { word: verdict.correct ? "correct" : "incorrect", reason: verdict.reason, extracted };
}
