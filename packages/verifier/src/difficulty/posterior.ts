import { betaQuantile } from "./beta-distribution.ts";
import type { DifficultyConfig } from "./difficulty-config.ts";
import type { Evidence, ProblemState } from "./problem-state.ts";

/** A belief about a pass rate: Beta(alpha, beta). */
export interface Posterior {
  readonly alpha: number;
  readonly beta: number;
  readonly mean: number;
  /** Bounds of the central credible interval. */
  readonly lower: number;
  readonly upper: number;
  /** Faded rollouts behind the belief, without the prior. */
  readonly evidence: number;
}

/** What a policy step of `age` steps ago still counts, in (0, 1]. */
export function fadeFactor(age: number, config: DifficultyConfig): number {
  return config.halfLifeSteps === 0 ? 1 : 2 ** (-age / config.halfLifeSteps);
}

/** The evidence, faded by `age` policy steps. */
export function fadeEvidence({ correct, wrong }: Evidence, age: number, config: DifficultyConfig): Evidence {
  const factor = fadeFactor(age, config);
  return { correct: correct * factor, wrong: wrong * factor };
}

/** All evidence of the state, faded to `step`; steps before the newest evidence count as that step. */
export function gatherEvidence(
  state: ProblemState | undefined,
  step: number,
  config: DifficultyConfig,
): Evidence {
  if (state === undefined) return { correct: 0, wrong: 0 };
  const { older, recent } = state;
  const all = { correct: older.correct + recent.correct, wrong: older.wrong + recent.wrong };
  return fadeEvidence(all, Math.max(0, step - state.step), config);
}

/**
 * The belief about a problem at a policy step. With one visit a step this is the discounted update of MoPPS
 * (https://arxiv.org/abs/2507.04632): a <- l a + (1 - l) a0 + s, with l = 2^(-1 / half_life_steps).
 */
export function computePosterior(
  state: ProblemState | undefined,
  step: number,
  config: DifficultyConfig,
): Posterior {
  const { correct, wrong } = gatherEvidence(state, step, config);
  const alpha = config.priorAlpha + correct;
  const beta = config.priorBeta + wrong;
  const tail = (1 - config.credibleLevel) / 2;
  return {
    alpha,
    beta,
    mean: alpha / (alpha + beta),
    lower: betaQuantile(tail, alpha, beta),
    upper: betaQuantile(1 - tail, alpha, beta),
    evidence: correct + wrong,
  };
}
