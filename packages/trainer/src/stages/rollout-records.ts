import { writeFileSync } from "node:fs";
import type { RolloutGroup } from "../rollout/rollout.ts";
import type { Task } from "../tasks/task.ts";

/** Writes the rollouts of one step as JSONL, one line per rollout. */
export function writeRollouts(
  file: string,
  step: number,
  groups: readonly RolloutGroup[],
  advantages: readonly (readonly (number | undefined)[])[],
  task: Task | undefined,
): void {
  const rows = groups.flatMap(({ problem, rollouts, decision }, g) =>
    rollouts.map(({ completion, text, verdict }, s) => ({
      step,
      group: g,
      sample: s,
      problem_id: problem.id,
      stratum: problem.stratum,
      prompt: problem.prompt,
      golds: problem.golds,
      completion: text,
      format: task?.formatOf(text) ?? null,
      length: completion.tokens.length,
      stop_reason: completion.stopReason,
      logprob: completion.logprobs.reduce((sum, logprob) => sum + logprob, 0),
      ...(verdict.kind === "scored"
        ? {
            correct: verdict.isCorrect,
            reason: verdict.reason,
            reward: verdict.reward,
            components: verdict.components,
            shortcuts: verdict.shortcuts,
          }
        : { correct: null, failure: verdict.failure, message: verdict.message, reward: null }),
      action: decision.action,
      decision: decision.reason,
      advantage: advantages[g]?.[s] ?? null,
    })),
  );
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}
