import type { PipelineConfig } from "../config.ts";
import type { RewardConfig } from "../reward/grpc-reward.ts";
import type { RewardSource } from "../reward/reward-source.ts";
import type { Task } from "../tasks/task.ts";
import type { EventListener } from "./events.ts";
import type { PolicyPool } from "./policy-pool.ts";

/** What every stage of a run works with. */
export interface StageContext {
  readonly config: PipelineConfig;
  /** The built-in task, when the pipeline names one. */
  readonly task: Task | undefined;
  readonly runDirectory: string;
  readonly policies: PolicyPool;
  /** Connects to the verifier, waiting for it as long as it takes. */
  connectRewards(policyStream: string, reward: RewardConfig): Promise<RewardSource>;
  /** Hashes of problems that training must not meet. */
  readonly heldOut: ReadonlySet<string>;
  /** Start RLVR whatever its pre-flight would say. */
  readonly force: boolean;
  readonly emit: EventListener;
  /** Aborted when the run should end after its current step. */
  readonly signal: AbortSignal;
  /** Milliseconds on a clock that only moves forward. */
  readonly now: () => number;
  /** Milliseconds since 1970, for records that carry a date. */
  readonly wallTime: () => number;
}
