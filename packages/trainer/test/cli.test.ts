import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runTrainerCli, startTrainerCli, waitUntil } from "./support/trainer-cli.ts";
import { startVerifierCli, type VerifierCli } from "./support/verifier-cli.ts";

const tiny = "configs/debug/tiny.yaml";

describe("touchstone-trainer", () => {
  let folder: string;
  let verifier: VerifierCli;
  const write = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const expectError = async (args: readonly string[], code: number, ...texts: (string | RegExp)[]) => {
    const result = await runTrainerCli(args);
    for (const text of texts) expect(result.stderr).toMatch(text);
    expect(result.code, result.stderr).toBe(code);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "touchstone-cli-"));
    verifier = await startVerifierCli();
  });
  afterAll(async () => {
    await verifier.kill();
    rmSync(folder, { recursive: true });
  });

  it("helps, lists devices and prints its schema", async () => {
    const help = await runTrainerCli(["run", "--help"]);
    expect(help).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("touchstone-trainer run configs/word-problems.yaml"),
    });
    const devices = await runTrainerCli(["devices", "--json"]);
    expect(JSON.parse(devices.stdout)).toContainEqual(
      expect.objectContaining({ name: "jit cpu", usable: true }),
    );
    const schema = await runTrainerCli(["schema"]);
    expect(JSON.parse(schema.stdout)).toMatchObject({ properties: { stages: expect.any(Object) } });
  });

  it("exits with 2 on wrong usage", async () => {
    await expectError([], 2);
    await expectError(["run"], 2, "missing required argument");
    await expectError(["rum"], 2, /unknown command 'rum'/);
    await expectError(["run", tiny, "--resume", "perhaps"], 2, "Allowed choices are auto, must, never");
    await expectError(["run", tiny, "--sed", "3"], 2, "unknown option '--sed'");
  });

  it("names file and key of what is wrong in a config", async () => {
    await expectError(
      ["run", join(folder, "none.yaml")],
      2,
      /error \[CONFIG_INVALID\]: Cannot read the config .*none\.yaml: there is no such file/,
    );
    await expectError(["run", write("bad.yaml", "stages: [1\n")], 2, /bad\.yaml:\d+:\d+: not valid YAML/);
    await expectError(
      ["run", tiny, "--set", "stages.rlvr.group_sze=4"],
      2,
      /tiny\.yaml: stages\[2\]\.group_sze: unknown key "group_sze"\. Did you mean "group_size"\?/,
    );
    await expectError(
      ["run", tiny, "--set", "stages.rlvr.steps=many"],
      2,
      /stages\[2\]\.steps: must be a number, got "many"/,
    );
  });

  it("names a checkpoint that is missing, with a suggestion", async () => {
    const out = join(folder, "unstarted");
    for (const verb of ["check", "run"]) {
      await expectError(
        [verb, tiny, "--out", out, "--set", "stages.rlvr.from=bas"],
        2,
        /error \[CHECKPOINT_NOT_FOUND\]: Cannot start from "bas": there is no stage and no directory "bas"\. Did you mean "base"\?/,
      );
    }
    expect(existsSync(out)).toBe(false);
  });

  it("says how to start a verifier that cannot be reached", async () => {
    await expectError(
      ["check", tiny, "--set", "verifier.address=127.0.0.1:1"],
      1,
      /error \[VERIFIER_UNREACHABLE\]: Cannot reach the verifier at 127\.0\.0\.1:1 .* Start it with: touchstone-verifier serve/,
    );
  });

  it("names a reward profile that the verifier lacks", async () => {
    await expectError(
      [
        "check",
        tiny,
        "--set",
        `verifier.address=${verifier.address}`,
        "--set",
        "stages.rlvr.reward.profile=trth",
      ],
      1,
      /has no reward profile "trth"\. Did you mean "truth"\?/,
    );
  });

  it("checks a pipeline without touching the disk", async () => {
    const out = join(folder, "dry");
    for (const args of [
      ["check", tiny],
      ["run", tiny, "--dry-run"],
    ]) {
      const result = await runTrainerCli([
        ...args,
        "--out",
        out,
        "--set",
        `verifier.address=${verifier.address}`,
        "--json",
      ]);
      expect(result.code, result.stderr).toBe(0);
      const plan = JSON.parse(result.stdout) as { stages: { name: string }[] };
      expect(plan.stages.map(({ name }) => name)).toEqual(["base", "distill", "rlvr", "eval"]);
      expect(existsSync(out)).toBe(false);
    }
  });

  it("samples a checkpoint, with a verifier that it starts itself", { timeout: 120_000 }, async () => {
    const cli = new URL("../../verifier/dist/cli.js", import.meta.url).pathname;
    const command = JSON.stringify([
      process.execPath,
      cli,
      "serve",
      "--host",
      "{host}",
      "--port",
      "{port}",
      "--exit-with-parent",
    ]);
    const out = join(folder, "train");
    const trained = await runTrainerCli([
      "run",
      tiny,
      "--out",
      out,
      "--quiet",
      "--set",
      "verifier.address=127.0.0.1:0",
      "--set",
      `verifier.command=${command}`,
    ]);
    expect(trained.code, trained.stderr).toBe(0);
    expect(trained.stderr).toBe("");
    const checkpoint = join(out, "stages/rlvr/checkpoints/step-000008");
    const sampled = await runTrainerCli([
      "sample",
      "--from",
      checkpoint,
      "--task",
      "chain",
      "--problem",
      "n=[2,2]",
      "--problem",
      "q=[1]",
      "--count",
      "8",
      "--samples",
      "4",
      "--max-new-tokens",
      "12",
      "--verifier",
      verifier.address,
      "--out",
      join(folder, "samples"),
      "--json",
    ]);
    expect(sampled.code, sampled.stderr).toBe(0);
    const [stage] = (
      JSON.parse(sampled.stdout) as { stages: { samples: string; summary: Record<string, number> }[] }
    ).stages;
    expect(stage?.summary[`${checkpoint}/correct`]).toBeGreaterThanOrEqual(0);
    expect(existsSync(stage?.samples ?? "")).toBe(true);
    const page = join(folder, "page.html");
    const report = await runTrainerCli(["report", out, "--out", page]);
    expect(report).toMatchObject({ code: 0, stdout: `${page}\n` });
    expect(readFileSync(page, "utf8")).toBe(readFileSync(join(out, "report.html"), "utf8"));
    await expectError(["report", join(folder, "nowhere")], 2, /error \[NO_RUN\]: There is no run in/);
  });

  it("waits when the verifier is not there yet, until Ctrl-C", { timeout: 60_000 }, async () => {
    const args = [
      "run",
      tiny,
      "--out",
      join(folder, "early"),
      "--set",
      "verifier.address=127.0.0.1:1",
      "--set",
      "stages.base.steps=5",
    ];
    const trainer = startTrainerCli(args);
    await waitUntil(trainer, "the notice", () =>
      trainer.readErrors().includes("The verifier at 127.0.0.1:1 cannot be reached"),
    );
    trainer.process.kill("SIGINT");
    const result = await trainer.ended;
    expect(result.code, result.stderr).toBe(130);
  });

  it("refuses two processes on one run directory", { timeout: 60_000 }, async () => {
    const args = [
      "run",
      tiny,
      "--out",
      join(folder, "twice"),
      "--set",
      "verifier.address=127.0.0.1:1",
      "--set",
      "stages.base.steps=5",
    ];
    const first = startTrainerCli(args);
    await waitUntil(first, "the notice", () => first.readErrors().includes("cannot be reached"));
    await expectError(args, 2, /error \[RUN_EXISTS\]: Process \d+ is running in/);
    first.process.kill("SIGINT");
    await first.ended;
  });
});
