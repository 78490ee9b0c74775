import { createProblemSet } from "../data/problem-set.ts";
import { TrainerError } from "../errors.ts";
import { createRandom } from "../random.ts";
import type { Problem, Task } from "../tasks/task.ts";

/** Gives the prompts of any step, each step by itself, so that a resumed run needs no state. */
export interface PromptSource {
  /** Distinct problems; undefined for fresh ones without end. */
  readonly size: number | undefined;
  /** Prompts of step `step` (1, 2, ...). */
  promptsOf(step: number, count: number): Problem[];
  /** At most `count` problems like those of the steps, in draws of their own. */
  preview(count: number): Problem[];
}

/** Problems a source draws from. */
export interface GeneratedPrompts {
  readonly task: Task;
  /** Parsed problem settings. */
  readonly settings: unknown;
  /** Distinct problems; undefined for fresh ones without end. */
  readonly pool: number | undefined;
  readonly seedPath: readonly (string | number)[];
  /** Hashes of problems that must not be drawn. */
  readonly exclude: ReadonlySet<string>;
}

const maxExcludedDraws = 10_000;

/** Creates a source of generated problems. Throws PROBLEMS_EXHAUSTED when a pool is larger than the settings hold. */
export function createGeneratedPrompts(options: GeneratedPrompts): PromptSource {
  const { task, settings, seedPath, exclude } = options;
  if (options.pool !== undefined) {
    const pool = createProblemSet(task, settings, options.pool, [...seedPath, "pool"], exclude);
    return createListPrompts(pool, seedPath);
  }
  return {
    size: undefined,
    promptsOf: (step, count) => Array.from({ length: count }, (_, i) => drawFresh(options, step, i)),
    preview: (count) => Array.from({ length: count }, (_, i) => drawFresh(options, "preview", i)),
  };
}

/** Creates a source that walks through a list, epoch after epoch, each in an order of its own. */
export function createListPrompts(
  problems: readonly Problem[],
  seedPath: readonly (string | number)[],
): PromptSource {
  const orderOf = (epoch: number) => createRandom(...seedPath, "epoch", epoch).shuffle(problems);
  let cached: { epoch: number; order: Problem[] } | undefined;
  const at = (index: number): Problem => {
    const epoch = Math.floor(index / problems.length);
    if (cached?.epoch !== epoch) cached = { epoch, order: orderOf(epoch) };
    return cached.order[index % problems.length] as Problem;
  };
  return {
    size: problems.length,
    promptsOf: (step, count) => Array.from({ length: count }, (_, i) => at((step - 1) * count + i)),
    preview: (count) =>
      createRandom(...seedPath, "preview")
        .shuffle(problems)
        .slice(0, count),
  };
}

function drawFresh(
  { task, settings, seedPath, exclude }: GeneratedPrompts,
  step: number | "preview",
  index: number,
) {
  for (let draw = 0; draw < maxExcludedDraws; draw++) {
    const problem = task.createProblem(createRandom(...seedPath, "problem", step, index, draw), settings);
    if (!exclude.has(problem.hash)) return problem;
  }
  throw new TrainerError(
    "PROBLEMS_EXHAUSTED",
    `Every "${task.name}" problem drawn with these settings is held out (${exclude.size} in all); widen the settings of the prompts.`,
  );
}
