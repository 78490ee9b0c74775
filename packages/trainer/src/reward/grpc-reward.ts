import {
  type AnswerPolicy,
  type AnswerVerdict,
  type DescribeResponse,
  type GroupResult,
  type RolloutResult,
  toWellFormedText,
  type VerifierClient,
} from "@touchstone/proto";
import { suggestWord } from "../closest-word.ts";
import { TrainerError } from "../errors.ts";
import type {
  AnswerGrade,
  AnswerToGrade,
  GroupDecision,
  GroupToScore,
  GroupVerdict,
  RewardSource,
  RolloutVerdict,
} from "./reward-source.ts";
import type { createPatientCaller } from "./wait-for-verifier.ts";

/** How rollouts are rewarded and groups admitted. */
export interface RewardConfig {
  readonly profile: string;
  /** Empty: the profile's own. */
  readonly weights: Readonly<Record<string, number>>;
  /** Condition of each gated component. */
  readonly gates: Readonly<Record<string, string>>;
  /** By detector; empty: the server's. */
  readonly shortcutThresholds: Readonly<Record<string, number>>;
  /** Seeds profiles that draw numbers. */
  readonly seed: number;
  /** Admission rule of the verifier. */
  readonly admission: string;
  /** Settings of the rule by the server's names; each left out is the server's. */
  readonly admissionSettings: Readonly<Record<string, number>>;
}

/** For stages that grade answers and learn from no group. */
export const plainGrading = {
  profile: "truth",
  weights: {},
  gates: {},
  shortcutThresholds: {},
  admission: "none",
  admissionSettings: {},
} as const;

/** What a reward source over gRPC is made of. */
export interface GrpcRewardOptions {
  readonly client: VerifierClient;
  readonly callPatiently: ReturnType<typeof createPatientCaller>;
  readonly policy: AnswerPolicy;
  readonly reward: RewardConfig;
  /** Name of the policy being trained. */
  readonly policyStream: string;
  readonly server: DescribeResponse;
}

const stepsCheckToWire = {
  valid: "STEPS_CHECK_VALID",
  invalid: "STEPS_CHECK_INVALID",
  unverifiable: "STEPS_CHECK_UNVERIFIABLE",
} as const;

const actionOf: Readonly<Record<string, GroupDecision["action"]>> = {
  DECISION_ACTION_EXPLORE: "explore",
  DECISION_ACTION_KEEP: "keep",
  DECISION_ACTION_DROP: "drop",
  DECISION_ACTION_GUARD: "guard",
};

// Large enough to amortise a call, small enough to overlap with other work.
const gradeBatchItems = 512;

/**
 * Creates a reward source that asks a verifier. Throws VERIFIER_REJECTED when the server lacks the reward
 * profile or the admission rule.
 */
export function createGrpcReward(options: GrpcRewardOptions): RewardSource {
  const { client, callPatiently, policy, reward, server } = options;
  const rules = server.difficulty?.admissionRules ?? [];
  requireKnown("reward profile", reward.profile, server.rewardProfiles, client.address);
  requireKnown("admission rule", reward.admission, rules, client.address);
  const maxBatchItems = server.limits?.maxItemsPerBatch || Number.POSITIVE_INFINITY;
  const batchItems = Math.min(gradeBatchItems, maxBatchItems);
  const gradeBatch = async (items: readonly AnswerToGrade[], signal: AbortSignal): Promise<AnswerGrade[]> => {
    const request = { items: items.map(encodeItem), policy };
    const { verdicts } = await callPatiently(() => client.gradeAnswers(request, { signal }), signal);
    return verdicts.map((verdict) => verdict.score?.correct);
  };
  const { profile, seed } = reward;
  const spec = {
    profile,
    seed,
    weights: { ...reward.weights },
    gates: { ...reward.gates },
    shortcutThresholds: { ...reward.shortcutThresholds },
  };
  return {
    maxBatchItems,
    ledgerStore: server.difficulty?.store ?? "",
    selectProblems: async ({ problemIds, ...selection }, signal) => {
      const request = { ...selection, policyStream: options.policyStream, problemIds: [...problemIds] };
      const { problems, dropped } = await callPatiently(
        () => client.selectProblems(request, { signal }),
        signal,
      );
      return { problemIds: problems.map(({ problemId }) => problemId), dropped };
    },
    scoreGroups: async (batch, signal) => {
      const request = {
        batchId: batch.batchId,
        groups: batch.groups.map(encodeGroup),
        policy,
        reward: spec,
        policyStream: options.policyStream,
        policyStep: batch.policyStep,
        admission: reward.admission,
        admissionSettings: { ...reward.admissionSettings },
      };
      const response = await callPatiently(() => client.scoreRollouts(request, { signal }), signal);
      return response.groups.map(readGroup);
    },
    gradeAnswers: async (items, signal) => {
      const starts = Array.from({ length: Math.ceil(items.length / batchItems) }, (_, i) => i * batchItems);
      const grades = await Promise.all(
        starts.map((start) => gradeBatch(items.slice(start, start + batchItems), signal)),
      );
      return grades.flat();
    },
  };
}

function requireKnown(
  what: string,
  name: string,
  served: readonly { readonly name: string }[],
  address: string,
): void {
  const known = served.map((item) => item.name);
  if (known.includes(name)) return;
  const hint = suggestWord(name, known);
  throw new TrainerError("VERIFIER_REJECTED", `The verifier at ${address} has no ${what} "${name}"${hint}`);
}

function encodeItem({ golds, response }: AnswerToGrade, index: number) {
  return { id: String(index), golds: [...golds], response: toWellFormedText(response) };
}

function encodeGroup(group: GroupToScore) {
  return {
    problemId: group.problemId,
    problem: toWellFormedText(group.prompt),
    golds: [...group.golds],
    rollouts: group.rollouts.map(({ id, text, isTruncated, tokenCount, stepsCheck }) => ({
      id,
      response: toWellFormedText(text),
      truncated: isTruncated,
      tokenCount,
      ...(stepsCheck === undefined ? {} : { stepsCheck: stepsCheckToWire[stepsCheck] }),
    })),
  };
}

function readGroup({ problemId, rollouts, decision }: GroupResult): GroupVerdict {
  const action = actionOf[decision?.action ?? "DECISION_ACTION_UNSPECIFIED"];
  if (decision == null || action === undefined) {
    throw new TrainerError(
      "VERIFIER_REJECTED",
      `The verifier decided nothing about the group of problem "${problemId}"; use one of this trainer's version.`,
    );
  }
  const { reason, rule, weight, advantageCap } = decision;
  return {
    verdicts: rollouts.map(readVerdict),
    decision: {
      action,
      reason,
      // Other rules send the ledger's advice for sampling, which is no weight of a group.
      weight: rule === "pool" ? weight : 1,
      ...(advantageCap === undefined ? {} : { advantageCap }),
    },
  };
}

function readVerdict({ verdict, reward, components, shortcuts }: RolloutResult): RolloutVerdict {
  const failure = readFailure(verdict);
  if (failure !== undefined) return failure;
  if (reward === undefined) {
    return { kind: "failed", failure: "NO_REWARD", message: "The verifier gave a verdict but no reward." };
  }
  const { score, reason } = verdict as AnswerVerdict;
  // Maps have no order on the wire; records of equal runs must be equal.
  const sorted = Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    kind: "scored",
    reward,
    isCorrect: score?.correct === true,
    reason,
    components: sorted,
    shortcuts: shortcuts.filter(({ flagged }) => flagged).map(({ name }) => name),
  };
}

function readFailure(verdict: AnswerVerdict | null): RolloutVerdict | undefined {
  if (verdict?.score) return undefined;
  const failure = verdict?.failure;
  const kind = failure?.kind.replace(/^FAILURE_KIND_/, "") ?? "NO_VERDICT";
  return { kind: "failed", failure: kind, message: failure?.message || "The verifier gave no verdict." };
}
