import { gradeAnswer } from "@touchstone/verifier/answer";
import type { LabelledSet } from "./data-sets.ts";
import type { LabelledRow } from "./load-rows.ts";

/** Relative tolerances that are tried, none first. */
export const tolerances: readonly number[] = [0, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02];

/** What is paid of a labelled set under one tolerance. */
export interface ToleranceCount {
  readonly paidOfCorrect: number;
  readonly paidOfIncorrect: number;
}

/** A labelled set under every tolerance, in the order of {@link tolerances}. */
export interface ToleranceResult {
  readonly name: string;
  readonly correct: number;
  readonly incorrect: number;
  readonly counts: readonly ToleranceCount[];
}

/** Grades every row of a labelled set under each relative tolerance. */
export function measureTolerances(set: LabelledSet, rows: readonly LabelledRow[]): ToleranceResult {
  const correct = rows.filter(({ label }) => label);
  const incorrect = rows.filter(({ label }) => !label);
  const counts = tolerances.map((relativeTolerance) => {
    const count = (some: readonly LabelledRow[]) =>
      some.filter((row) => isPaid(set, row, relativeTolerance)).length;
    return { paidOfCorrect: count(correct), paidOfIncorrect: count(incorrect) };
  });
  return { name: set.name, correct: correct.length, incorrect: incorrect.length, counts };
}

function isPaid({ form }: LabelledSet, { gold, text }: LabelledRow, relativeTolerance: number): boolean {
  const candidate = form === "answer" ? { answer: text } : { response: text };
  const verdict = gradeAnswer({ golds: [gold], candidate }, { policy: { relativeTolerance } });
  return verdict.kind === "score" && verdict.correct;
}
