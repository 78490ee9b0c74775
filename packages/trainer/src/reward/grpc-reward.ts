import {
  type AnswerPolicy,
  type AnswerVerdict,
  type DescribeResponse,
  type RolloutResult,
  toWellFormedText,
  type VerifierClient,
} from "@touchstone/proto";
import { suggestWord } from "../closest-word.ts";
import { TrainerError } from "../errors.ts";
import type {
  AnswerGrade,
  AnswerToGrade,
  GroupToScore,
  RewardSource,
  RolloutVerdict,
} from "./reward-source.ts";
import type { createPatientCaller } from "./wait-for-verifier.ts";

/** How rollouts are rewarded. */
export interface RewardConfig {
  readonly profile: string;
  /** Empty: the profile's own. */
  readonly weights: Readonly<Record<string, number>>;
  /** Seeds profiles that draw numbers. */
  readonly seed: number;
}

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

// Large enough to amortise a call, small enough to overlap with other work.
const gradeBatchItems = 512;

/**
 * Creates a reward source that asks a verifier. Throws VERIFIER_REJECTED when the server lacks the reward profile.
 */
export function createGrpcReward(options: GrpcRewardOptions): RewardSource {
  const { client, callPatiently, policy, reward, server } = options;
  checkProfile(server, reward.profile, client.address);
  const maxBatchItems = server.limits?.maxItemsPerBatch || Number.POSITIVE_INFINITY;
  const batchItems = Math.min(gradeBatchItems, maxBatchItems);
  const gradeBatch = async (items: readonly AnswerToGrade[], signal: AbortSignal): Promise<AnswerGrade[]> => {
    const request = { items: items.map(encodeItem), policy };
    const { verdicts } = await callPatiently(() => client.gradeAnswers(request, { signal }), signal);
    return verdicts.map((verdict) => verdict.score?.correct);
  };
  return {
    maxBatchItems,
    scoreGroups: async (batch, signal) => {
      const request = {
        batchId: batch.batchId,
        groups: batch.groups.map(encodeGroup),
        policy,
        reward: { profile: reward.profile, weights: { ...reward.weights }, seed: reward.seed },
        policyStream: options.policyStream,
        policyStep: batch.policyStep,
      };
      const response = await callPatiently(() => client.scoreRollouts(request, { signal }), signal);
      return response.groups.map((group) => group.rollouts.map(readVerdict));
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

function checkProfile(server: DescribeResponse, profile: string, address: string): void {
  const known = server.rewardProfiles.map(({ name }) => name);
  if (known.includes(profile)) return;
  const hint = suggestWord(profile, known);
  throw new TrainerError(
    "VERIFIER_REJECTED",
    `The verifier at ${address} has no reward profile "${profile}"${hint}`,
  );
}

function encodeItem({ golds, response }: AnswerToGrade, index: number) {
  return { id: String(index), golds: [...golds], response: toWellFormedText(response) };
}

function encodeGroup(group: GroupToScore) {
  return {
    problemId: group.problemId,
    problem: toWellFormedText(group.prompt),
    golds: [...group.golds],
    rollouts: group.rollouts.map(({ id, text, isTruncated, tokenCount }) => ({
      id,
      response: toWellFormedText(text),
      truncated: isTruncated,
      tokenCount,
    })),
  };
}

function readVerdict({ verdict, reward, components }: RolloutResult): RolloutVerdict {
  const failure = readFailure(verdict);
  if (failure !== undefined) return failure;
  if (reward === undefined) {
    return { kind: "failed", failure: "NO_REWARD", message: "The verifier gave a verdict but no reward." };
  }
  const { score, reason } = verdict as AnswerVerdict;
  // Maps have no order on the wire; records of equal runs must be equal.
  const sorted = Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { kind: "scored", reward, isCorrect: score?.correct === true, reason, components: sorted };
}

function readFailure(verdict: AnswerVerdict | null): RolloutVerdict | undefined {
  if (verdict?.score) return undefined;
  const failure = verdict?.failure;
  const kind = failure?.kind.replace(/^FAILURE_KIND_/, "") ?? "NO_VERDICT";
  return { kind: "failed", failure: kind, message: failure?.message || "The verifier gave no verdict." };
}
