import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPipeline } from "../../test/support/stage-context.ts";
import { parseConfig } from "../config.ts";
import { checkRunDirectory, openRunDirectory } from "./run-directory.ts";
import { takeRunLock } from "./run-lock.ts";

const stage = { type: "pretrain", name: "base", mix: [{ formats: { D: 1 } }], steps: 7, learning_rate: 0.5 };
const createConfig = (changes: object = {}, stages: readonly object[] = [stage]) =>
  parseConfig({ ...createPipeline(stages), ...changes });

describe("run directories", () => {
  let directory: string;
  beforeEach(() => {
    directory = join(mkdtempSync(join(tmpdir(), "touchstone-run-")), "run");
  });
  afterEach(() => rmSync(join(directory, ".."), { recursive: true }));

  const open = (config = createConfig(), mode: "auto" | "must" | "never" = "auto") => {
    checkRunDirectory(directory, mode);
    return openRunDirectory(directory, config);
  };

  it("start and continue", () => {
    expect(open()).toBe(false);
    const stored = JSON.parse(readFileSync(join(directory, "config.json"), "utf8"));
    expect(stored).toMatchObject({
      format: 1,
      version: expect.any(String),
      config: { run: { seed: 0 }, stages: [{ batch_size: 32, learning_rate: 0.5 }] },
    });
    expect(open()).toBe(true);
    expect(open(createConfig(), "must")).toBe(true);
  });

  it("refuse what the mode excludes", () => {
    expect(() => open(createConfig(), "must")).toThrow(
      expect.objectContaining({ code: "NOTHING_TO_RESUME" }),
    );
    open();
    expect(() => open(createConfig(), "never")).toThrow(expect.objectContaining({ code: "RUN_EXISTS" }));
  });

  it("refuse a folder with other files", () => {
    mkdirSync(directory);
    writeFileSync(join(directory, "notes.txt"), "mine");
    expect(() => open()).toThrow(
      expect.objectContaining({ code: "RUN_EXISTS", message: expect.stringContaining("not empty") }),
    );
  });

  it("name every key that differs", () => {
    open();
    const changed = createConfig({ run: { seed: 4 } }, [
      { ...stage, learning_rate: 0.25, schedule: { type: "cosine" } },
    ]);
    let message = "";
    try {
      open(changed);
    } catch (error) {
      expect(error).toMatchObject({ code: "CONFIG_CHANGED" });
      ({ message } = error as Error);
    }
    expect(message).toContain("  run.seed: 0 there, 4 here");
    expect(message).toContain("  stages[0].learning_rate: 0.5 there, 0.25 here");
    expect(message).toContain('  stages[0].schedule.type: "constant" there, "cosine" here');
    expect(message.split("\n").filter((line) => line.startsWith("  "))).toHaveLength(3);
  });

  it("let the verifier move, checkpoints come more often and stages follow", () => {
    open();
    const eval_ = {
      type: "sample",
      name: "eval",
      from: "base",
      problems: { count: 4 },
      samples_per_problem: 1,
      max_new_tokens: 5,
    };
    const changed = createConfig(
      { run: { out: "elsewhere" }, verifier: { address: "10.0.0.1:9", deadline_ms: 5 } },
      [{ ...stage, checkpoint_every: 3 }, eval_],
    );
    expect(open(changed)).toBe(true);
    expect(() => open(createConfig())).toThrow(expect.objectContaining({ code: "CONFIG_CHANGED" }));
  });

  it("say so when config.json is broken", () => {
    open();
    writeFileSync(join(directory, "config.json"), "{");
    expect(() => open()).toThrow(expect.objectContaining({ code: "CHECKPOINT_INVALID" }));
  });
});

describe("takeRunLock", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "touchstone-lock-"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it("is held once at a time", () => {
    const lock = takeRunLock(directory);
    expect(() => takeRunLock(directory)).toThrow(
      expect.objectContaining({
        code: "RUN_EXISTS",
        message: expect.stringContaining(`Process ${process.pid} `),
      }),
    );
    lock.release();
    takeRunLock(directory).release();
  });

  it.each([
    `${hostname()} 999999999 1`,
    `${hostname()} ${process.pid} 1`,
    `elsewhere ${process.pid} 1`,
    "",
    "garbage",
  ])("is taken over from a process that is gone: %s", (holder) => {
    writeFileSync(join(directory, ".lock"), holder);
    takeRunLock(directory).release();
  });
});
