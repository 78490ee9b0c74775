import type { SupervisedConfig } from "../config.ts";
import { plainGrading } from "../reward/grpc-reward.ts";
import type { StageResult } from "../run/events.ts";
import type { StageContext } from "../run/stage-context.ts";
import { countTrainingFlops } from "./count-flops.ts";
import { openExamples } from "./example-source.ts";
import { openTrainingStage } from "./open-training-stage.ts";
import { runTrainingLoop, type StepRunner, type TrainingStage } from "./training-loop.ts";
import {
  type BatchReader,
  createPlainReader,
  createVerifiedReader,
  type ExampleBatch,
} from "./verified-batches.ts";

/** Runs a `pretrain` or `distill` stage: next-token training on the completions of examples. */
export async function runSupervisedStage(
  context: StageContext,
  config: SupervisedConfig,
): Promise<StageResult> {
  const stage = await openTrainingStage(context, config);
  const readBatch = await openBatches(context, config, stage);
  return runTrainingLoop(context, stage, createStep(context, config, stage, readBatch));
}

async function openBatches(
  context: StageContext,
  config: SupervisedConfig,
  stage: TrainingStage,
): Promise<BatchReader> {
  const source = await openExamples(context, config);
  if (config.type === "pretrain" || !config.filterByVerifier) {
    return createPlainReader(source, stage.tokenizer, config.batchSize);
  }
  const reward = { ...plainGrading, seed: context.config.run.seed };
  const rewards = await context.connectRewards(config.name, reward);
  return createVerifiedReader(source, stage.tokenizer, config.batchSize, { rewards, signal: context.signal });
}

function createStep(
  context: StageContext,
  config: SupervisedConfig,
  { policy }: TrainingStage,
  readBatch: BatchReader,
): StepRunner {
  const isFiltered = config.type === "distill" && config.filterByVerifier;
  // The next batch is prepared (and graded) while the model trains on this one.
  let prefetched: { first: number; batch: Promise<ExampleBatch> } | undefined;
  const prefetch = (first: number) => {
    const batch = readBatch(first);
    batch.catch(() => {});
    return { first, batch };
  };
  return async (progress, learningRate) => {
    const started = context.now();
    const first = progress.counters["examples_read"] ?? 0;
    const { sequences, next, dropped } = await (prefetched?.first === first ? prefetched : prefetch(first))
      .batch;
    const waited = context.now();
    prefetched = prefetch(next);
    const result = await policy.update(
      { kind: "sft", sequences },
      { learningRate, optimizer: config.optimizer },
    );
    const updated = context.now();
    const droppedTotal = (progress.counters["examples_dropped"] ?? 0) + dropped;
    return {
      metrics: {
        loss: result.loss,
        ...result.metrics,
        grad_norm: result.gradNorm,
        learning_rate: learningRate,
        ...(isFiltered ? { "filter/dropped": dropped, "filter/dropped_total": droppedTotal } : {}),
      },
      timing: {
        "time/data": (waited - started) / 1000,
        "time/update": (updated - waited) / 1000,
        "perf/tokens_per_second": result.tokens / ((updated - started) / 1000),
      },
      flops: countTrainingFlops(policy.parameterCount, result.tokens),
      tokens: result.tokens,
      counters: { examples_read: next, ...(isFiltered ? { examples_dropped: droppedTotal } : {}) },
    };
  };
}
