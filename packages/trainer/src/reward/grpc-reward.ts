import {
  type AnswerPolicy,
  type DescribeResponse,
  toWellFormedText,
  type VerifierClient,
} from "@touchstone/proto";
import { suggestWord } from "../closest-word.ts";
import { TrainerError } from "../errors.ts";
import { readGroup } from "./read-group.ts";
import { readTrace } from "./read-trace.ts";
import type {
  AnswerGrade,
  AnswerToGrade,
  GroupToScore,
  RewardSource,
  TraceJudgement,
  TraceToCheck,
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
  const checkBatch = async (
    items: readonly TraceToCheck[],
    signal: AbortSignal,
  ): Promise<TraceJudgement[]> => {
    const request = { items: items.map(encodeTrace) };
    const { verdicts } = await callPatiently(() => client.checkSteps(request, { signal }), signal);
    return verdicts.map(readTrace);
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
    ledger: {
      store: server.difficulty?.store ?? "",
      batchMemory: server.difficulty?.settings["batch_memory"] ?? 0,
    },
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
    gradeAnswers: (items, signal) => inBatches(items, batchItems, (batch) => gradeBatch(batch, signal)),
    checkTraces: (items, signal) => inBatches(items, batchItems, (batch) => checkBatch(batch, signal)),
  };
}

async function inBatches<T, R>(
  items: readonly T[],
  size: number,
  serve: (batch: readonly T[]) => Promise<R[]>,
): Promise<R[]> {
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, i) => i * size);
  return (await Promise.all(starts.map((start) => serve(items.slice(start, start + size))))).flat();
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

function encodeTrace({ problem, text }: TraceToCheck, index: number) {
  return { id: String(index), problem: toWellFormedText(problem), trace: toWellFormedText(text) };
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
