import { findModalAnswer } from "../components.ts";
import type { Finding } from "./shortcut.ts";

/** One rollout of a group: its answer, if any, and whether it was given without work. */
export interface GuessedAnswer {
  readonly key: string | undefined;
  readonly isWorkless: boolean;
}

/** Fewest rollouts of a group that can be said to have settled on a guess. */
const minRollouts = 4;

/** A group that settles on one answer without work: the share of rollouts that give the most frequent answer bare. */
export function detectModalGuess(answers: readonly GuessedAnswer[]): Finding | undefined {
  if (answers.length < minRollouts) return undefined;
  const counts = new Map<string, number>();
  for (const { key, isWorkless } of answers) {
    if (key !== undefined && isWorkless) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const modal = findModalAnswer(counts);
  if (modal === undefined || modal.count < 2) return undefined;
  return {
    score: modal.count / answers.length,
    evidence: [],
    reason: `${modal.count} of ${answers.length} rollouts give the same answer without work.`,
  };
}
