import type { RlvrConfig } from "../config.ts";
import type { StepsCheck } from "../reward/reward-source.ts";
import type { Problem, Task } from "../tasks/task.ts";

/**
 * The exact check of a completion's steps that a stage sends along with its rollouts; undefined where the verifier is
 * to check them. Only generated problems have what the task's checker reads.
 */
export function chooseStepsCheck(
  task: Task | undefined,
  { prompts, reward }: Pick<RlvrConfig, "prompts" | "reward">,
): ((problem: Problem, text: string) => StepsCheck) | undefined {
  if (task === undefined || prompts.dataFile !== undefined || reward.stepsCheck !== "task") return undefined;
  return (problem, text) => {
    const { valid, steps } = task.checkTrace(problem, text);
    if (valid) return "valid";
    return steps.length === 0 ? "unverifiable" : "invalid";
  };
}
