import type {
  AnswerToGrade,
  RewardSource,
  RolloutVerdict,
  ScoreBatch,
} from "../../src/reward/reward-source.ts";

/** Settings of a marker judge. */
export interface MarkerOptions {
  /** Called before a batch is answered. */
  readonly beforeAnswer?: (batch: ScoreBatch) => Promise<void>;
  /** Rollouts that cannot be judged. */
  readonly isFailure?: (id: string, batch: ScoreBatch) => boolean;
  readonly maxBatchItems?: number;
}

/** A judge in this process: correct when the text after the last "####" equals a gold; records the batches it saw. */
export function createMarkerRewards(
  options: MarkerOptions = {},
): RewardSource & { readonly batches: ScoreBatch[] } {
  const batches: ScoreBatch[] = [];
  const isCorrect = ({ golds, response }: AnswerToGrade) => golds.includes(readAnswer(response) ?? "");
  return {
    batches,
    maxBatchItems: options.maxBatchItems ?? 1000,
    scoreGroups: async (batch, signal) => {
      batches.push(batch);
      await options.beforeAnswer?.(batch);
      signal.throwIfAborted();
      return batch.groups.map(({ golds, rollouts }) =>
        rollouts.map(({ id, text }): RolloutVerdict => {
          if (options.isFailure?.(id, batch))
            return { kind: "failed", failure: "UNDECIDED", message: "Undecided." };
          const correct = isCorrect({ golds, response: text });
          const reason = readAnswer(text) === undefined ? "no_answer" : correct ? "equal" : "different";
          return {
            kind: "scored",
            reward: Number(correct),
            isCorrect: correct,
            reason,
            components: { answer: Number(correct) },
          };
        }),
      );
    },
    gradeAnswers: async (items) => items.map(isCorrect),
  };
}

function readAnswer(text: string): string | undefined {
  const at = text.lastIndexOf("####");
  return at < 0 ? undefined : text.slice(at + 4).trim();
}
