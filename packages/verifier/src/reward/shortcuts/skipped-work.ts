import { countNumbers, type Work } from "./measure-work.ts";
import type { Finding } from "./shortcut.ts";

/** What the work of a rollout is measured against. */
export interface WorkReference {
  /** Length of an honest response: as the request states it, else the median of the group. */
  readonly chars?: number;
  /** Median number of signs of calculation in the group. */
  readonly steps?: number;
}

/** Words of a response that is more than a bare answer. */
const bareWords = 24;

/** Numbers in a problem from which on it takes several steps. */
const severalNumbers = 3;

/** Signs of calculation of the reference from which on they may be missed. */
const severalSteps = 3;

/**
 * Computation skipping, whether the answer is right or not: hardly any calculation is written, and the response is far
 * shorter than the reference, or is a bare answer to a problem with several numbers. For responses with an answer.
 */
export function detectSkippedWork(
  problem: string,
  work: Work,
  reference: WorkReference,
): Finding | undefined {
  const evidence = [{ start: 0, end: work.chars }];
  const chars = reference.chars ?? 0;
  const steps = reference.steps ?? severalSteps;
  if (chars > 0 && steps >= severalSteps && work.steps <= steps / 4) {
    const score = 1 - work.chars / chars;
    if (score > 0) {
      const share = Math.round((100 * work.chars) / chars);
      return {
        score,
        evidence,
        reason: `Little is calculated, in ${share} % of the length of the reference.`,
      };
    }
  }
  if (work.steps > 0 || work.words >= bareWords || countNumbers(problem) < severalNumbers) return undefined;
  return {
    score: 1 - work.words / bareWords,
    evidence,
    reason: "The problem has several numbers, and the response is an answer without a calculation.",
  };
}

/** The reference that a group gives to each of its members: medians over rollouts with an answer, from four on. */
export function referToGroup(works: readonly Work[], statedChars: number): WorkReference {
  if (works.length < 4) return statedChars > 0 ? { chars: statedChars } : {};
  const steps = findMedian(works.map((work) => work.steps));
  return { chars: statedChars > 0 ? statedChars : findMedian(works.map((work) => work.chars)), steps };
}

function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1]!;
}
