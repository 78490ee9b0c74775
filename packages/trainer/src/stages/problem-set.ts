import { parseProblemSettings } from "../config/task-settings.ts";
import type { PipelineConfig, ProblemSetConfig } from "../config.ts";
import { loadProblems } from "../data/load-problems.ts";
import { createProblemSet } from "../data/problem-set.ts";
import { TrainerError } from "../errors.ts";
import type { Problem, Task } from "../tasks/task.ts";

type TaskPart = { readonly config: Pick<PipelineConfig, "task">; readonly task: Task | undefined };

/** Problems of a fixed set, stratum after stratum; the same for every run. */
export async function buildProblemSet(context: TaskPart, set: ProblemSetConfig): Promise<Problem[]> {
  return set.dataFile === undefined ? generateProblemSet(context, set) : loadProblems(set.dataFile);
}

/** Hashes of all problems that a pipeline samples from or holds out: training must not meet them. */
export async function collectHeldOut(
  context: TaskPart & { readonly config: PipelineConfig },
): Promise<ReadonlySet<string>> {
  const { stages, heldOut = [] } = context.config;
  const sets = [...heldOut, ...stages.flatMap((stage) => (stage.type === "sample" ? [stage.problems] : []))];
  const problems = await Promise.all(sets.map((set) => buildProblemSet(context, set)));
  return new Set(problems.flat().map((problem) => problem.hash));
}

function generateProblemSet({ config, task }: TaskPart, set: ProblemSetConfig): Problem[] {
  if (task === undefined || set.count === undefined) {
    throw new TrainerError("CONFIG_INVALID", "A generated problem set needs a task and a count.");
  }
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, stratum] of (set.strata ?? [{}]).entries()) {
    const settings = parseProblemSettings(task, config.task?.settings, set.problem, stratum);
    const part = createProblemSet(task, settings, set.count, ["problem-set", set.seed, index], seen);
    for (const problem of part) seen.add(problem.hash);
    problems.push(...part);
  }
  return problems;
}
