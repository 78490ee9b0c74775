import { gradeAnswer } from "@touchstone/verifier/answer";
import type { Draw } from "../draw.ts";

/** Grades an answer, bare or in a box behind some words; returns `paid`, `refused` or the kind of the failure. */
export function gradePair(gold: string, answer: string, draw: Draw): string {
  const candidate = draw.chance(2) ? { response: `So the answer is \\boxed{${answer}}.` } : { answer };
  const verdict = gradeAnswer({ golds: [gold], candidate });
  if (verdict.kind === "failure") return verdict.failure;
  return verdict.correct ? "paid" : "refused";
}
