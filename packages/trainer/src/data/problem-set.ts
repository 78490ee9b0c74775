import { TrainerError } from "../errors.ts";
import { createRandom } from "../random.ts";
import type { Problem, Task } from "../tasks/task.ts";

/** So many draws in a row without a new problem mean that the settings hold no more of them. */
const MAX_FRUITLESS_DRAWS = 10_000;

/**
 * `count` problems with distinct hashes, none of them in `exclude`. Equal arguments give equal sets, and a smaller
 * count gives a prefix of a larger one.
 *
 * Throws a TrainerError (PROBLEMS_EXHAUSTED) when the settings do not hold that many distinct problems.
 */
export function createProblemSet<P extends Problem, S>(
  task: Task<P, S>,
  settings: S,
  count: number,
  seedPath: readonly (string | number)[],
  exclude: ReadonlySet<string> = new Set(),
): P[] {
  const problems: P[] = [];
  const seen = new Set<string>();
  let fruitless = 0;
  for (let draw = 0; problems.length < count; draw++) {
    const problem = task.createProblem(createRandom(...seedPath, "problem", draw), settings);
    if (seen.has(problem.hash) || exclude.has(problem.hash)) {
      fruitless++;
      if (fruitless >= MAX_FRUITLESS_DRAWS)
        throw new TrainerError(
          "PROBLEMS_EXHAUSTED",
          `Found only ${problems.length} of ${count} distinct "${task.name}" problems with these settings (${exclude.size} excluded); ask for fewer or widen the settings.`,
        );
      continue;
    }
    fruitless = 0;
    seen.add(problem.hash);
    problems.push(problem);
  }
  return problems;
}
