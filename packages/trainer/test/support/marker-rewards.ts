import type {
  AnswerToGrade,
  GroupDecision,
  GroupToScore,
  LedgerFacts,
  ProblemSelection,
  RewardSource,
  RolloutVerdict,
  ScoreBatch,
  SelectionRequest,
} from "../../src/reward/reward-source.ts";

/** Settings of a marker judge. */
export interface MarkerOptions {
  /** Called before a batch is answered. */
  readonly beforeAnswer?: (batch: ScoreBatch) => Promise<void>;
  /** Rollouts that cannot be judged. */
  readonly isFailure?: (id: string, batch: ScoreBatch) => boolean;
  /** Decision about a group; by default every group is kept. */
  readonly decide?: (group: GroupToScore) => GroupDecision;
  readonly maxBatchItems?: number;
  readonly ledger?: LedgerFacts;
  /** Choice of problems; by default the last ones are taken. */
  readonly select?: (request: SelectionRequest) => ProblemSelection;
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
    ledger: options.ledger ?? { store: "file", batchMemory: 4096 },
    checkTraces: async (items) => items.map(() => ({ coverage: 0, validity: "unknown" })),
    selectProblems: async (request) =>
      options.select?.(request) ?? { problemIds: request.problemIds.slice(-request.count), dropped: 0 },
    scoreGroups: async (batch, signal) => {
      batches.push(batch);
      await options.beforeAnswer?.(batch);
      signal.throwIfAborted();
      return batch.groups.map((group) => ({
        decision: options.decide?.(group) ?? { action: "keep", reason: "admitted", weight: 1 },
        verdicts: group.rollouts.map(({ id, text }): RolloutVerdict => {
          if (options.isFailure?.(id, batch))
            return { kind: "failed", failure: "UNDECIDED", message: "Undecided." };
          const correct = isCorrect({ golds: group.golds, response: text });
          const reason = readAnswer(text) === undefined ? "no_answer" : correct ? "equal" : "different";
          return {
            kind: "scored",
            reward: Number(correct),
            isCorrect: correct,
            reason,
            components: { answer: Number(correct) },
            shortcuts: [],
          };
        }),
      }));
    },
    gradeAnswers: async (items) => items.map(isCorrect),
  };
}

function readAnswer(text: string): string | undefined {
  const at = text.lastIndexOf("####");
  return at < 0 ? undefined : text.slice(at + 4).trim();
}
