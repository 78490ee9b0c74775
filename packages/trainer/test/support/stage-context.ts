import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfig } from "../../src/config.ts";
import type { RewardSource } from "../../src/reward/reward-source.ts";
import type { RunEvent } from "../../src/run/events.ts";
import { createPolicyPool, type PolicyFactory } from "../../src/run/policy-pool.ts";
import type { StageContext } from "../../src/run/stage-context.ts";
import { findTask } from "../../src/tasks/registry.ts";
import { createMarkerRewards } from "./marker-rewards.ts";
import { createUnigramPolicy } from "./unigram-policy.ts";

/** A pipeline in the file's spelling that runs in well under a second on a unigram policy. */
export function createPipeline(stages: readonly unknown[]) {
  return {
    task: { name: "chain", settings: { n: [2, 3], q: [1] } },
    model: { hidden_size: 4, layers: 1, heads: 1, kv_heads: 1, intermediate_size: 4, max_positions: 64 },
    stages,
  };
}

/** What a test may replace. */
export interface TestContextOptions {
  readonly stages: readonly unknown[];
  readonly directory?: string;
  readonly rewards?: RewardSource;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
  readonly createPolicy?: PolicyFactory;
  readonly heldOut?: ReadonlySet<string>;
  /** Default true: no pre-flight. */
  readonly force?: boolean;
}

/** A stage context on a unigram policy, a marker judge and a clock that ticks a millisecond a call. */
export function createTestContext(
  options: TestContextOptions,
): StageContext & { readonly events: RunEvent[] } {
  const config = parseConfig(createPipeline(options.stages));
  const events: RunEvent[] = [];
  let time = 0;
  return {
    config,
    events,
    task: findTask("chain"),
    runDirectory: options.directory ?? mkdtempSync(join(tmpdir(), "touchstone-stage-")),
    policies: createPolicyPool(
      options.createPolicy ?? (async ({ model, seed }) => createUnigramPolicy({ model, seed })),
      {},
    ),
    connectRewards: async () => options.rewards ?? createMarkerRewards(),
    heldOut: options.heldOut ?? new Set(),
    force: options.force ?? true,
    emit: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
    signal: options.signal ?? new AbortController().signal,
    now: () => time++,
    wallTime: () => 1_700_000_000_000,
  };
}
