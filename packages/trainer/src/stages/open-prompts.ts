import { parseProblemSettings } from "../config/task-settings.ts";
import type { RlvrConfig } from "../config.ts";
import { loadProblems } from "../data/load-problems.ts";
import { TrainerError } from "../errors.ts";
import { createGeneratedPrompts, createListPrompts, type PromptSource } from "../rollout/prompt-source.ts";
import type { StageContext } from "../run/stage-context.ts";
import type { Problem } from "../tasks/task.ts";

/** Opens the prompts of an `rlvr` stage. */
export async function openPrompts(context: StageContext, config: RlvrConfig): Promise<PromptSource> {
  const { task, heldOut } = context;
  const { dataFile, problem, pool } = config.prompts;
  const seedPath = [context.config.run.seed, config.name, "prompts"];
  if (dataFile !== undefined) return createListPrompts(await loadTrainable(context, dataFile), seedPath);
  if (task === undefined)
    throw new TrainerError("CONFIG_INVALID", `Stage "${config.name}" needs a task or a data_file.`);
  const settings = parseProblemSettings(task, context.config.task?.settings, problem);
  return createGeneratedPrompts({ task, settings, pool, seedPath, exclude: heldOut });
}

async function loadTrainable({ heldOut, emit }: StageContext, file: string): Promise<Problem[]> {
  const problems = await loadProblems(file);
  const trainable = problems.filter((problem) => !heldOut.has(problem.hash));
  const left = problems.length - trainable.length;
  if (trainable.length === 0) {
    throw new TrainerError(
      "DATA_INVALID",
      `All ${left} problems of ${file} are held out for sampling; give other problems to train on.`,
    );
  }
  if (left > 0)
    emit({
      type: "notice",
      message: `${file}: left out ${left} of ${problems.length} problems that are held out for sampling`,
    });
  return trainable;
}
