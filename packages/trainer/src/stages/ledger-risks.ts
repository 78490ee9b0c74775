import type { RlvrConfig } from "../config.ts";
import type { RewardSource } from "../reward/reward-source.ts";
import { countBlockGroups } from "../rollout/collect-rollouts.ts";

/**
 * Reasons why a run whose decisions or problems come from the verifier's ledger might not continue exactly after a
 * crash, one sentence each.
 */
export function findLedgerRisks(
  config: Pick<RlvrConfig, "reward" | "promptsPerStep" | "groupSize" | "checkpointEvery">,
  { ledger, maxBatchItems }: Pick<RewardSource, "ledger" | "maxBatchItems">,
): string[] {
  const { admission, selection } = config.reward;
  if (admission !== "posterior" && selection.method === "uniform") return [];
  const risks: string[] = [];
  if (ledger.store === "memory") {
    risks.push(
      "the verifier keeps difficulty in memory. Should it be restarted, it knows nothing of the problems any more and the " +
        "run goes another way; start it with --ledger <file>.",
    );
  }
  const batches = Math.ceil(config.promptsPerStep / countBlockGroups(config.groupSize, maxBatchItems));
  const between = batches * config.checkpointEvery;
  if (between > ledger.batchMemory) {
    risks.push(
      `${between} batches lie between two checkpoints and the verifier remembers ${ledger.batchMemory}, so after a crash it ` +
        "would count some of them twice; lower checkpoint_every or start it with " +
        `--difficulty batch_memory=${between}.`,
    );
  }
  return risks;
}
