import { computeMean } from "../advantage/reward-group.ts";
import type { RewardSource, TraceJudgement } from "../reward/reward-source.ts";
import type { RolloutGroup } from "../rollout/rollout.ts";
import type { Metrics } from "../tracking/sink.ts";

/**
 * Has the steps of all rollouts checked and says how coherent they are: `steps/coherence` over traces of which something
 * was decided, the shares over all that could be checked. Traces that could not are in none of them.
 */
export async function measureTraces(
  rewards: RewardSource,
  groups: readonly RolloutGroup[],
  signal: AbortSignal,
): Promise<Metrics> {
  const items = groups.flatMap(({ problem, rollouts }) =>
    rollouts.map(({ text }) => ({ problem: problem.prompt, text })),
  );
  return describeJudgements(await rewards.checkTraces(items, signal));
}

/** Means over judgements; empty where there is none. */
export function describeJudgements(judgements: readonly TraceJudgement[]): Metrics {
  const checked = judgements.filter((judgement) => judgement !== undefined);
  if (checked.length === 0) return {};
  const decided = checked.flatMap(({ coherence }) => (coherence === undefined ? [] : [coherence]));
  const shareOf = (wanted: string) => computeMean(checked.map(({ validity }) => Number(validity === wanted)));
  return {
    ...(decided.length === 0 ? {} : { "steps/coherence": computeMean(decided) }),
    "steps/coverage": computeMean(checked.map(({ coverage }) => coverage)),
    "steps/supported_rate": shareOf("supported"),
    "steps/invalid_rate": shareOf("invalid"),
  };
}
