import { betaQuantile } from "./beta-distribution.ts";
import { type Difficulty, type ProblemReport, reportProblem } from "./decide-problem.ts";
import type { DifficultyConfig } from "./difficulty-config.ts";
import { drawUniform } from "./keyed-uniform.ts";
import type { ProblemState } from "./problem-state.ts";

/** Ways to choose among candidates; the first is the default. */
export const selectionMethods = ["posterior", "weight", "uniform"] as const;

export type SelectionMethod = (typeof selectionMethods)[number];

/** What fixes a selection. */
export interface SelectionRequest {
  readonly method: SelectionMethod;
  /** Problems wanted. */
  readonly count: number;
  readonly step: number;
  /** Pass rate aimed at by "posterior". */
  readonly targetRate: number;
  /** Fixes every draw, together with the problem's id. */
  readonly key: readonly (string | number)[];
}

/** A candidate that may be chosen. */
export interface RankedProblem {
  readonly report: ProblemReport;
  /** The drawn pass rate ("posterior"), or the uniform number behind the rank. */
  readonly draw: number;
  /** Smallest first. */
  readonly rank: number;
}

/** Ranks one candidate; undefined when it is dropped and still cooling down. */
export function rankCandidate(
  problemId: string,
  state: ProblemState | undefined,
  request: SelectionRequest,
  config: DifficultyConfig,
): RankedProblem | undefined {
  const report = reportProblem(problemId, state, request.step, config);
  if (report.decision.returnsAtStep !== undefined) return undefined;
  const uniform = drawUniform([...request.key, problemId]);
  return { report, ...rankBy[request.method](report, uniform, request) };
}

/** The candidates of smallest rank; ties in the order given. */
export function takeFirst(ranked: readonly RankedProblem[], count: number): RankedProblem[] {
  return [...ranked].sort((left, right) => left.rank - right.rank).slice(0, count);
}

type Rank = Pick<RankedProblem, "draw" | "rank">;

const rankBy: Readonly<
  Record<SelectionMethod, (difficulty: Difficulty, uniform: number, request: SelectionRequest) => Rank>
> = {
  /** MoPPS (https://arxiv.org/abs/2507.04632): a draw from the belief; those nearest to the target are taken. */
  posterior: ({ posterior }, uniform, { targetRate }) => {
    const draw = betaQuantile(uniform, posterior.alpha, posterior.beta);
    return { draw, rank: Math.abs(draw - targetRate) };
  },
  /** Sampling without replacement by weight: Efraimidis and Spirakis, https://doi.org/10.1016/j.ipl.2005.11.003. */
  weight: ({ decision }, uniform) => ({ draw: uniform, rank: -Math.log(uniform) / decision.weight }),
  uniform: (_difficulty, uniform) => ({ draw: uniform, rank: uniform }),
};
