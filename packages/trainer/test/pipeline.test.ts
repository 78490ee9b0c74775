import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStageTraces } from "./support/run-traces.ts";
import { countLines, runTrainerCli, startTrainerCli, waitUntil } from "./support/trainer-cli.ts";
import { startVerifierCli, type VerifierCli } from "./support/verifier-cli.ts";

const stages = ["base", "distill", "rlvr", "eval"];
const minute = 60_000;

describe("touchstone-trainer run", () => {
  let folder: string;
  let verifier: VerifierCli;
  let unbroken: string;
  const argumentsFor = (out: string, address: string) => [
    "run",
    "configs/debug/tiny.yaml",
    "--out",
    out,
    "--set",
    `verifier.address=${address}`,
    "--set",
    "stages.rlvr.steps=40",
    "--set",
    "stages.rlvr.checkpoint_every=7",
  ];
  const rlvrSteps = (out: string) => countLines(join(out, "stages/rlvr/metrics.jsonl"));
  const expectSameAsUnbroken = (out: string) => {
    for (const stage of stages)
      expect(readStageTraces(out, stage), stage).toEqual(readStageTraces(unbroken, stage));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "touchstone-pipeline-"));
    verifier = await startVerifierCli();
    unbroken = join(folder, "unbroken");
    const result = await runTrainerCli([...argumentsFor(unbroken, verifier.address), "--json"]);
    expect(result.code, result.stderr).toBe(0);
  }, 2 * minute);
  afterAll(async () => {
    await verifier.kill();
    rmSync(folder, { recursive: true });
  });

  it("leaves the documented run directory", () => {
    expect(readdirSync(unbroken).sort()).toEqual(["config.json", "log.jsonl", "report.html", "stages"]);
    expect(readdirSync(join(unbroken, "stages")).sort()).toEqual([...stages].sort());
    const rlvr = join(unbroken, "stages/rlvr");
    const files = ["checkpoints", "done.json", "metrics.jsonl", "policy-stream", "rollouts", "tb"];
    expect(readdirSync(rlvr).sort()).toEqual(files);
    expect(readdirSync(join(rlvr, "checkpoints"))).toEqual(["step-000035", "step-000040"]);
    expect(readdirSync(join(rlvr, "rollouts"))).toHaveLength(40);
    expect(readdirSync(join(rlvr, "tb"))[0]).toMatch(/^events\.out\.tfevents\./);
  });

  it("learns from what the verifier says", () => {
    const { metrics, rollouts } = readStageTraces(unbroken, "rlvr");
    const rows = metrics.map((line) => JSON.parse(line) as Record<string, number>);
    expect(rows.filter((row) => (row["updates"] ?? 0) > 0).length).toBeGreaterThan(20);
    expect(rows.every((row) => row["verdict/error_rate"] === 0)).toBe(true);
    const records = Object.values(rollouts).flatMap((text) =>
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    );
    expect(records[0]).toMatchObject({
      reward: expect.any(Number),
      components: { answer: expect.any(Number) },
    });
    // By default the verifier admits groups that vary, and rare successes only where their steps hold.
    expect(new Set(records.map(({ action }) => action))).toEqual(new Set(["keep", "drop", "guard"]));
    for (const { action, advantage } of records)
      expect(advantage).toEqual(action === "keep" ? expect.any(Number) : null);
    const distill = readStageTraces(unbroken, "distill").metrics.map(
      (line) => JSON.parse(line) as Record<string, number>,
    );
    // A fifth of the traces is corrupted; the verifier keeps them out.
    expect(distill.at(-1)?.["filter/dropped_total"]).toBeGreaterThan(0);
  });

  it("refuses RLVR where hardly any group carries a signal, unless it is forced", {
    timeout: 2 * minute,
  }, async () => {
    const out = join(folder, "silent");
    // Stages that learn nothing: hardly an answer is right.
    const args = [
      ...argumentsFor(out, verifier.address),
      ...[
        "stages.base.learning_rate=1e-9",
        "stages.distill.learning_rate=1e-9",
        "stages.distill.filter_by_verifier=false",
        // A response that is nothing but a number is an answer under "marked", and now and then a right one.
        "verifier.policy.place=box",
      ].flatMap((change) => ["--set", change]),
    ];
    const refused = await runTrainerCli(args);
    expect(refused.code, refused.stderr).toBe(1);
    expect(refused.stderr).toMatch(/error \[SILENT_REWARD\]: Stage "rlvr" .* Distil first/);
    expect(countLines(join(out, "stages/rlvr/metrics.jsonl"))).toBe(0);
    const forced = await runTrainerCli([...args, "--force"]);
    expect(forced.code, forced.stderr).toBe(0);
    expect(rlvrSteps(out)).toBe(40);
  });

  it("skips what is finished", async () => {
    const before = stages.map((stage) => readStageTraces(unbroken, stage));
    const result = await runTrainerCli([...argumentsFor(unbroken, "127.0.0.1:1"), "--resume", "must"]);
    expect(result.code, result.stderr).toBe(0);
    for (const stage of stages) expect(result.stderr).toContain(`${stage}: finished before, skipped`);
    expect(stages.map((stage) => readStageTraces(unbroken, stage))).toEqual(before);
  });

  it("continues after kill -9 as if nothing had happened", { timeout: 2 * minute }, async () => {
    const out = join(folder, "killed");
    const first = startTrainerCli(argumentsFor(out, verifier.address));
    await waitUntil(first, "step 10", () => rlvrSteps(out) >= 10);
    first.process.kill("SIGKILL");
    expect((await first.ended).signal).toBe("SIGKILL");
    expect(rlvrSteps(out)).toBeLessThan(40);
    const second = await runTrainerCli(argumentsFor(out, verifier.address));
    expect(second.code, second.stderr).toBe(0);
    expect(second.stderr).toMatch(/rlvr \(rlvr\): .* continuing after (7|14|21|28)/);
    expectSameAsUnbroken(out);
  });

  it("waits for a verifier that was killed, says so, and loses nothing", {
    timeout: 2 * minute,
  }, async () => {
    const out = join(folder, "waited");
    let mortal = await startVerifierCli();
    const { address, port } = mortal;
    const trainer = startTrainerCli(argumentsFor(out, address));
    await waitUntil(trainer, "step 5", () => rlvrSteps(out) >= 5);
    await mortal.kill();
    await waitUntil(trainer, "the notice", () =>
      trainer.readErrors().includes(`The verifier at ${address} cannot be reached`),
    );
    const stepsThen = rlvrSteps(out);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(rlvrSteps(out)).toBe(stepsThen);
    mortal = await startVerifierCli(port);
    const result = await trainer.ended;
    await mortal.kill();
    expect(result.code, result.stderr).toBe(0);
    expect(result.stderr.match(/cannot be reached/g)).toHaveLength(1);
    expect(result.stderr).toMatch(/is back after \d+\.\d s/);
    expect(readFileSync(join(out, "log.jsonl"), "utf8")).toContain('"type":"verifier_away"');
    expectSameAsUnbroken(out);
  });

  it("chooses and admits alike after kill -9 of the trainer and its own verifier", {
    timeout: 3 * minute,
  }, async () => {
    const cli = new URL("../../verifier/dist/cli.js", import.meta.url).pathname;
    const command = [process.execPath, cli, "serve", "--host", "{host}", "--port", "{port}"];
    command.push("--ledger", "{ledger}", "--exit-with-parent", "--difficulty", "min_rollouts=8");
    const changes = {
      "verifier.command": JSON.stringify(command),
      "stages.rlvr.reward": JSON.stringify({ admission: "posterior", selection: { method: "posterior" } }),
      "stages.rlvr.prompts.pool": "24",
    };
    const argumentsOf = (out: string) => [
      ...argumentsFor(out, "127.0.0.1:0"),
      ...Object.entries(changes).flatMap(([key, value]) => ["--set", `${key}=${value}`]),
    ];
    const whole = join(folder, "chosen");
    const result = await runTrainerCli(argumentsOf(whole));
    expect(result.code, result.stderr).toBe(0);
    const out = join(folder, "chosen-killed");
    const first = startTrainerCli(argumentsOf(out));
    await waitUntil(first, "step 12", () => rlvrSteps(out) >= 12);
    first.process.kill("SIGKILL");
    await first.ended;
    const second = await runTrainerCli(argumentsOf(out));
    expect(second.code, second.stderr).toBe(0);
    expect(second.stderr).toMatch(/rlvr \(rlvr\): .* continuing after (7|14|21|28)/);
    expect(second.stderr).not.toContain("in memory");
    for (const stage of stages)
      expect(readStageTraces(out, stage), stage).toEqual(readStageTraces(whole, stage));
    const selections = readFileSync(join(whole, "stages/rlvr/selections.jsonl"), "utf8");
    expect(readFileSync(join(out, "stages/rlvr/selections.jsonl"), "utf8")).toBe(selections);
    expect(selections.trimEnd().split("\n")).toHaveLength(40);
    const records = Object.values(readStageTraces(whole, "rlvr").rollouts).join("");
    const reasons = new Set(Array.from(records.matchAll(/"decision":"(\w+)"/g), ([, reason]) => reason));
    expect([...reasons]).toEqual(expect.arrayContaining(["learnable", "near_impossible"]));
  });

  it("stops after the step on Ctrl-C, and continues exactly", { timeout: 2 * minute }, async () => {
    const out = join(folder, "interrupted");
    const first = startTrainerCli(argumentsFor(out, verifier.address));
    await waitUntil(first, "step 5", () => rlvrSteps(out) >= 5);
    first.process.kill("SIGINT");
    const stopped = await first.ended;
    expect(stopped.code, stopped.stderr).toBe(130);
    expect(stopped.stderr).toContain("Stopping after the current step, with a checkpoint");
    expect(stopped.stderr).toMatch(
      /Interrupted in stage "rlvr" after step \d+\. Run the same command again to continue\./,
    );
    const second = await runTrainerCli(argumentsFor(out, verifier.address));
    expect(second.code, second.stderr).toBe(0);
    expectSameAsUnbroken(out);
  });

  it("names every changed key instead of mixing two runs", async () => {
    const result = await runTrainerCli([
      ...argumentsFor(unbroken, verifier.address),
      "--set",
      "stages.rlvr.loss.beta=0.5",
      "--seed",
      "9",
    ]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("error [CONFIG_CHANGED]");
    expect(result.stderr).toContain("stages[2].loss.beta: 0.01 there, 0.5 here");
    expect(result.stderr).toContain("run.seed: 0 there, 9 here");
  });
});
