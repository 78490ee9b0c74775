/** A finished completion, as the verifier sees it. */
export interface RolloutToScore {
  /** Unique within the batch. */
  readonly id: string;
  readonly text: string;
  /** Cut off at the token limit. */
  readonly isTruncated: boolean;
  readonly tokenCount: number;
  /** What an exact check of the steps found; absent where the judge is to check them. */
  readonly stepsCheck?: StepsCheck;
}

/** Whether the steps carry the answer; `unverifiable` when there are none. */
export type StepsCheck = "valid" | "invalid" | "unverifiable";

/** All completions of one prompt. */
export interface GroupToScore {
  readonly problemId: string;
  readonly prompt: string;
  readonly golds: readonly string[];
  readonly rollouts: readonly RolloutToScore[];
}

/** Groups that are scored in one call. */
export interface ScoreBatch {
  /** Names the batch for good: a repeated call gives the same result and counts once. */
  readonly batchId: string;
  /** Updates the policy has seen. */
  readonly policyStep: number;
  readonly groups: readonly GroupToScore[];
}

/** A score, or a failure to judge; a failure is never a reward of 0. */
export type RolloutVerdict =
  | {
      readonly kind: "scored";
      readonly reward: number;
      readonly isCorrect: boolean;
      /** Machine-readable, for example "equal", "different", "no_answer". */
      readonly reason: string;
      readonly components: Readonly<Record<string, number>>;
      /** Shortcut detectors that flagged it, by name. */
      readonly shortcuts: readonly string[];
    }
  | { readonly kind: "failed"; readonly failure: string; readonly message: string };

/** Whether a group takes part in the update, as the verifier decided. */
export interface GroupDecision {
  /** `guard`: a success that may be an accident. */
  readonly action: "explore" | "keep" | "drop" | "guard";
  /** Machine-readable, for example "zero_variance", "invalid_success", "rare_success". */
  readonly reason: string;
  /** Factor of the group's advantages, in [0, 1]; 1 unless the rule weighs groups. */
  readonly weight: number;
  /** Largest advantage advised for a guarded group. */
  readonly advantageCap?: number;
}

/** What the verifier says of a group. */
export interface GroupVerdict {
  /** In the order of the rollouts. */
  readonly verdicts: readonly RolloutVerdict[];
  readonly decision: GroupDecision;
}

/** A response to grade against its golds. */
export interface AnswerToGrade {
  readonly golds: readonly string[];
  readonly response: string;
}

/** Whether a response is correct; undefined when the verifier could not judge. */
export type AnswerGrade = boolean | undefined;

/** Judges rollouts. Calls wait for as long as the judge is away and reject only for good or when aborted. */
export interface RewardSource {
  /** Verdicts in the order of the groups. */
  scoreGroups(batch: ScoreBatch, signal: AbortSignal): Promise<GroupVerdict[]>;
  /** Grades in the order of the items, however many. */
  gradeAnswers(items: readonly AnswerToGrade[], signal: AbortSignal): Promise<AnswerGrade[]>;
  /** Most rollouts that fit into one batch. */
  readonly maxBatchItems: number;
}
