import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "./load-config.ts";

const base = `
task: { name: chain }
model: { hidden_size: 16, heads: 2, kv_heads: 2 }
stages:
  - { type: pretrain, name: base, mix: [{ formats: { A: 1 } }], steps: 10, learning_rate: 1e-3 }
  - { type: distill, name: distill, from: base, mix: [{ formats: { A: 1, B: 1 } }], steps: 4, learning_rate: 1e-3 }
`;

describe("loadConfig", () => {
  let directory: string;
  const write = (name: string, text: string) => {
    const file = join(directory, name);
    writeFileSync(file, text);
    return file;
  };
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "touchstone-config-"));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it("merges files from left to right and applies overrides last", async () => {
    const files = [
      write("a.yaml", base),
      write("b.yaml", "run: { seed: 7, name: b }\nmodel: { layers: 1 }\n"),
    ];
    const overrides = [
      "run.seed=9",
      "stages.distill.learning_rate=2e-3",
      "stages.0.steps=3",
      "stages.distill.schedule.type=cosine",
    ];
    const config = await loadConfig({ files, overrides });
    expect(config.run).toMatchObject({ seed: 9, name: "b" });
    expect(config.model).toMatchObject({ hiddenSize: 16, layers: 1 });
    expect(config.stages[0]).toMatchObject({ steps: 3, learningRate: 1e-3 });
    expect(config.stages[1]).toMatchObject({ learningRate: 2e-3, schedule: { type: "cosine", floor: 0.1 } });
  });

  it("keeps the type of an override", async () => {
    const file = write("types.yaml", base);
    const config = await loadConfig({
      files: [file],
      overrides: ["run.tensorboard=false", "stages.base.mix.0.pool=12", "run.name=12x"],
    });
    expect(config.run).toMatchObject({ tensorboard: false, name: "12x" });
    expect(config.stages[0]).toMatchObject({ mix: [{ pool: 12 }] });
  });

  it.each([
    ["run.seed", /--set run\.seed: write it as path=value/],
    ["=3", /write it as path=value/],
    [
      "stages.distil.steps=1",
      /--set stages\.distil\.steps=1: stages has no entry "distil" \(2 entries\)\. Did you mean "distill"\?/,
    ],
    ["stages.7.steps=1", /stages has no entry "7"/],
    ["stages.base.steps.x=1", /stages\.base\.steps is 10, which has no keys/],
    ["run.sed=3", /run\.sed: unknown key "sed"\. Did you mean "seed"\?/],
    ["run.name=[", /the value is not valid YAML/],
  ])("refuses --set %s", async (override, message) => {
    const file = write("override.yaml", base);
    await expect(loadConfig({ files: [file], overrides: [override] })).rejects.toThrow(message);
  });

  it("names the line of malformed YAML and of a doubled key", async () => {
    await expect(loadConfig({ files: [write("bad.yaml", "run:\n  seed: [1\n")] })).rejects.toThrow(
      /bad\.yaml:\d+:\d+: not valid YAML/,
    );
    await expect(loadConfig({ files: [write("twice.yaml", "run: { seed: 1 }\nrun: {}\n")] })).rejects.toThrow(
      /twice\.yaml:2:1: not valid YAML: Map keys must be unique/,
    );
  });

  it("names a missing file", async () => {
    await expect(loadConfig({ files: [join(directory, "none.yaml")] })).rejects.toThrow(
      /none\.yaml: there is no such file/,
    );
  });

  it.each(["word-problems.yaml", "debug/tiny.yaml"])("accepts configs/%s", async (name) => {
    const file = fileURLToPath(new URL(`../../../../configs/${name}`, import.meta.url));
    const config = await loadConfig({ files: [file] });
    expect(config.stages.map(({ type }) => type)).toEqual(["pretrain", "distill", "rlvr", "sample"]);
  });

  it("refuses aliases that blow up", async () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 9; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(", ")}]`,
      );
    await expect(loadConfig({ files: [write("bomb.yaml", lines.join("\n"))] })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
    });
  });
});
