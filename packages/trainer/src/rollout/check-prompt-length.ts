import { TrainerError } from "../errors.ts";

/** Throws MODEL_INVALID when a prompt leaves less room than `maxNewTokens` in the model. */
export function checkPromptLength(
  promptTokens: number,
  maxNewTokens: number,
  maxPositions: number,
  problemId: string,
): void {
  if (promptTokens + maxNewTokens <= maxPositions) return;
  throw new TrainerError(
    "MODEL_INVALID",
    `Problem ${problemId} has a prompt of ${promptTokens} tokens; with max_new_tokens ${maxNewTokens} that is more than the model's ${maxPositions} positions. Lower max_new_tokens, shorten the problems, or raise model.max_positions.`,
  );
}
