import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { admitGroups } from "../advantage/admit-groups.ts";
import { computeAdvantages } from "../advantage/compute-advantages.ts";
import { nameStep } from "../checkpoint/manager.ts";
import type { RlvrConfig } from "../config.ts";
import type { RewardSource } from "../reward/reward-source.ts";
import { type CollectedRollouts, collectRollouts } from "../rollout/collect-rollouts.ts";
import type { PromptSource } from "../rollout/prompt-source.ts";
import type { StageResult } from "../run/events.ts";
import type { StageContext } from "../run/stage-context.ts";
import { StageDirectory } from "../run/stage-directory.ts";
import type { Problem } from "../tasks/task.ts";
import { chooseStepsCheck } from "./choose-steps-check.ts";
import { countForwardFlops, countSamplingFlops, countTrainingFlops } from "./count-flops.ts";
import { findLedgerRisks } from "./ledger-risks.ts";
import { openPolicyStream } from "./open-policy-stream.ts";
import { openPrompts } from "./open-prompts.ts";
import { openTrainingStage } from "./open-training-stage.ts";
import { checkSignal } from "./preflight.ts";
import { openReference, type Reference } from "./reference.ts";
import { describeRollouts, rewardsOf } from "./rollout-metrics.ts";
import { writeRollouts } from "./rollout-records.ts";
import { selectPrompts } from "./select-prompts.ts";
import { openSelectionLog, type SelectionLog } from "./selection-log.ts";
import { measureTraces } from "./trace-metrics.ts";
import { runTrainingLoop, type StepOutcome, type TrainingStage } from "./training-loop.ts";
import { updateOnRollouts } from "./update-on-rollouts.ts";

interface RlvrStage extends TrainingStage {
  readonly config: RlvrConfig;
  readonly rewards: RewardSource;
  readonly prompts: PromptSource;
  readonly selections: SelectionLog;
  readonly reference: Reference | undefined;
}

/**
 * Runs an `rlvr` stage. Each step samples groups of rollouts, has every batch of them scored by the verifier while
 * the next is generated, turns rewards into advantages, leaves out the groups that the verifier does not admit, and
 * updates the policy on the rest.
 */
export async function runRlvrStage(context: StageContext, config: RlvrConfig): Promise<StageResult> {
  const reward = { ...config.reward, seed: context.config.run.seed };
  const directory = new StageDirectory(context.runDirectory, config.name);
  directory.create();
  const { name, seed } = context.config.run;
  const stream = openPolicyStream(directory.policyStreamFile, `${name}/${seed}/${config.name}`);
  const rewards = await context.connectRewards(stream, reward);
  const prompts = await openPrompts(context, config);
  const training = await openTrainingStage(context, config);
  if (training.progress.step === 0 && !context.force && !config.preflight.force) {
    // Without a policy stream the verifier counts nothing.
    const uncounted = await context.connectRewards("", reward);
    await checkSignal(context, { ...training, config, prompts, rewards: uncounted });
  }
  const reference = await openReference(context, config);
  for (const message of findLedgerRisks(config, rewards))
    context.emit({ type: "notice", message: `${config.name}: ${message}` });
  if (config.saveRollouts) mkdirSync(training.directory.rollouts, { recursive: true });
  const selections = openSelectionLog(training.directory.selectionsFile);
  const stage: RlvrStage = { ...training, config, rewards, prompts, selections, reference };
  try {
    return await runTrainingLoop(context, stage, (progress, learningRate) =>
      runStep(context, stage, progress.step + 1, learningRate),
    );
  } finally {
    selections.close();
  }
}

async function runStep(
  context: StageContext,
  stage: RlvrStage,
  step: number,
  learningRate: number,
): Promise<StepOutcome> {
  const { config, policy } = stage;
  const { run } = context.config;
  const started = context.now();
  const requestId = `${run.name}/${run.seed}/${config.name}`;
  const selected = await selectPrompts({ ...stage, requestId, signal: context.signal }, step);
  const collected = await collect(context, stage, step, selected.problems);
  const advantages = admitGroups(
    computeAdvantages(collected.groups.map(rewardsOf), config.advantage),
    collected.groups.map(({ decision }) => decision),
    config.reward.guard,
  );
  // Before the update: an interrupted wait must leave the step undone.
  const traces =
    chooseStepsCheck(context.task, config) === undefined
      ? await measureTraces(stage.rewards, collected.groups, context.signal)
      : {};
  const update = await updateOnRollouts({
    policy,
    reference: stage.reference,
    config,
    groups: collected.groups,
    advantages,
    learningRate,
    seedPath: [run.seed, config.name, "minibatch", step],
    now: context.now,
  });
  const sampledTokens = countTokens(collected);
  const flops =
    countSamplingFlops(policy.parameterCount, sampledTokens) +
    countTrainingFlops(policy.parameterCount, update.trainedTokens) +
    countForwardFlops(policy.parameterCount, update.referenceTokens);
  const seconds = (context.now() - started) / 1000;
  return {
    metrics: {
      ...describeRollouts(collected.groups, config, context.task),
      ...traces,
      ...selected.metrics,
      ...update.metrics,
      learning_rate: learningRate,
    },
    timing: {
      "time/generate": collected.generateMs / 1000,
      "time/grade_wait": collected.gradeWaitMs / 1000,
      "time/update": update.updateMs / 1000,
      "perf/tokens_per_second": (sampledTokens + update.trainedTokens) / seconds,
    },
    flops,
    tokens: sampledTokens + update.trainedTokens,
    writeFiles: () => {
      if (!config.saveRollouts) return;
      const file = join(stage.directory.rollouts, `${nameStep(step)}.jsonl`);
      writeRollouts(file, step, collected.groups, advantages, context.task);
    },
  };
}

function collect(
  context: StageContext,
  stage: RlvrStage,
  step: number,
  problems: readonly Problem[],
): Promise<CollectedRollouts> {
  const { config, policy, tokenizer, rewards } = stage;
  const { run } = context.config;
  return collectRollouts({
    policy,
    tokenizer,
    rewards,
    problems,
    groupSize: config.groupSize,
    maxNewTokens: config.maxNewTokens,
    temperature: config.temperature,
    seedPath: [run.seed, config.name, "rollout", step],
    batchId: `${run.name}/${run.seed}/${config.name}/${step}`,
    policyStep: step - 1,
    checkSteps: chooseStepsCheck(context.task, config),
    signal: context.signal,
    now: context.now,
  });
}

function countTokens({ groups }: CollectedRollouts): number {
  const rollouts = groups.flatMap((group) => group.rollouts);
  return rollouts.reduce(
    (sum, { promptTokens, completion }) => sum + promptTokens.length + completion.tokens.length,
    0,
  );
}
