import { betaMoment } from "./beta-distribution.ts";
import type { DifficultyConfig } from "./difficulty-config.ts";
import { computePosterior, type Posterior } from "./posterior.ts";
import type { ProblemState } from "./problem-state.ts";
import { judgeDrop, settleStanding } from "./settle-standing.ts";

/** What to do with a problem or a group. */
export type DecisionAction = "explore" | "keep" | "drop" | "guard";

/** A decision about a problem at a policy step. */
export interface ProblemDecision {
  readonly action: DecisionAction;
  /** "unseen", "few_rollouts", "cooled_down", "learnable", "near_impossible", "solved" or "rare_success". */
  readonly reason: string;
  /** Advised relative sampling weight, in [0, 1]. */
  readonly weight: number;
  /** Policy step at which a dropped problem comes back. */
  readonly returnsAtStep?: number;
}

/** A problem as the ledger sees it at a policy step. */
export interface Difficulty {
  readonly posterior: Posterior;
  readonly decision: ProblemDecision;
}

/** A problem as the ledger sees it, with the state behind. */
export interface ProblemReport extends Difficulty {
  readonly problemId: string;
  /** Policy step of the report. */
  readonly step: number;
  /** Absent for a problem never seen. */
  readonly state?: ProblemState;
}

/** The report of a problem at a policy step. */
export function reportProblem(
  problemId: string,
  state: ProblemState | undefined,
  step: number,
  config: DifficultyConfig,
): ProblemReport {
  const difficulty = assessProblem(state, step, config);
  return { problemId, step, ...difficulty, ...(state === undefined ? {} : { state }) };
}

/**
 * What the ledger thinks of a problem at a policy step.
 *
 * Whether a problem is dropped is judged on the belief at its newest visit: time alone brings it back through the
 * cool-down, never by fading. Unseen problems are explored.
 */
export function assessProblem(
  state: ProblemState | undefined,
  step: number,
  config: DifficultyConfig,
): Difficulty {
  const posterior = computePosterior(state, step, config);
  const weight = computeWeight(posterior, config);
  return { posterior, decision: decide(state, step, config, posterior, weight) };
}

function decide(
  state: ProblemState | undefined,
  step: number,
  config: DifficultyConfig,
  posterior: Posterior,
  weight: number,
): ProblemDecision {
  if (state === undefined) return { action: "explore", reason: "unseen", weight };
  const atVisit = step <= state.step ? posterior : computePosterior(state, state.step, config);
  const reason = judgeDrop(atVisit, config);
  const { until } = settleStanding(state, config, atVisit);
  const away = reason !== undefined && step < until ? { weight: 0, returnsAtStep: until } : undefined;
  const isRare = state.recent.correct > 0 && atVisit.mean < config.guardBelow;
  if (isRare && atVisit.evidence >= config.minRollouts) {
    return { action: "guard", reason: "rare_success", weight, ...away };
  }
  if (reason !== undefined) {
    return away === undefined
      ? { action: "explore", reason: "cooled_down", weight }
      : { action: "drop", reason, ...away };
  }
  return posterior.evidence < config.minRollouts
    ? { action: "explore", reason: "few_rollouts", weight }
    : { action: "keep", reason: "learnable", weight };
}

/**
 * The chance that a group of `group_size` rollouts holds a success and a failure, so that it carries gradient:
 * 1 - E[p^G] - E[(1-p)^G] over the belief, in closed form.
 */
export function computeWeight({ alpha, beta }: Posterior, { groupSize }: DifficultyConfig): number {
  return Math.max(0, 1 - betaMoment(groupSize, alpha, beta) - betaMoment(groupSize, beta, alpha));
}
