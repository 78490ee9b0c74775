import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMarkerRewards } from "../../test/support/marker-rewards.ts";
import { createTestContext } from "../../test/support/stage-context.ts";
import type { RlvrConfig, SupervisedConfig } from "../config.ts";
import type { RewardSource, RolloutVerdict } from "../reward/reward-source.ts";
import { StageDirectory } from "../run/stage-directory.ts";
import { runRlvrStage } from "./rlvr.ts";
import { runSupervisedStage } from "./supervised.ts";

const base = {
  type: "pretrain",
  name: "base",
  mix: [{ formats: { D: 1 } }],
  steps: 10,
  batch_size: 8,
  learning_rate: 2,
};
const rlvr = {
  type: "rlvr",
  name: "rl",
  from: "base",
  prompts: {},
  steps: 2,
  prompts_per_step: 4,
  group_size: 4,
  max_new_tokens: 8,
  learning_rate: 0.1,
};

// The first `varied` problems of every batch differ in reward, the others are silent; failures are not judged.
const createRewards = (varied: number, isFailure = false): RewardSource & { batchIds: string[] } => {
  const batchIds: string[] = [];
  const marker = createMarkerRewards({ isFailure: () => isFailure });
  return {
    ...marker,
    batchIds,
    scoreGroups: async (batch, signal) => {
      batchIds.push(batch.batchId);
      const scored = await marker.scoreGroups(batch, signal);
      if (isFailure) return scored;
      return scored.map((group, g) => {
        const at = Number(batch.groups[g]?.rollouts[0]?.id.split("-")[0]);
        const rewardOf = (i: number) => (at < varied ? i % 2 : 0);
        return {
          ...group,
          verdicts: group.verdicts.map(
            (verdict, i) => ({ ...verdict, reward: rewardOf(i) }) as RolloutVerdict,
          ),
        };
      });
    },
  };
};

describe("checkSignal", () => {
  let directory: string;
  let count = 0;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "touchstone-preflight-"));
    const context = createTestContext({ stages: [base], directory });
    new StageDirectory(directory, "base").writeResult(
      await runSupervisedStage(context, context.config.stages[0] as SupervisedConfig),
    );
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const run = async (rewards: RewardSource, preflight: object, force = false, name = `rl${count++}`) => {
    const stages = [base, { ...rlvr, name, preflight: { problems: 20, ...preflight } }];
    const context = createTestContext({ stages, directory, rewards, force });
    await runRlvrStage(context, context.config.stages[1] as RlvrConfig);
    return { context, paths: new StageDirectory(directory, name) };
  };

  it.each([
    [0, {}, "100 % of 20 groups of 4"],
    [1, {}, "95.0 % of 20 groups of 4"],
    [9, { max_silent: 0.5 }, "55 % of 20 groups of 4"],
  ])("refuses where %i of 20 groups vary and settings are %o", async (varied, preflight, share) => {
    const refused = run(createRewards(varied), preflight, false, "refused");
    await expect(refused).rejects.toThrow(
      expect.objectContaining({ code: "SILENT_REWARD", message: expect.stringContaining(share) }),
    );
    await expect(refused).rejects.toThrow(/Distil first.*--force/);
  });

  it("starts where enough groups vary, and says how many are silent", async () => {
    const { context } = await run(createRewards(2), {});
    const message = expect.stringContaining("90 % of 20 groups are silent");
    expect(context.events).toContainEqual({ type: "notice", message });
  });

  it.each([
    ["by the flag", {}, true],
    ["by the config", { force: true }, false],
  ])("is skipped when forced %s", async (_name, preflight, force) => {
    const rewards = createRewards(0);
    await run(rewards, preflight, force);
    expect(rewards.batchIds.filter((id) => id.includes("preflight"))).toEqual([]);
  });

  it("does not speak of silence where nothing could be judged", async () => {
    const { context } = await run(createRewards(0, true), {});
    const message = expect.stringContaining("could judge no group");
    expect(context.events).toContainEqual({ type: "notice", message });
  });

  it("leaves the steps as they are without it", async () => {
    const traces: string[][] = [];
    for (const force of [false, true]) {
      const { paths } = await run(createRewards(20), {}, force, "same");
      traces.push(
        [1, 2].map((step) => readFileSync(join(paths.rollouts, `step-00000${step}.jsonl`), "utf8")),
      );
      rmSync(paths.path, { recursive: true });
    }
    expect(traces[0]).toEqual(traces[1]);
  });
});
