import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMarkerRewards } from "../../test/support/marker-rewards.ts";
import { createTestContext } from "../../test/support/stage-context.ts";
import type { RlvrConfig, SampleConfig, SupervisedConfig } from "../config.ts";
import { TrainerError } from "../errors.ts";
import { StageDirectory } from "../run/stage-directory.ts";
import { runRlvrStage } from "./rlvr.ts";
import { runSampleStage } from "./sample.ts";
import { runSupervisedStage } from "./supervised.ts";

const stages = [
  {
    type: "pretrain",
    name: "base",
    mix: [{ formats: { D: 1 } }],
    steps: 7,
    batch_size: 4,
    learning_rate: 0.5,
    schedule: { type: "cosine", warmup_steps: 2 },
    checkpoint_every: 3,
  },
  {
    type: "distill",
    name: "sft",
    from: "base",
    mix: [{ formats: { D: 1 }, pool: 5, noise: 0.5 }],
    steps: 7,
    batch_size: 4,
    learning_rate: 0.5,
    checkpoint_every: 3,
    filter_by_verifier: true,
  },
  {
    type: "rlvr",
    name: "rl",
    from: "base",
    prompts: { pool: 6 },
    steps: 7,
    prompts_per_step: 4,
    group_size: 8,
    max_new_tokens: 10,
    learning_rate: 0.5,
    updates_per_batch: 2,
    minibatches: 2,
    loss: { beta: 0.01 },
    checkpoint_every: 3,
    stop_when: { metric: "reward", above: 2, for_steps: 2 },
  },
  {
    type: "sample",
    name: "eval",
    from: ["base", "rl"],
    problems: { count: 40 },
    samples_per_problem: 8,
    max_new_tokens: 10,
  },
];

type Runner = (context: ReturnType<typeof createTestContext>) => Promise<unknown>;
const configOf = (context: ReturnType<typeof createTestContext>, name: string) =>
  context.config.stages.find((stage) => stage.name === name);
const runners: Record<string, Runner> = {
  base: (context) => runSupervisedStage(context, configOf(context, "base") as SupervisedConfig),
  sft: (context) => runSupervisedStage(context, configOf(context, "sft") as SupervisedConfig),
  rl: (context) => runRlvrStage(context, configOf(context, "rl") as RlvrConfig),
  eval: (context) => runSampleStage(context, configOf(context, "eval") as SampleConfig),
};

const withoutTiming = (line: string) => {
  const row = JSON.parse(line) as Record<string, unknown>;
  return JSON.stringify(
    Object.fromEntries(Object.entries(row).filter(([key]) => !/^(time|perf)\//.test(key))),
  );
};

// Everything a stage leaves behind that must not depend on interruptions.
const readTraces = (directory: string, stage: string) => {
  const paths = new StageDirectory(directory, stage);
  const lines = (file: string) => (existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : []);
  const last = existsSync(paths.checkpoints)
    ? readdirSync(paths.checkpoints)
        .filter((name) => name.startsWith("step-"))
        .sort()
        .at(-1)
    : undefined;
  const rollouts = existsSync(paths.rollouts) ? readdirSync(paths.rollouts).sort() : [];
  return {
    metrics: lines(paths.metricsFile).map(withoutTiming),
    weights:
      last === undefined
        ? ""
        : readFileSync(join(paths.checkpoints, last, "model.safetensors")).toString("hex"),
    progress: last === undefined ? "" : readFileSync(join(paths.checkpoints, last, "run-state.json"), "utf8"),
    rollouts: rollouts.map((name) => [name, readFileSync(join(paths.rollouts, name), "utf8")]),
    samples: lines(paths.samplesFile),
  };
};

describe("stages", () => {
  const directories: string[] = [];
  const newDirectory = () => {
    const directory = mkdtempSync(join(tmpdir(), "touchstone-resume-"));
    directories.push(directory);
    return directory;
  };
  let unbroken: string;

  const finish = async (directory: string, name: string) => {
    const context = createTestContext({ stages, directory });
    const result = (await runners[name]?.(context)) as never;
    new StageDirectory(directory, name).writeResult(result);
    return result as { flops: number; summary: Record<string, number>; checkpoint?: string };
  };

  beforeAll(async () => {
    unbroken = newDirectory();
    for (const name of ["base", "sft", "rl", "eval"]) await finish(unbroken, name);
  });
  afterAll(() => {
    for (const directory of directories) rmSync(directory, { recursive: true });
  });

  it("leave metrics, checkpoints, rollouts and samples", () => {
    const rl = readTraces(unbroken, "rl");
    expect(rl.metrics).toHaveLength(7);
    expect(rl.rollouts).toHaveLength(7);
    expect(JSON.parse(rl.metrics[0] ?? "")).toMatchObject({
      step: 1,
      "verdict/error_rate": 0,
      updates: expect.any(Number),
    });
    expect(readTraces(unbroken, "eval").samples).toHaveLength(640);
    expect(new Set(readTraces(unbroken, "base").metrics).size).toBe(7);
  });

  // Interrupted after every possible step, then continued: as after Ctrl-C.
  for (const stage of ["base", "sft", "rl", "eval"]) {
    it(`continue exactly after an interruption: ${stage}`, async () => {
      const expected = readTraces(unbroken, stage);
      for (const stopAt of stage === "eval" ? [256, 320] : [2, 3, 6]) {
        const directory = newDirectory();
        for (const earlier of ["base", "sft", "rl"].slice(0, ["base", "sft", "rl", "eval"].indexOf(stage)))
          await finish(directory, earlier);
        const controller = new AbortController();
        const onEvent = (event: { type: string; step?: number }) => {
          if (event.type === "step" && event.step === stopAt) controller.abort();
        };
        const interrupted = runners[stage]?.(
          createTestContext({ stages, directory, signal: controller.signal, onEvent }),
        );
        await expect(interrupted).rejects.toMatchObject({ code: "RUN_INTERRUPTED" });
        await finish(directory, stage);
        expect(readTraces(directory, stage), `stopped at ${stopAt}`).toEqual(expected);
      }
    });
  }

  // The step fails in the middle, with no chance to save: as after kill -9.
  for (const stage of ["base", "sft", "rl"]) {
    it(`continue exactly from the last checkpoint after a crash: ${stage}`, async () => {
      const directory = newDirectory();
      for (const earlier of ["base", "sft"].slice(0, ["base", "sft", "rl"].indexOf(stage)))
        await finish(directory, earlier);
      const crash = createTestContext({
        stages,
        directory,
        onEvent: (event) => {
          if (event.type === "step" && event.step === 5) throw new Error("crash");
        },
      });
      await expect(runners[stage]?.(crash)).rejects.toThrow("crash");
      expect(readTraces(directory, stage).metrics).toHaveLength(5);
      await finish(directory, stage);
      expect(readTraces(directory, stage)).toEqual(readTraces(unbroken, stage));
    });
  }

  it("interrupted while the verifier is away, lose nothing", async () => {
    const directory = newDirectory();
    await finish(directory, "base");
    const controller = new AbortController();
    const rewards = createMarkerRewards({
      beforeAnswer: async ({ batchId }) => {
        if (!batchId.includes("/4/")) return;
        controller.abort();
        throw new TrainerError("RUN_INTERRUPTED", "waiting");
      },
    });
    const context = createTestContext({ stages, directory, rewards, signal: controller.signal });
    await expect(runners["rl"]?.(context)).rejects.toThrow(/Interrupted in stage "rl" after step 3/);
    await finish(directory, "rl");
    expect(readTraces(directory, "rl")).toEqual(readTraces(unbroken, "rl"));
  });

  it("cut samples at the last whole block when the file was torn", async () => {
    const directory = newDirectory();
    for (const earlier of ["base", "rl"]) await finish(directory, earlier);
    const paths = new StageDirectory(directory, "eval");
    paths.create();
    const { writeFileSync } = await import("node:fs");
    const full = readFileSync(new StageDirectory(unbroken, "eval").samplesFile, "utf8");
    writeFileSync(paths.samplesFile, full.slice(0, Math.floor(full.length * 0.6)));
    await finish(directory, "eval");
    expect(readFileSync(paths.samplesFile, "utf8")).toBe(full);
  });

  it("learn: the loss falls and reward groups carry signal", () => {
    const rows = readTraces(unbroken, "base").metrics.map((line) => JSON.parse(line) as { loss: number });
    expect(rows.at(-1)?.loss).toBeLessThan((rows[0]?.loss ?? 0) - 0.3);
    const steps = readTraces(unbroken, "rl").metrics.map(
      (line) => JSON.parse(line) as { updates: number; flops: number },
    );
    expect(steps.filter(({ updates }) => updates === 4).length).toBeGreaterThan(1);
    expect(readTraces(unbroken, "rl").weights).not.toBe(readTraces(unbroken, "base").weights);
  });
});
