import { computeMean, isSilentGroup, listScored } from "../advantage/reward-group.ts";
import type { RlvrConfig } from "../config.ts";
import { TrainerError } from "../errors.ts";
import type { Policy } from "../policy/policy.ts";
import type { RewardSource } from "../reward/reward-source.ts";
import { collectRollouts } from "../rollout/collect-rollouts.ts";
import type { PromptSource } from "../rollout/prompt-source.ts";
import type { StageContext } from "../run/stage-context.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";
import { rewardsOf } from "./rollout-metrics.ts";

/** What a pre-flight samples and grades with. */
export interface PreflightParts {
  readonly config: RlvrConfig;
  readonly policy: Policy;
  readonly tokenizer: Tokenizer;
  readonly prompts: PromptSource;
  /** A source that names no policy stream: nothing of this counts as evidence. */
  readonly rewards: RewardSource;
}

/**
 * Samples groups before the first step and throws SILENT_REWARD where more than `max_silent` of them earn all the same:
 * RLVR learns nothing from such groups. Everything is drawn from streams of its own, so the steps are the same with and
 * without it.
 */
export async function checkSignal(context: StageContext, parts: PreflightParts): Promise<void> {
  const { config } = parts;
  const silent = await measureSilence(context, parts);
  if (silent === undefined) {
    const message = `${config.name}: pre-flight: the verifier could judge no group, so nothing is known about its signal.`;
    context.emit({ type: "notice", message });
    return;
  }
  if (silent.share > config.preflight.maxSilent) throw createSilenceError(config, silent);
  const message = `${config.name}: pre-flight: ${formatShare(silent.share)} of ${silent.groups} groups are silent`;
  context.emit({ type: "notice", message });
}

interface Silence {
  /** Groups with at least two rewards. */
  readonly groups: number;
  readonly share: number;
}

async function measureSilence(context: StageContext, parts: PreflightParts): Promise<Silence | undefined> {
  const { config, policy, tokenizer, prompts, rewards } = parts;
  const { run } = context.config;
  const { groups } = await collectRollouts({
    policy,
    tokenizer,
    rewards,
    problems: prompts.preview(config.preflight.problems),
    groupSize: config.groupSize,
    maxNewTokens: config.maxNewTokens,
    temperature: config.temperature,
    seedPath: [run.seed, config.name, "preflight"],
    batchId: `${run.name}/${run.seed}/${config.name}/preflight`,
    policyStep: 0,
    signal: context.signal,
    now: context.now,
  });
  const judged = groups.map(rewardsOf).filter((group) => listScored(group).length >= 2);
  if (judged.length === 0) return undefined;
  return { groups: judged.length, share: computeMean(judged.map((group) => Number(isSilentGroup(group)))) };
}

function createSilenceError({ name, preflight, groupSize }: RlvrConfig, { groups, share }: Silence) {
  return new TrainerError(
    "SILENT_REWARD",
    `Stage "${name}" would learn next to nothing: in ${formatShare(share)} of ${groups} groups of ${groupSize} rollouts all ` +
      `earn the same (at most ${formatShare(preflight.maxSilent)} may, stages.${name}.preflight.max_silent). Distil first: ` +
      "imitate worked solutions until some rollouts are right, or choose easier prompts or a larger group_size. " +
      "--force starts all the same.",
  );
}

function formatShare(share: number): string {
  return `${(share * 100).toFixed(share > 0.9 && share < 1 ? 1 : 0)} %`;
}
