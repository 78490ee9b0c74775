import type { Suite } from "./suite.ts";

type Stage = Suite["jobs"][string]["stages"][number];

const SMALL_MODEL = { hidden_size: 16, layers: 1, heads: 2, kv_heads: 2, intermediate_size: 32 };
const SMALL_BATCH = { steps: 2, batch_size: 4 };
const SMALL_ROLLOUTS = { steps: 2, prompts_per_step: 2, group_size: 4 };

/**
 * The same suite cut to seconds: two steps a stage, two problems a stratum, a model too small to learn. It checks that
 * every stage, filter and measure of the suite runs, and nothing else.
 */
export function shrinkSuite(suite: Suite): Suite {
  const jobs = Object.entries(suite.jobs).map(([id, job]) => [
    id,
    { ...job, stages: job.stages.map(shrinkStage) },
  ]);
  const model = { ...(suite.pipeline["model"] as Record<string, unknown>), ...SMALL_MODEL };
  return { ...suite, pipeline: { ...suite.pipeline, model }, jobs: Object.fromEntries(jobs) };
}

function shrinkStage(stage: Stage): Stage {
  if (stage.type === "sample") {
    return { ...stage, problems: { ...(stage["problems"] as Record<string, unknown>), count: 2 } };
  }
  const { flops: _, schedule, ...rest } = stage;
  return {
    ...rest,
    schedule: { ...(schedule as Record<string, unknown> | undefined), warmup_steps: 0 },
    ...(stage.type === "rlvr" ? SMALL_ROLLOUTS : SMALL_BATCH),
  };
}
