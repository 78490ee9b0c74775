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

/** A completion whose steps are to be checked. */
export interface TraceToCheck {
  /** The prompt: its numbers are premises. */
  readonly problem: string;
  readonly text: string;
}

/** What a check of a completion's steps found; undefined when it could not be made. */
export type TraceJudgement =
  | {
      /** Share of the decided claims that hold; absent where none was decided. */
      readonly coherence?: number;
      /** Share of the claims that were decided. */
      readonly coverage: number;
      /** Whether the steps carry the answer. */
      readonly validity: "supported" | "invalid" | "unknown";
    }
  | undefined;

/** Problems to choose among for a step. */
export interface SelectionRequest {
  /** Names the choice for good: it fixes every draw. */
  readonly requestId: string;
  readonly policyStep: number;
  readonly problemIds: readonly string[];
  readonly count: number;
  readonly method: "posterior" | "weight";
  /** Pass rate aimed at; absent: the judge's own. */
  readonly targetRate?: number;
}

/** Problems chosen by what is believed of them. */
export interface ProblemSelection {
  /** At most as many as asked for, best first. */
  readonly problemIds: readonly string[];
  /** Candidates left out because they are out of reach or solved. */
  readonly dropped: number;
}

/** How the judge keeps beliefs about problems. */
export interface LedgerFacts {
  /** "memory" ends with the judge. */
  readonly store: string;
  /** Batches of which it knows that they were counted. */
  readonly batchMemory: number;
}

/** Judges rollouts and keeps what it learns of problems. Calls wait for as long as the judge is away and reject only for good or when aborted. */
export interface RewardSource {
  /** Verdicts in the order of the groups. */
  scoreGroups(batch: ScoreBatch, signal: AbortSignal): Promise<GroupVerdict[]>;
  /** Grades in the order of the items, however many. */
  gradeAnswers(items: readonly AnswerToGrade[], signal: AbortSignal): Promise<AnswerGrade[]>;
  /** Judgements in the order of the items, however many. */
  checkTraces(items: readonly TraceToCheck[], signal: AbortSignal): Promise<TraceJudgement[]>;
  selectProblems(request: SelectionRequest, signal: AbortSignal): Promise<ProblemSelection>;
  readonly ledger: LedgerFacts;
  /** Most rollouts, or candidates of a selection, that fit into one request. */
  readonly maxBatchItems: number;
}
