import type { DifficultyConfig } from "./difficulty-config.ts";
import { computePosterior, type Posterior } from "./posterior.ts";
import type { DropReason, ProblemState, Standing } from "./problem-state.ts";

/** Whether a belief is sure enough to drop its problem, and why. */
export function judgeDrop(posterior: Posterior, config: DifficultyConfig): DropReason | undefined {
  if (posterior.evidence < config.minRollouts) return undefined;
  if (posterior.upper < config.impossibleBelow) return "near_impossible";
  return posterior.lower > config.solvedAbove ? "solved" : undefined;
}

/**
 * The standing at the end of the state's newest step. A problem that comes back and is dropped for the same reason
 * stays away longer each time, until its mean has crossed the threshold.
 *
 * @param posterior the belief at the state's newest step
 */
export function settleStanding(
  state: ProblemState,
  config: DifficultyConfig,
  posterior: Posterior = computePosterior(state, state.step, config),
): Standing {
  const reason = judgeDrop(posterior, config);
  const { standing } = state;
  if (reason === undefined) return isCleared(standing, posterior, config) ? { drops: 0, until: 0 } : standing;
  if (reason !== standing.reason) return { reason, drops: 1, until: state.step + coolDown(1, config) };
  if (state.step < standing.until) return standing;
  const drops = standing.drops + 1;
  return { reason, drops, until: state.step + coolDown(drops, config) };
}

function isCleared({ reason }: Standing, { mean }: Posterior, config: DifficultyConfig): boolean {
  return reason === "solved" ? mean < config.solvedAbove : mean > config.impossibleBelow;
}

function coolDown(drops: number, config: DifficultyConfig): number {
  const grown = config.cooldownSteps * config.cooldownGrowth ** (drops - 1);
  return Math.round(Math.min(grown, config.maxCooldownSteps));
}
