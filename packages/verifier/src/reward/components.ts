import { createHash } from "node:crypto";
import type { Verdict } from "../answer/index.ts";
import type { TraceSummary } from "../steps/index.ts";

/** Names of the reward components, each a number in [0, 1] but `shortcut`, which is 0 or -1. */
export const componentNames = [
  "answer",
  "format",
  "random",
  "inverted",
  "majority",
  "shortcut",
  "coherence",
  "coverage",
] as const;

export type ComponentName = (typeof componentNames)[number];

/** Components that every scored rollout reports, whatever the profile. */
export const reportedComponents: readonly ComponentName[] = ["answer", "format"];

/** Components that a check of the steps gives; every rollout whose steps were checked reports them. */
export const stepComponents = ["coherence", "coverage"] as const satisfies readonly ComponentName[];

/** One rollout of a group, graded. */
export interface GradedRollout {
  readonly id: string;
  /** The response was cut off at the token limit. */
  readonly truncated: boolean;
  readonly verdict: Verdict;
  /** Whether a shortcut was flagged; absent where nobody looked. */
  readonly tookShortcut?: boolean;
  /** The verdict on its steps; absent where they were not checked. */
  readonly trace?: TraceSummary;
}

/** What fixes the draws of the `random` component. */
export interface DrawKey {
  readonly seed: number;
  readonly batchId: string;
  readonly problemId: string;
  /** Which occurrence of the problem in its batch this group is, from 0. */
  readonly occurrence: number;
}

/** 1 when an answer stands where the policy wants it and the response was not cut off, else 0. */
export function scoreFormat(rollout: GradedRollout): number {
  return rollout.verdict.extracted !== undefined && !rollout.truncated ? 1 : 0;
}

/**
 * A fair coin, 0 or 1, fixed by the key and the rollout's id (its position where the id is empty): the control of
 * https://arxiv.org/abs/2506.10947, with probability 1/2.
 */
export function drawCoin(key: DrawKey, rolloutId: string, position: number): number {
  const name = rolloutId === "" ? ["position", position] : ["id", rolloutId];
  const text = JSON.stringify([key.seed, key.batchId, key.problemId, key.occurrence, ...name]);
  return createHash("sha256").update(text).digest().readUInt8(0) & 1;
}

/** The answer of a rollout by which equal answers are counted: its canonical form, else its text. */
export function readAnswerKey(verdict: Verdict): string | undefined {
  if (verdict.kind === "failure" || verdict.extracted === undefined) return undefined;
  return verdict.answerForm === undefined ? `text ${verdict.extracted.text}` : `form ${verdict.answerForm}`;
}

/** How often each answer occurs among the rollouts that gave one, in order of first occurrence. */
export function countAnswers(rollouts: readonly GradedRollout[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { verdict } of rollouts) {
    const key = readAnswerKey(verdict);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The most frequent answer; the one seen first among equals; undefined when nobody answered. */
export function findModalAnswer(
  counts: ReadonlyMap<string, number>,
): { key: string; count: number } | undefined {
  let modal: { key: string; count: number } | undefined;
  for (const [key, count] of counts) {
    if (modal === undefined || count > modal.count) modal = { key, count };
  }
  return modal;
}
