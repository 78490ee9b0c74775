import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestContext } from "../../test/support/stage-context.ts";
import type { RlvrConfig, SampleConfig, SupervisedConfig } from "../config.ts";
import { StageDirectory } from "../run/stage-directory.ts";
import { collectHeldOut } from "./problem-set.ts";
import { runRlvrStage } from "./rlvr.ts";
import { runSampleStage } from "./sample.ts";
import { runSupervisedStage } from "./supervised.ts";

describe("stages on a user's files", () => {
  let directory: string;
  const write = (name: string, rows: readonly object[]) => {
    const file = join(directory, name);
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    return file;
  };
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "touchstone-files-"));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it("learn, train and sample without generated problems, and keep held-out ones out", async () => {
    const examples = Array.from({ length: 12 }, (_, i) => ({
      prompt: `^ a ${i % 10} ; ?`,
      completion: `#### ${i % 4 === 0 ? (i + 1) % 10 : i % 10}`,
      gold: String(i % 10),
    }));
    const problems = Array.from({ length: 8 }, (_, i) => ({ id: `p${i}`, prompt: `^ b ${i} ; ?`, gold: i }));
    const dataFile = write("examples.jsonl", examples);
    const training = write("problems.jsonl", problems);
    const held = write("held.jsonl", problems.slice(0, 3));
    const stages = [
      {
        type: "distill",
        name: "sft",
        data_file: dataFile,
        steps: 6,
        batch_size: 4,
        learning_rate: 2,
        filter_by_verifier: true,
      },
      {
        type: "rlvr",
        name: "rl",
        from: "sft",
        prompts: { data_file: training },
        steps: 2,
        prompts_per_step: 5,
        group_size: 4,
        max_new_tokens: 6,
        learning_rate: 0.1,
      },
      {
        type: "sample",
        name: "eval",
        from: "rl",
        problems: { data_file: held },
        samples_per_problem: 4,
        max_new_tokens: 6,
      },
    ];
    const open = async () => {
      const plain = createTestContext({ stages, directory });
      return createTestContext({ stages, directory, heldOut: await collectHeldOut(plain) });
    };
    const paths = (name: string) => new StageDirectory(directory, name);
    const context = await open();
    const [sft, rl, evaluation] = context.config.stages;
    const learned = await runSupervisedStage(context, sft as SupervisedConfig);
    paths("sft").writeResult(learned);
    const metrics = readFileSync(paths("sft").metricsFile, "utf8").trimEnd().split("\n");
    // A quarter of the examples has a wrong answer: 24 correct ones are read from 32.
    expect(JSON.parse(metrics.at(-1) ?? "")["filter/dropped_total"]).toBeGreaterThanOrEqual(6);
    paths("rl").writeResult(await runRlvrStage(context, rl as RlvrConfig));
    expect(context.events).toContainEqual({
      type: "notice",
      message: `${training}: left out 3 of 8 problems that are held out for sampling`,
    });
    const rollouts = readFileSync(join(paths("rl").rollouts, "step-000001.jsonl"), "utf8")
      .trimEnd()
      .split("\n");
    expect(new Set(rollouts.map((line) => JSON.parse(line).problem_id))).toEqual(
      new Set(["p3", "p4", "p5", "p6", "p7"]),
    );
    const result = await runSampleStage(context, evaluation as SampleConfig);
    const rows = readFileSync(result.samples ?? "", "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(12);
    // Traces of problems from files cannot be checked step by step.
    expect(rows[0]).toMatchObject({
      problem_id: "p0",
      model: "rl",
      correct: expect.any(Boolean),
      process_valid: null,
      coherent: null,
      null_correct: expect.any(Boolean),
    });
  });
});
