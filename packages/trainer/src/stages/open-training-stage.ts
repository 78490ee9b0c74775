import { listCheckpoints, readCheckpoint, readModel } from "../checkpoint/manager.ts";
import { noProgress } from "../checkpoint/run-state.ts";
import type { RlvrConfig, SupervisedConfig } from "../config.ts";
import { TrainerError } from "../errors.ts";
import type { ModelConfig } from "../model/model-config.ts";
import { createRandom } from "../random.ts";
import { resolveInput } from "../run/resolve-input.ts";
import type { StageContext } from "../run/stage-context.ts";
import { StageDirectory } from "../run/stage-directory.ts";
import { createTaskTokenizer } from "../tokenizer/task-tokenizer.ts";
import type { TrainingStage } from "./training-loop.ts";

/**
 * Loads a training stage: from its own last checkpoint when it was started before, else from the checkpoint that
 * `from` names, else from scratch. Takes its metrics and rollouts back to that step.
 */
export async function openTrainingStage(
  context: StageContext,
  config: SupervisedConfig | RlvrConfig,
): Promise<TrainingStage> {
  const directory = new StageDirectory(context.runDirectory, config.name);
  directory.create();
  const stage = { config, directory, ...(await loadStage(context, config, directory)) };
  directory.truncateTo(stage.progress.step);
  context.emit({
    type: "stage_started",
    stage: config.name,
    kind: config.type,
    done: stage.progress.step,
    engine: stage.policy.engine,
    parameters: stage.policy.parameterCount,
  });
  return stage;
}

async function loadStage(
  context: StageContext,
  config: SupervisedConfig | RlvrConfig,
  directory: StageDirectory,
) {
  const last = listCheckpoints(directory.checkpoints).at(-1);
  if (last !== undefined) {
    const { model, tokenizer, state, progress } = await readCheckpoint(last.directory);
    const policy = await context.policies.acquire("policy", model);
    await policy.importState(state);
    return { policy, tokenizer, progress };
  }
  if (config.from !== undefined) {
    const {
      model,
      tokenizer,
      parameters,
      directory: source,
    } = await readModel(resolveInput(context, config.from));
    checkModelSection(context, model, source);
    const policy = await context.policies.acquire("policy", model);
    await policy.importState({ parameters });
    return { policy, tokenizer, progress: noProgress };
  }
  return startFromScratch(context, config);
}

async function startFromScratch(
  { config: pipeline, task, policies }: StageContext,
  config: SupervisedConfig | RlvrConfig,
) {
  if (task === undefined || pipeline.model === undefined) {
    throw new TrainerError(
      "CONFIG_INVALID",
      `Stage "${config.name}" starts from scratch, so the pipeline needs "task" (for the tokenizer) and "model".`,
    );
  }
  const tokenizer = createTaskTokenizer(task);
  const model = { ...pipeline.model, vocabSize: tokenizer.vocabSize };
  const seed = createRandom(pipeline.run.seed, config.name, "weights").int(2 ** 31);
  return { policy: await policies.createFresh("policy", model, seed), tokenizer, progress: noProgress };
}

function checkModelSection({ config }: StageContext, model: ModelConfig, source: string): void {
  const section = config.model;
  if (section === undefined) return;
  const differing = (Object.keys(section) as (keyof typeof section)[]).filter(
    (key) => section[key] !== model[key],
  );
  if (differing.length === 0) return;
  const list = differing.map(
    (key) => `${key} is ${section[key]} in the config and ${model[key]} in the checkpoint`,
  );
  throw new TrainerError(
    "MODEL_INVALID",
    `The "model" section does not describe ${source}: ${list.join("; ")}. Correct or drop the section.`,
  );
}
