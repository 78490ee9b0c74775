import type { Completion } from "../policy/policy.ts";
import type { GroupDecision, RolloutVerdict } from "../reward/reward-source.ts";
import type { Problem } from "../tasks/task.ts";

/** A sampled completion with its verdict. */
export interface Rollout {
  readonly promptTokens: Int32Array;
  readonly completion: Completion;
  /** Decoded completion, without the end token. */
  readonly text: string;
  readonly verdict: RolloutVerdict;
}

/** All rollouts of one prompt. */
export interface RolloutGroup {
  readonly problem: Problem;
  readonly rollouts: readonly Rollout[];
  /** The verifier's decision about the group. */
  readonly decision: GroupDecision;
}
