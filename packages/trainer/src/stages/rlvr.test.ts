import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMarkerRewards } from "../../test/support/marker-rewards.ts";
import { createTestContext } from "../../test/support/stage-context.ts";
import type { RlvrConfig, SupervisedConfig } from "../config.ts";
import { countParameters } from "../model/parameters.ts";
import type { GroupDecision, GroupToScore, RewardSource, RolloutVerdict } from "../reward/reward-source.ts";
import { StageDirectory } from "../run/stage-directory.ts";
import { findTask } from "../tasks/registry.ts";
import { createTaskTokenizer } from "../tokenizer/task-tokenizer.ts";
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
  steps: 3,
  prompts_per_step: 4,
  group_size: 8,
  max_new_tokens: 8,
  learning_rate: 0.1,
};

interface RolloutRow {
  readonly group: number;
  readonly problem_id: string;
  readonly prompt: string;
  readonly length: number;
  readonly format: string | null;
  readonly reward: number | null;
  readonly advantage: number | null;
  readonly failure?: string;
}

describe("runRlvrStage", () => {
  let directory: string;
  let count = 0;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "touchstone-rlvr-"));
    const context = createTestContext({ stages: [base], directory });
    new StageDirectory(directory, "base").writeResult(
      await runSupervisedStage(context, context.config.stages[0] as SupervisedConfig),
    );
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const run = async (
    change: object = {},
    rewards?: RewardSource,
    { name = `rl${count++}`, heldOut = new Set<string>() } = {},
  ) => {
    const stages = [base, { ...rlvr, ...change, name }];
    const context = createTestContext({
      stages,
      directory,
      heldOut,
      ...(rewards === undefined ? {} : { rewards }),
    });
    const result = await runRlvrStage(context, context.config.stages[1] as RlvrConfig);
    const paths = new StageDirectory(directory, name);
    const readLines = (file: string) =>
      readFileSync(file, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    return {
      result,
      metrics: readLines(paths.metricsFile),
      rollouts: (step: number) => readLines(join(paths.rollouts, `step-00000${step}.jsonl`)) as RolloutRow[],
      events: context.events,
    };
  };

  it("keeps its policy stream when it goes on, and takes another when it starts again", async () => {
    const context = createTestContext({ stages: [base, { ...rlvr, name: "stream" }], directory });
    const streams: string[] = [];
    const connectRewards = async (stream: string) => {
      streams.push(stream);
      return createMarkerRewards();
    };
    const start = () => runRlvrStage({ ...context, connectRewards }, context.config.stages[1] as RlvrConfig);
    await start();
    await start();
    rmSync(new StageDirectory(directory, "stream").path, { recursive: true });
    await start();
    const [first, second, third] = streams;
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it("names its metrics as TRL does", async () => {
    const { metrics } = await run();
    for (const name of [
      "reward",
      "reward_std",
      "frac_reward_zero_std",
      "rewards/answer/mean",
      "groups/all_correct",
      "groups/all_wrong",
      "groups/admitted",
      "groups/dropped",
      "groups/guarded",
      "groups/explored",
      "decisions/keep/admitted",
      "shortcuts/any_rate",
      "verdict/error_rate",
      "verdict/no_answer_rate",
      "completions/mean_length",
      "completions/max_length",
      "completions/clipped_ratio",
      "formats/D",
      "entropy",
      "grad_norm",
      "num_tokens",
      "flops",
      "time/generate",
      "time/grade_wait",
      "time/update",
      "perf/tokens_per_second",
    ])
      expect(metrics[0], name).toHaveProperty([name], expect.any(Number));
  });

  it("agrees with its own rollout records", async () => {
    const { metrics, rollouts } = await run();
    const rows = rollouts(2);
    expect(rows).toHaveLength(32);
    const mean = (read: (row: RolloutRow) => number) =>
      rows.reduce((sum, row) => sum + read(row), 0) / rows.length;
    expect(metrics[1].reward).toBeCloseTo(
      mean((row) => row.reward ?? 0),
      12,
    );
    expect(metrics[1]["completions/mean_length"]).toBeCloseTo(
      mean((row) => row.length),
      12,
    );
    expect(metrics[1]["formats/D"]).toBeCloseTo(
      mean((row) => Number(row.format === "D")),
      12,
    );
    for (let group = 0; group < 4; group++) {
      const advantages = rows.filter((row) => row.group === group).map((row) => row.advantage ?? Number.NaN);
      expect(advantages.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 8);
    }
  });

  it("counts 2 operations per parameter and sampled token, 6 per trained one, 2 per reference token", async () => {
    const { metrics, rollouts } = await run({ steps: 1, silent_groups: "keep", loss: { beta: 0.1 } });
    const { config } = createTestContext({ stages: [base] });
    const parameters = countParameters({
      ...(config.model as NonNullable<typeof config.model>),
      vocabSize: createTaskTokenizer(findTask("chain")).vocabSize,
    });
    const tokens = rollouts(1).reduce((sum, row) => sum + row.prompt.split(" ").length + row.length, 0);
    expect(metrics[0].flops).toBe(parameters * tokens * (2 + 6 + 2));
    expect(metrics[0].num_tokens).toBe(2 * tokens);
  });

  it("masks what the verifier could not judge: no reward, no advantage, no weight in the group", async () => {
    const rewards = createMarkerRewards({ isFailure: (id) => id.endsWith("-0") || id.startsWith("2-") });
    const { metrics, rollouts } = await run({ steps: 1 }, rewards);
    const rows = rollouts(1);
    const failed = rows.filter((row) => row.failure !== undefined);
    expect(failed).toHaveLength(8 + 3);
    expect(metrics[0]["verdict/error_rate"]).toBeCloseTo(11 / 32, 12);
    for (const row of failed) expect(row).toMatchObject({ reward: null, advantage: null, correct: null });
    const judged = rows.filter((row) => row.reward !== null);
    expect(metrics[0].reward).toBeCloseTo(
      judged.reduce((sum, row) => sum + (row.reward ?? 0), 0) / judged.length,
      12,
    );
    expect(metrics[0].trained_rollouts % 7).toBe(0);
  });

  it("reports no reward when nothing could be judged, and leaves the weights alone", async () => {
    const { metrics, result } = await run({ steps: 2 }, createMarkerRewards({ isFailure: () => true }));
    expect(metrics[1]).not.toHaveProperty("reward");
    expect(metrics[1]).toMatchObject({ updates: 0, frac_reward_zero_std: 1, "verdict/error_rate": 1 });
    const weights = (checkpoint: string) =>
      readFileSync(join(checkpoint, "model.safetensors")).toString("hex");
    expect(weights(result.checkpoint ?? "")).toBe(
      weights(new StageDirectory(directory, "base").readResult()?.checkpoint ?? ""),
    );
  });

  describe("acts on the verifier's decisions", () => {
    // By position in the step: the first group is dropped, the second guarded, the others kept.
    const decide = ({ rollouts }: GroupToScore): GroupDecision => {
      const position = Number(rollouts[0]?.id.split("-")[0]);
      if (position === 0) return { action: "drop", reason: "invalid_success", weight: 1 };
      if (position === 1)
        return { action: "guard", reason: "unverified_success", weight: 1, advantageCap: 0.25 };
      return { action: "keep", reason: "varied", weight: position === 2 ? 0.5 : 1 };
    };
    // Every second rollout is correct, so that every group has advantages.
    const rewardsWith = (rule?: typeof decide) => {
      const rewards = createMarkerRewards(rule === undefined ? {} : { decide: rule });
      const scoreGroups: RewardSource["scoreGroups"] = async (batch, signal) =>
        (await rewards.scoreGroups(batch, signal)).map((group) => ({
          ...group,
          verdicts: group.verdicts.map((verdict, i) => ({ ...verdict, reward: i % 2 }) as RolloutVerdict),
        }));
      return { ...rewards, scoreGroups };
    };
    const advantagesOf = ({ rows }: { rows: RolloutRow[] }, group: number) =>
      rows.filter((row) => row.group === group).map(({ advantage }) => advantage);
    const read = async (guard: string, rule?: typeof decide) => {
      const change = { steps: 1, reward: { guard } };
      const { metrics, rollouts } = await run(change, rewardsWith(rule), { name: "decided" });
      const rows = rollouts(1);
      rmSync(join(directory, "stages", "decided"), { recursive: true });
      return { metrics: metrics[0], rows };
    };

    it("leaves dropped and guarded groups out and the others as they are", async () => {
      const kept = await read("leave_out");
      const decided = await read("leave_out", decide);
      const none = Array.from({ length: 8 }, () => null);
      expect(advantagesOf(decided, 0)).toEqual(none);
      expect(advantagesOf(decided, 1)).toEqual(none);
      expect(advantagesOf(decided, 2)).toEqual(advantagesOf(kept, 2).map((value) => (value ?? 0) * 0.5));
      expect(advantagesOf(decided, 3)).toEqual(advantagesOf(kept, 3));
      expect(kept.metrics.trained_rollouts).toBe(32);
      expect(decided.metrics).toMatchObject({
        trained_rollouts: 16,
        "groups/admitted": 0.5,
        "groups/dropped": 0.25,
        "groups/guarded": 0.25,
        "groups/explored": 0,
        "decisions/drop/invalid_success": 1,
        "decisions/guard/unverified_success": 1,
        "decisions/keep/varied": 2,
      });
      expect(decided.rows[0]).toMatchObject({ action: "drop", decision: "invalid_success" });
    });

    it("sends what the task's checker found in the steps, unless the verifier is to check them", async () => {
      const checksOf = async (stepsCheck: string) => {
        const rewards = createMarkerRewards();
        await run({ steps: 1, reward: { steps_check: stepsCheck } }, rewards);
        return rewards.batches.flatMap(({ groups }) =>
          groups.flatMap(({ rollouts }) => rollouts.map(({ text, stepsCheck: check }) => ({ text, check }))),
        );
      };
      // The base writes answers alone: there are no steps to check.
      const checked = await checksOf("task");
      expect(new Set(checked.map(({ check }) => check))).not.toContain(undefined);
      // The base writes answers alone: there are no steps to check.
      for (const { check } of checked.filter(({ text }) => findTask("chain").formatOf(text) === "D"))
        expect(check).toBe("unverifiable");
      expect(new Set((await checksOf("verifier")).map(({ check }) => check))).toEqual(new Set([undefined]));
    });

    it("caps the advantages of guarded groups where it is told to", async () => {
      const kept = await read("cap");
      const decided = await read("cap", decide);
      expect(advantagesOf(decided, 1)).toEqual(
        advantagesOf(kept, 1).map((value) => Math.min(value ?? 0, 0.25)),
      );
      expect(decided.metrics).toMatchObject({ trained_rollouts: 24, "groups/admitted": 0.75 });
    });
  });

  it("stops early by its stop rule and says why", async () => {
    const rule = { metric: "frac_reward_zero_std", above: 0.5, for_steps: 2 };
    const { metrics, result, events } = await run(
      { steps: 50, stop_when: rule },
      createMarkerRewards({ isFailure: () => true }),
    );
    expect(metrics).toHaveLength(2);
    expect(result.summary["stopped_by"]).toBe("frac_reward_zero_std was above 0.5 for 2 steps in a row");
    expect(events).toContainEqual(expect.objectContaining({ type: "notice" }));
  });

  it("ends when its FLOPs are spent", async () => {
    const one = await run({ steps: 1 });
    const perStep = one.metrics[0].flops;
    const { metrics, result } = await run({ steps: undefined, flops: perStep * 2.5 });
    expect(metrics.length).toBeGreaterThanOrEqual(2);
    expect(metrics.at(-2).flops).toBeLessThan(perStep * 2.5);
    expect(result.flops).toBeGreaterThanOrEqual(perStep * 2.5);
  });

  it("never trains on held-out problems", async () => {
    const readIds = ({ rollouts }: Awaited<ReturnType<typeof run>>) =>
      rollouts(1).map((row) => row.problem_id);
    // The same stage name draws the same problems, so a second run would meet them again.
    const ids = new Set(readIds(await run({ steps: 1 }, undefined, { name: "held" })));
    rmSync(join(directory, "stages", "held"), { recursive: true });
    const heldOut = new Set([...ids].map((id) => id.split("-").at(-1) as string));
    const again = readIds(await run({ steps: 1 }, undefined, { name: "held", heldOut }));
    expect(ids.size).toBe(4);
    expect(again.filter((id) => ids.has(id))).toEqual([]);
  });
});
