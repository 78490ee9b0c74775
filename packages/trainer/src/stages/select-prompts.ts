import type { RlvrConfig } from "../config.ts";
import { TrainerError } from "../errors.ts";
import type { RewardSource } from "../reward/reward-source.ts";
import type { PromptSource } from "../rollout/prompt-source.ts";
import type { Problem } from "../tasks/task.ts";
import type { Metrics } from "../tracking/sink.ts";
import type { SelectionLog, StepSelection } from "./selection-log.ts";

/** What chooses the problems of a step. */
export interface SelectionParts {
  readonly config: Pick<RlvrConfig, "reward" | "promptsPerStep">;
  readonly prompts: PromptSource;
  readonly rewards: RewardSource;
  readonly selections: SelectionLog;
  /** Prefix of the request ids; together with the step it fixes every draw. */
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/** Problems of a step, and what there is to report about the choice. */
export interface SelectedPrompts {
  readonly problems: readonly Problem[];
  readonly metrics: Metrics;
}

/**
 * The problems of step `step`: in the order of the prompts, or those that the verifier chooses among the step's
 * candidates. A choice is written down before it is used and taken from there when the step is run again.
 */
export async function selectPrompts(parts: SelectionParts, step: number): Promise<SelectedPrompts> {
  const { config, prompts, selections } = parts;
  const { method } = config.reward.selection;
  if (method === "uniform") return { problems: prompts.promptsOf(step, config.promptsPerStep), metrics: {} };
  const candidates = listCandidates(parts, step);
  let selection = selections.find(step);
  if (selection === undefined) {
    selection = await choose(parts, step, method, [...candidates.keys()]);
    selections.append(selection);
  }
  return {
    problems: selection.problemIds.map((id) => takeCandidate(candidates, id, step)),
    metrics: {
      "selection/dropped": selection.dropped / candidates.size,
      "selection/filled": selection.filled / selection.problemIds.length,
    },
  };
}

// Candidates walk through the prompts like the problems of a step do; at the end of an epoch one may come up twice.
function listCandidates({ config, prompts, rewards }: SelectionParts, step: number): Map<string, Problem> {
  const { candidates = prompts.size ?? 0 } = config.reward.selection;
  if (candidates > rewards.maxBatchItems) {
    throw new TrainerError(
      "CONFIG_INVALID",
      `reward.selection.candidates: the verifier chooses among at most ${rewards.maxBatchItems} problems, not ${candidates}.`,
    );
  }
  return new Map(prompts.promptsOf(step, candidates).map((problem) => [problem.id, problem]));
}

async function choose(
  { config, rewards, requestId, signal }: SelectionParts,
  step: number,
  method: "posterior" | "weight",
  candidates: readonly string[],
): Promise<StepSelection> {
  const { targetRate } = config.reward.selection;
  const count = Math.min(config.promptsPerStep, candidates.length);
  const { problemIds, dropped } = await rewards.selectProblems(
    {
      requestId: `${requestId}/${step}`,
      policyStep: step - 1,
      problemIds: candidates,
      count,
      method,
      ...(targetRate === undefined ? {} : { targetRate }),
    },
    signal,
  );
  // A step keeps its size: where the ledger leaves too few, the first of the others are rolled out.
  const chosen = new Set(problemIds);
  const rest = candidates.filter((id) => !chosen.has(id)).slice(0, count - chosen.size);
  return { step, problemIds: [...problemIds, ...rest], dropped, filled: rest.length };
}

function takeCandidate(candidates: ReadonlyMap<string, Problem>, id: string, step: number): Problem {
  const problem = candidates.get(id);
  if (problem !== undefined) return problem;
  throw new TrainerError(
    "CHECKPOINT_INVALID",
    `selections.jsonl names problem "${id}" for step ${step}, which is none of its candidates; the prompts have changed since. ` +
      "Remove the stage's directory to start it again.",
  );
}
