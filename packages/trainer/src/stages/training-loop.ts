import { join } from "node:path";
import { listCheckpoints, nameStep, pruneCheckpoints, writeCheckpoint } from "../checkpoint/manager.ts";
import type { TrainingProgress } from "../checkpoint/run-state.ts";
import type { RlvrConfig, SupervisedConfig } from "../config.ts";
import { TrainerError } from "../errors.ts";
import type { Policy } from "../policy/policy.ts";
import type { StageResult } from "../run/events.ts";
import type { StageContext } from "../run/stage-context.ts";
import type { StageDirectory } from "../run/stage-directory.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";
import { createJsonlSink } from "../tracking/jsonl-sink.ts";
import { combineSinks, type MetricSink, type Metrics } from "../tracking/sink.ts";
import { createTensorboardSink } from "../tracking/tensorboard-sink.ts";
import { computeLearningRate, measureProgress } from "./budget.ts";
import { countRuleSteps, describeStopRule } from "./stop-rule.ts";

/** What one training step reports. */
export interface StepOutcome {
  readonly metrics: Metrics;
  /** Durations and rates: the only numbers that may differ between two equal runs. */
  readonly timing: Metrics;
  /** Counted operations and tokens of this step. */
  readonly flops: number;
  readonly tokens: number;
  /** Counters after this step, to be saved with the next checkpoint. */
  readonly counters?: Readonly<Record<string, number>>;
  /** Files of this step, written together with its metrics. */
  writeFiles?(): void;
}

/** A training stage, loaded and ready to step. */
export interface TrainingStage {
  readonly config: SupervisedConfig | RlvrConfig;
  readonly directory: StageDirectory;
  readonly policy: Policy;
  readonly tokenizer: Tokenizer;
  readonly progress: TrainingProgress;
}

/** Runs step `progress.step + 1`. */
export type StepRunner = (progress: TrainingProgress, learningRate: number) => Promise<StepOutcome>;

/** Metrics of the last step that end up in the summary of a stage. */
const summaryMetrics = [
  "loss",
  "accuracy",
  "reward",
  "frac_reward_zero_std",
  "entropy",
  "completions/mean_length",
];

/**
 * Steps a stage until its budget is spent or its stop rule holds, with metrics after every step and checkpoints on
 * the way. Throws RUN_INTERRUPTED after the current step, with a checkpoint on disk, once the signal is aborted.
 */
export async function runTrainingLoop(
  context: StageContext,
  stage: TrainingStage,
  runStep: StepRunner,
): Promise<StageResult> {
  const { config, directory } = stage;
  const sink = openSinks(context, stage);
  let { progress } = stage;
  let last: Metrics = {};
  let stoppedBy = readStopRule(config, progress);
  try {
    while (stoppedBy === undefined && measureProgress(config, progress) < 1) {
      const outcome = await runInterruptibly(context, stage, progress, sink, runStep);
      progress = advance(config, progress, outcome);
      last = outcome.metrics;
      recordStep(context, stage, progress, outcome, sink);
      stoppedBy = readStopRule(config, progress);
      const isDone = stoppedBy !== undefined || measureProgress(config, progress) >= 1;
      if (isDone || progress.step % config.checkpointEvery === 0)
        await saveCheckpoint(context, stage, progress, sink);
      if (!isDone && context.signal.aborted) await stopHere(context, stage, progress, sink);
    }
    const checkpoint = listCheckpoints(directory.checkpoints).at(-1)?.directory;
    if (checkpoint === undefined)
      throw new TrainerError(
        "CHECKPOINT_NOT_FOUND",
        `Stage "${config.name}" ended without a step; give it a larger budget.`,
      );
    if (stoppedBy !== undefined)
      context.emit({ type: "notice", message: `${config.name}: stopped early because ${stoppedBy}` });
    const summary = {
      steps: progress.step,
      tokens: progress.tokens,
      ...pickSummary(last),
      ...(stoppedBy === undefined ? {} : { stopped_by: stoppedBy }),
    };
    return { name: config.name, checkpoint, flops: progress.flops, summary };
  } finally {
    sink.close();
  }
}

function openSinks(context: StageContext, { directory, progress }: TrainingStage): MetricSink {
  const sinks: MetricSink[] = [createJsonlSink(directory.metricsFile)];
  if (context.config.run.tensorboard) {
    const restart = progress.step > 0 ? { restartStep: progress.step + 1 } : {};
    sinks.push(
      createTensorboardSink({ directory: directory.tensorboard, now: context.wallTime, ...restart }),
    );
  }
  return combineSinks(sinks);
}

// A wait for the verifier ends at once when the run is interrupted; the step has then changed nothing yet.
async function runInterruptibly(
  context: StageContext,
  stage: TrainingStage,
  progress: TrainingProgress,
  sink: MetricSink,
  runStep: StepRunner,
) {
  try {
    return await runStep(progress, computeLearningRate(stage.config, progress));
  } catch (error) {
    if (error instanceof TrainerError && error.code === "RUN_INTERRUPTED")
      await stopHere(context, stage, progress, sink);
    throw error;
  }
}

async function stopHere(
  context: StageContext,
  stage: TrainingStage,
  progress: TrainingProgress,
  sink: MetricSink,
): Promise<never> {
  if (progress.step > 0) await saveCheckpoint(context, stage, progress, sink);
  throw new TrainerError(
    "RUN_INTERRUPTED",
    `Interrupted in stage "${stage.config.name}" after step ${progress.step}. Run the same command again to continue.`,
  );
}

function advance(
  config: TrainingStage["config"],
  progress: TrainingProgress,
  outcome: StepOutcome,
): TrainingProgress {
  const counters: Record<string, number> = { ...progress.counters, ...outcome.counters };
  if (config.type === "rlvr" && config.stopWhen !== undefined) {
    counters["stop_rule_steps"] = countRuleSteps(
      config.stopWhen,
      outcome.metrics,
      progress.counters["stop_rule_steps"] ?? 0,
    );
  }
  return {
    step: progress.step + 1,
    flops: progress.flops + outcome.flops,
    tokens: progress.tokens + outcome.tokens,
    counters,
  };
}

function recordStep(
  context: StageContext,
  stage: TrainingStage,
  progress: TrainingProgress,
  outcome: StepOutcome,
  sink: MetricSink,
): void {
  const metrics = {
    ...outcome.metrics,
    num_tokens: progress.tokens,
    flops: progress.flops,
    ...outcome.timing,
  };
  outcome.writeFiles?.();
  sink.writeMetrics(progress.step, metrics);
  const fraction = measureProgress(stage.config, progress);
  context.emit({ type: "step", stage: stage.config.name, step: progress.step, fraction, metrics });
}

async function saveCheckpoint(
  context: StageContext,
  stage: TrainingStage,
  progress: TrainingProgress,
  sink: MetricSink,
): Promise<void> {
  // Metrics first: a checkpoint must never be ahead of them.
  sink.flush();
  const { policy, tokenizer, config, directory } = stage;
  const target = join(directory.checkpoints, nameStep(progress.step));
  await writeCheckpoint(target, {
    model: policy.config,
    tokenizer,
    state: await policy.exportState(),
    stage: config.name,
    progress,
  });
  pruneCheckpoints(directory.checkpoints, config.keepCheckpoints);
  context.emit({ type: "checkpoint_saved", stage: config.name, step: progress.step, directory: target });
}

function readStopRule(config: TrainingStage["config"], progress: TrainingProgress): string | undefined {
  if (config.type !== "rlvr" || config.stopWhen === undefined) return undefined;
  const held = progress.counters["stop_rule_steps"] ?? 0;
  return held >= config.stopWhen.forSteps ? describeStopRule(config.stopWhen) : undefined;
}

function pickSummary(metrics: Metrics): Metrics {
  return Object.fromEntries(
    summaryMetrics.flatMap((name) => (metrics[name] === undefined ? [] : [[name, metrics[name]]])),
  );
}
