import type { Completion, Policy, SampleRequest } from "../policy/policy.ts";
import type { GroupVerdict, RewardSource, RolloutVerdict, StepsCheck } from "../reward/reward-source.ts";
import type { Problem } from "../tasks/task.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";
import { checkPromptLength } from "./check-prompt-length.ts";
import type { Rollout, RolloutGroup } from "./rollout.ts";
import { drawUniforms } from "./uniforms.ts";

/** What one batch of rollouts is made of. */
export interface CollectRequest {
  readonly policy: Policy;
  readonly tokenizer: Tokenizer;
  readonly rewards: RewardSource;
  readonly problems: readonly Problem[];
  readonly groupSize: number;
  readonly maxNewTokens: number;
  readonly temperature: number;
  /** Names the draws: rollout `s` of prompt `p` draws from (...path, p, s). */
  readonly seedPath: readonly (string | number)[];
  /** Prefix of the batch ids. */
  readonly batchId: string;
  readonly policyStep: number;
  /** An exact check of a completion's steps; absent where the judge is to check them. */
  readonly checkSteps?: ((problem: Problem, text: string) => StepsCheck) | undefined;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

/** Scored groups in the order of the problems, and where the time went. */
export interface CollectedRollouts {
  readonly groups: readonly RolloutGroup[];
  readonly generateMs: number;
  /** Time after the last completion until the last verdict. */
  readonly gradeWaitMs: number;
}

// Rollouts in one scoring call: enough to amortise it, few enough to overlap with generation.
const targetBatchRollouts = 64;

/** Groups that are scored in one call. */
export function countBlockGroups(groupSize: number, maxBatchItems: number): number {
  return Math.max(1, Math.floor(Math.min(targetBatchRollouts, maxBatchItems) / groupSize));
}

/**
 * Samples every prompt `groupSize` times and scores each block of groups as soon as its last completion is there,
 * while later ones are generated. Blocks are cut by position alone, so neither batch ids nor results depend on the
 * order or the time in which chunks arrive.
 */
export async function collectRollouts(request: CollectRequest): Promise<CollectedRollouts> {
  const { problems, groupSize, tokenizer, policy } = request;
  const started = request.now();
  const prompts = problems.map((problem) => tokenizer.encode(problem.prompt));
  const completions: (Completion | undefined)[] = new Array(problems.length * groupSize);
  const texts: string[] = [];
  const blockGroups = countBlockGroups(groupSize, request.rewards.maxBatchItems);
  const blocks = planBlocks(problems.length, blockGroups, groupSize);
  // What is decided about a problem depends on what was counted before: groups of one problem are counted in order.
  const hasRepeats = new Set(problems.map(({ id }) => id)).size < problems.length;
  const options = {
    maxNewTokens: request.maxNewTokens,
    temperature: request.temperature,
    eosId: tokenizer.eosId,
  };
  for await (const chunk of policy.sampleStream(createRequests(request, prompts), options)) {
    chunk.completions.forEach((completion, i) => {
      const row = chunk.offset + i;
      completions[row] = completion;
      texts[row] = tokenizer.decode(completion.tokens);
      const block = blocks[Math.floor(row / (blockGroups * groupSize))] as Block;
      block.missing--;
      if (block.missing === 0 && !hasRepeats)
        block.scored = startScoring(request, block, texts, completions as Completion[]);
    });
  }
  const generated = request.now();
  if (hasRepeats) {
    for (const block of blocks) {
      block.scored = startScoring(request, block, texts, completions as Completion[]);
      await block.scored;
    }
  }
  const scored = (await Promise.all(blocks.map((block) => block.scored))).flatMap((block) => block ?? []);
  const groups = problems.map((problem, p): RolloutGroup => {
    const { verdicts, decision } = scored[p] as GroupVerdict;
    const rollouts = Array.from({ length: groupSize }, (_, s): Rollout => {
      const row = p * groupSize + s;
      return {
        promptTokens: prompts[p] as Int32Array,
        completion: completions[row] as Completion,
        text: texts[row] as string,
        verdict: verdicts[s] as RolloutVerdict,
      };
    });
    return { problem, rollouts, decision };
  });
  return { groups, generateMs: generated - started, gradeWaitMs: request.now() - generated };
}

interface Block {
  readonly index: number;
  readonly firstGroup: number;
  readonly endGroup: number;
  /** Completions still to come. */
  missing: number;
  scored?: Promise<GroupVerdict[]>;
}

function planBlocks(groups: number, blockGroups: number, groupSize: number): Block[] {
  return Array.from({ length: Math.ceil(groups / blockGroups) }, (_, index) => {
    const firstGroup = index * blockGroups;
    const endGroup = Math.min(groups, firstGroup + blockGroups);
    return { index, firstGroup, endGroup, missing: (endGroup - firstGroup) * groupSize };
  });
}

function createRequests(request: CollectRequest, prompts: readonly Int32Array[]): SampleRequest[] {
  const { problems, groupSize, maxNewTokens, seedPath, policy } = request;
  return prompts.flatMap((prompt, p) => {
    checkPromptLength(prompt.length, maxNewTokens, policy.config.maxPositions, problems[p]?.id ?? "");
    return Array.from({ length: groupSize }, (_, s) => ({
      prompt,
      uniforms: drawUniforms(maxNewTokens, ...seedPath, p, s),
    }));
  });
}

function startScoring(
  request: CollectRequest,
  block: Block,
  texts: readonly string[],
  completions: readonly Completion[],
) {
  const { groupSize, problems } = request;
  const groups = problems.slice(block.firstGroup, block.endGroup).map((problem, i) => ({
    problemId: problem.id,
    prompt: problem.prompt,
    golds: problem.golds,
    rollouts: Array.from({ length: groupSize }, (_, s) => {
      const row = (block.firstGroup + i) * groupSize + s;
      const { tokens, stopReason } = completions[row] as Completion;
      const text = texts[row] as string;
      return {
        id: `${block.firstGroup + i}-${s}`,
        text,
        isTruncated: stopReason === "length",
        tokenCount: tokens.length,
        ...(request.checkSteps === undefined ? {} : { stepsCheck: request.checkSteps(problem, text) }),
      };
    }),
  }));
  const batch = { batchId: `${request.batchId}/${block.index}`, policyStep: request.policyStep, groups };
  const scored = request.rewards.scoreGroups(batch, request.signal);
  // It is awaited once generation has ended; a rejection before that must not count as unhandled.
  scored.catch(() => {});
  return scored;
}
