import { type GradeLimits, resolveLimits } from "./limits.ts";
import { type AnswerPolicy, resolvePolicy } from "./policy.ts";
import type { Verdict } from "./verdict.ts";

/** One item to grade. */
export interface GradeItem {
  /** Accepted gold answers; a match with any one is correct. */
  golds: readonly string[];
  /** A whole response, from which the answer is extracted, or a bare answer. */
  candidate: { response: string } | { answer: string };
  /** Contents of options A, B, C, ... of a multiple-choice question. */
  choices?: readonly string[];
}

/** How to grade. */
export interface GradeOptions {
  policy?: Partial<AnswerPolicy>;
  limits?: Partial<GradeLimits>;
  /** Keys the random primes and sample points. Equal inputs give equal verdicts. */
  key?: string;
}

/** Grades one item. Never throws. */
export function gradeAnswer(item: GradeItem, options: GradeOptions = {}): Verdict {
  resolvePolicy(options.policy);
  resolveLimits(options.limits);
  if (item.golds.length === 0)
    return {
      kind: "failure",
      failure: "no_gold",
      message: "The item has no gold answer; add one.",
      fuelUsed: 0,
    };
  return { kind: "failure", failure: "undecided", message: "Grading is being written.", fuelUsed: 0 };
}
