import { readModel } from "../checkpoint/manager.ts";
import type { SampleConfig } from "../config.ts";
import { TrainerError } from "../errors.ts";
import type { Policy } from "../policy/policy.ts";
import { plainGrading } from "../reward/grpc-reward.ts";
import type { RewardSource } from "../reward/reward-source.ts";
import { checkPromptLength } from "../rollout/check-prompt-length.ts";
import type { StageResult } from "../run/events.ts";
import { resolveInput } from "../run/resolve-input.ts";
import type { StageContext } from "../run/stage-context.ts";
import { StageDirectory } from "../run/stage-directory.ts";
import { pickForeignGolds } from "../tasks/derangement.ts";
import type { Problem } from "../tasks/task.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";
import { countSamplingFlops } from "./count-flops.ts";
import { buildProblemSet } from "./problem-set.ts";
import { type SampleCell, sampleBlock } from "./sample-block.ts";
import { openSampleFile, type SampleFile } from "./sample-file.ts";
import { type ModelSummary, summarizeSamples } from "./sample-summary.ts";

/** A `sample` stage, loaded. */
export interface SampleStage {
  readonly config: SampleConfig;
  readonly directory: StageDirectory;
  readonly problems: readonly Problem[];
  /** Index of the problem whose golds each problem is scored against by chance; empty without a null curve. */
  readonly foreign: readonly number[];
  readonly rewards: RewardSource | undefined;
  readonly file: SampleFile;
}

/** One checkpoint that is sampled. */
export interface Subject {
  /** As written in `from`. */
  readonly name: string;
  readonly policy: Policy;
  readonly tokenizer: Tokenizer;
  readonly prompts: readonly Int32Array[];
}

// Completions that are sampled, graded and written together.
const blockSize = 256;

/**
 * Runs a `sample` stage: samples every problem from every checkpoint, grades the samples over gRPC and writes
 * samples.jsonl. Draws are named by problem and sample alone, so all checkpoints meet the same ones.
 */
export async function runSampleStage(context: StageContext, config: SampleConfig): Promise<StageResult> {
  const stage = await openStage(context, config);
  const costs: { name: string; parameters: number; promptTokens: number }[] = [];
  try {
    for (const name of config.from) {
      const subject = await openSubject(context, stage, name);
      await sampleSubject(context, stage, subject);
      const promptTokens =
        subject.prompts.reduce((sum, prompt) => sum + prompt.length, 0) * config.samplesPerProblem;
      costs.push({ name, parameters: subject.policy.parameterCount, promptTokens });
    }
  } finally {
    stage.file.close();
  }
  const models = summarizeSamples(stage.directory.samplesFile);
  const flops = costs.reduce((sum, { name, parameters, promptTokens }) => {
    return sum + countSamplingFlops(parameters, promptTokens + (models.get(name)?.tokens ?? 0));
  }, 0);
  return { name: config.name, samples: stage.directory.samplesFile, flops, summary: flattenSummary(models) };
}

async function openStage(context: StageContext, config: SampleConfig): Promise<SampleStage> {
  const directory = new StageDirectory(context.runDirectory, config.name);
  directory.create();
  const problems = await buildProblemSet(context, config.problems);
  if (problems.length === 0)
    throw new TrainerError("DATA_INVALID", `Stage "${config.name}" has no problems; check its data_file.`);
  const wantsNull = config.grade && config.nullCurve;
  const reward = { ...plainGrading, seed: context.config.run.seed };
  return {
    config,
    directory,
    problems,
    foreign: wantsNull ? pickForeignGolds(problems, config.problems.seed) : [],
    rewards: config.grade ? await context.connectRewards(config.name, reward) : undefined,
    file: openSampleFile(directory.samplesFile),
  };
}

async function openSubject(
  context: StageContext,
  { config, problems, file }: SampleStage,
  name: string,
): Promise<Subject> {
  const { model, tokenizer, parameters } = await readModel(resolveInput(context, name));
  const policy = await context.policies.acquire("policy", model);
  await policy.importState({ parameters });
  const prompts = problems.map(({ prompt }) => tokenizer.encode(prompt));
  prompts.forEach((prompt, i) => {
    checkPromptLength(prompt.length, config.maxNewTokens, model.maxPositions, problems[i]?.id ?? "");
  });
  context.emit({
    type: "stage_started",
    stage: config.name,
    kind: `sampling ${name}`,
    done: file.rows,
    engine: policy.engine,
    parameters: policy.parameterCount,
  });
  return { name, policy, tokenizer, prompts };
}

async function sampleSubject(context: StageContext, stage: SampleStage, subject: Subject): Promise<void> {
  const { config, problems, file } = stage;
  const count = problems.length * config.samplesPerProblem;
  const total = count * config.from.length;
  for (let start = 0; start < count; start += blockSize) {
    const size = Math.min(blockSize, count - start);
    if (file.skipBlock(size)) continue;
    if (context.signal.aborted) {
      throw new TrainerError(
        "RUN_INTERRUPTED",
        `Interrupted in stage "${config.name}" after ${file.rows} samples. Run the same command again to continue.`,
      );
    }
    const cells = Array.from({ length: size }, (_, i): SampleCell => {
      const index = start + i;
      return {
        problem: Math.floor(index / config.samplesPerProblem),
        sample: index % config.samplesPerProblem,
      };
    });
    file.writeBlock(await sampleBlock(context, stage, subject, cells));
    context.emit({
      type: "step",
      stage: config.name,
      step: file.rows,
      fraction: file.rows / total,
      metrics: {},
    });
  }
}

function flattenSummary(models: ReadonlyMap<string, ModelSummary>): Record<string, number | null> {
  const entries = [...models].flatMap(([name, { correct, processValid, nullCorrect }]) => [
    [`${name}/correct`, correct],
    [`${name}/process_valid`, processValid],
    [`${name}/null_correct`, nullCorrect],
  ]);
  return Object.fromEntries(entries);
}
