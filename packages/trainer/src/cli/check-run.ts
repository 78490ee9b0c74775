import { VerifierClientError } from "@touchstone/proto";
import { readModel } from "../checkpoint/manager.ts";
import { toSnakeCase } from "../config/key-case.ts";
import type { PipelineConfig, StageConfig } from "../config.ts";
import { loadExamples } from "../data/load-examples.ts";
import { loadProblems } from "../data/load-problems.ts";
import { TrainerError } from "../errors.ts";
import { countParameters } from "../model/parameters.ts";
import { createGrpcReward, plainGrading, type RewardConfig } from "../reward/grpc-reward.ts";
import { createPatientCaller } from "../reward/wait-for-verifier.ts";
import { createRunClient } from "../run/create-run-client.ts";
import { listInputs, resolveInput } from "../run/resolve-input.ts";
import { resolveRunDirectory } from "../run/run-pipeline.ts";
import { collectHeldOut } from "../stages/problem-set.ts";
import { findTask } from "../tasks/registry.ts";
import { createTaskTokenizer } from "../tokenizer/task-tokenizer.ts";

/** What a run would do. */
export interface RunPlan {
  readonly out: string;
  readonly stages: readonly {
    readonly name: string;
    readonly type: string;
    readonly from: readonly string[];
    readonly work: string;
  }[];
  /** Parameters of a model that is trained from scratch. */
  readonly parameters?: number;
  /** Problems that training leaves out because they are sampled or held out. */
  readonly heldOut: number;
  /** Version of the verifier; absent when no stage needs one or the run starts its own. */
  readonly verifier?: string;
  /** The resolved config, in the file's spelling. */
  readonly config: unknown;
}

const describeTimeoutMs = 5_000;

/**
 * Checks what a config alone cannot show: checkpoints, data files, problem settings, the verifier, its profiles and
 * admission rules.
 * Throws the first problem it finds, VERIFIER_UNREACHABLE among them.
 */
export async function checkRun(config: PipelineConfig): Promise<RunPlan> {
  const task = config.task === undefined ? undefined : findTask(config.task.name);
  for (const stage of config.stages) await checkSources(config, stage);
  const heldOut = await collectHeldOut({ config, task });
  const version = await checkVerifier(config);
  const parameters =
    config.model === undefined || task === undefined
      ? {}
      : { parameters: countParameters({ ...config.model, vocabSize: createTaskTokenizer(task).vocabSize }) };
  return {
    out: resolveRunDirectory(config),
    stages: config.stages.map(describeStage),
    ...parameters,
    heldOut: heldOut.size,
    ...(version === undefined ? {} : { verifier: version }),
    config: toSnakeCase(config),
  };
}

async function checkSources(config: PipelineConfig, stage: StageConfig): Promise<void> {
  const names = config.stages.map(({ name }) => name);
  for (const from of listInputs(stage)) {
    if (!names.includes(from))
      await readModel(resolveInput({ config, runDirectory: resolveRunDirectory(config) }, from));
  }
  if (stage.type === "rlvr" && stage.prompts.dataFile !== undefined)
    await loadProblems(stage.prompts.dataFile);
  if ((stage.type === "pretrain" || stage.type === "distill") && stage.dataFile !== undefined)
    await loadExamples(stage.dataFile);
}

async function checkVerifier(config: PipelineConfig): Promise<string | undefined> {
  const rewards = config.stages.flatMap(rewardsOf);
  if (rewards.length === 0 || config.verifier.command !== undefined) return undefined;
  const client = createRunClient(config.verifier, config.verifier.address);
  try {
    const server = await client.describe({ deadlineMs: describeTimeoutMs });
    const callPatiently = createPatientCaller({ onAway: () => {}, onBack: () => {} });
    for (const reward of rewards) {
      createGrpcReward({ client, callPatiently, policy: {}, reward, policyStream: "check", server });
    }
    return server.version;
  } catch (error) {
    if (!(error instanceof VerifierClientError)) throw error;
    throw new TrainerError("VERIFIER_UNREACHABLE", error.message, { cause: error });
  } finally {
    client.close();
  }
}

function rewardsOf(stage: StageConfig): RewardConfig[] {
  const grading = { ...plainGrading, seed: 0 };
  if (stage.type === "rlvr") return [{ ...stage.reward, seed: 0 }];
  if (stage.type === "sample") return stage.grade ? [grading] : [];
  return stage.type === "distill" && stage.filterByVerifier ? [grading] : [];
}

function describeStage(stage: StageConfig) {
  const { name, type } = stage;
  return { name, type, from: listInputs(stage), work: describeWork(stage) };
}

function describeWork(stage: StageConfig): string {
  if (stage.type === "sample") {
    const count =
      stage.problems.dataFile ??
      `${(stage.problems.count ?? 0) * (stage.problems.strata?.length ?? 1)} problems`;
    return `${count} x ${stage.samplesPerProblem} samples`;
  }
  const budget = stage.steps === undefined ? `${stage.flops} FLOPs` : `${stage.steps} steps`;
  const batch =
    stage.type === "rlvr"
      ? `${stage.promptsPerStep} prompts x ${stage.groupSize} rollouts`
      : `${stage.batchSize} sequences`;
  return `${budget} of ${batch}`;
}
