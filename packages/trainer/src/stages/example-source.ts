import { parseMix } from "../config/task-settings.ts";
import type { SupervisedConfig } from "../config.ts";
import type { Example } from "../data/example.ts";
import { loadExamples } from "../data/load-examples.ts";
import { loadProblems } from "../data/load-problems.ts";
import { createMix } from "../data/mix.ts";
import { TrainerError } from "../errors.ts";
import { createRandom } from "../random.ts";
import type { StageContext } from "../run/stage-context.ts";

/** A prompt, the completion to imitate, and the accepted answers (none when they are unknown). */
export interface TrainingExample {
  readonly prompt: string;
  readonly completion: string;
  readonly golds: readonly string[];
}

/** Training examples by index, without end and without state. */
export interface ExampleSource {
  example(index: number): TrainingExample;
}

/** Opens the data of a supervised stage. Throws DATA_INVALID and what the task throws for its settings. */
export async function openExamples(context: StageContext, config: SupervisedConfig): Promise<ExampleSource> {
  const seedPath = [context.config.run.seed, config.name, "data"];
  if (config.dataFile !== undefined) {
    const wantsGolds = config.type === "distill" && config.filterByVerifier;
    return createListExamples(await readExamples(config.dataFile, wantsGolds), seedPath);
  }
  const { task } = context;
  if (task === undefined || config.mix === undefined) {
    throw new TrainerError(
      "CONFIG_INVALID",
      `Stage "${config.name}" needs a mix and a task, or a data_file.`,
    );
  }
  const sources = parseMix(task, context.config.task?.settings ?? {}, config.mix);
  const mix = createMix(task, sources, seedPath, { exclude: context.heldOut });
  return { example: (index) => withGolds(mix.example(index)) };
}

/** Walks through a list, epoch after epoch, each in an order of its own. */
export function createListExamples(
  examples: readonly TrainingExample[],
  seedPath: readonly (string | number)[],
): ExampleSource {
  let cached: { epoch: number; order: TrainingExample[] } | undefined;
  return {
    example: (index) => {
      const epoch = Math.floor(index / examples.length);
      if (cached?.epoch !== epoch)
        cached = { epoch, order: createRandom(...seedPath, "epoch", epoch).shuffle(examples) };
      return cached.order[index % examples.length] as TrainingExample;
    },
  };
}

// Both readers keep the order of the rows, and each ignores the columns of the other.
async function readExamples(file: string, wantsGolds: boolean): Promise<TrainingExample[]> {
  const examples = await loadExamples(file);
  const golds = wantsGolds ? (await loadProblems(file)).map((problem) => problem.golds) : [];
  return examples.map((example, i) => ({ ...example, golds: golds[i] ?? [] }));
}

function withGolds({ prompt, completion, problem }: Example): TrainingExample {
  return { prompt, completion, golds: problem.golds };
}
