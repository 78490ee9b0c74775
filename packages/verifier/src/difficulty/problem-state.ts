/** Successes and failures, possibly faded and so not whole. */
export interface Evidence {
  readonly correct: number;
  readonly wrong: number;
}

/** All groups of a problem at one policy step. */
export interface Visit {
  readonly step: number;
  /** Rollouts with a score. */
  readonly rollouts: number;
  readonly correct: number;
}

/** Why a problem is not worth rolling out now. */
export type DropReason = "near_impossible" | "solved";

/** Whether a problem was dropped, as it stood before the newest step. */
export interface Standing {
  readonly reason?: DropReason;
  /** Times in a row that the problem was dropped for the reason. */
  readonly drops: number;
  /** Policy step from which the problem may come back. */
  readonly until: number;
}

/** What the ledger knows of one problem under one policy stream. */
export interface ProblemState {
  /** Policy step of the newest evidence. */
  readonly step: number;
  /** Evidence of earlier steps and of imports, faded to `step`. */
  readonly older: Evidence;
  /** Counts at `step` itself: whole numbers, so their sum does not depend on the order of updates. */
  readonly recent: Evidence;
  /** Groups seen in all. */
  readonly visits: number;
  /** Scored rollouts in all, never faded; imports are not among them. */
  readonly rollouts: number;
  readonly correct: number;
  /** Newest last, one a policy step. */
  readonly lastVisits: readonly Visit[];
  readonly standing: Standing;
}

const reasons = [undefined, "near_impossible", "solved"] as const;

/** The state of a problem first met at `step`. */
export function createProblemState(step: number): ProblemState {
  const nothing = { correct: 0, wrong: 0 };
  return {
    step,
    older: nothing,
    recent: nothing,
    visits: 0,
    rollouts: 0,
    correct: 0,
    lastVisits: [],
    standing: { drops: 0, until: 0 },
  };
}

/** The state as compact text: a JSON array of numbers. */
export function encodeProblemState(state: ProblemState): string {
  const { step, older, recent, visits, rollouts, correct, lastVisits, standing } = state;
  return JSON.stringify([
    step,
    older.correct,
    older.wrong,
    recent.correct,
    recent.wrong,
    visits,
    rollouts,
    correct,
    lastVisits.map((visit) => [visit.step, visit.rollouts, visit.correct]),
    reasons.indexOf(standing.reason),
    standing.drops,
    standing.until,
  ]);
}

type EncodedState = [...Eight, [number, number, number][], number, number, number];
type Eight = [number, number, number, number, number, number, number, number];

/** Reads what `encodeProblemState` wrote; stores guard the text with checksums. */
export function decodeProblemState(text: string): ProblemState {
  const encoded = JSON.parse(text) as EncodedState;
  const [step, olderCorrect, olderWrong, recentCorrect, recentWrong, visits, rollouts, correct] = encoded;
  const [, , , , , , , , lastVisits, reasonIndex, drops, until] = encoded;
  const reason = reasons[reasonIndex];
  return {
    step,
    older: { correct: olderCorrect, wrong: olderWrong },
    recent: { correct: recentCorrect, wrong: recentWrong },
    visits,
    rollouts,
    correct,
    lastVisits: lastVisits.map(([at, size, right]) => ({ step: at, rollouts: size, correct: right })),
    standing: { drops, until, ...(reason === undefined ? {} : { reason }) },
  };
}
