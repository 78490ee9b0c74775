import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "experiments/dist/cli.js");
const suite = join(root, "experiments/smoke/suite.yaml");

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "experiments-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const runSuite = (out: string, ...flags: string[]) =>
  spawnSync(process.execPath, [cli, "run", "--suite", suite, "--out", join(directory, out), ...flags], {
    encoding: "utf8",
    cwd: root,
  });

const readSamples = (out: string) =>
  readFileSync(join(directory, out, "seed-0/trained/stages/test/samples.jsonl"), "utf8");

describe("the main job's mechanics", () => {
  it("runs two seeds against a verifier it starts, and writes a self-contained report", () => {
    const run = runSuite("two", "--seeds", "2");
    expect(run.stderr).toContain("seed-1/trained: done");
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("Distilled and reinforced");
    expect(run.stdout).toContain("The trained model is not far better.");
    const html = readFileSync(join(directory, "two/report.html"), "utf8");
    expect(html).toContain("<svg");
    expect(html).not.toMatch(/<script|src=|href="http/);
    const report = JSON.parse(readFileSync(join(directory, "two/report.json"), "utf8"));
    expect(report.seeds).toEqual([0, 1]);
    expect(report.claims[0].checks[0].interval).toBe("seeds");
    for (const line of readSamples("two").trim().split("\n"))
      expect(typeof JSON.parse(line).correct).toBe("boolean");
  });

  it("continues a run whose processes were killed, to the same samples", async () => {
    const out = join(directory, "killed");
    const child = spawn(process.execPath, [cli, "run", "--suite", suite, "--out", out], {
      cwd: root,
      detached: true,
      stdio: "ignore",
    });
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    while (!existsSync(join(out, "seed-0/trained/stages/distill"))) {
      expect(child.exitCode).toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    process.kill(-(child.pid as number), "SIGKILL");
    await ended;
    expect(existsSync(join(out, "report.html"))).toBe(false);
    const again = runSuite("killed");
    expect(again.stderr).not.toContain("failed");
    expect(again.status).toBe(0);
    expect(readSamples("killed")).toBe(readSamples("two"));
  });

  it.each(["c7-local-coherence", "c8-near-impossible"])("runs all of %s cut to seconds", (name) => {
    const out = join(directory, name);
    const file = join(root, "experiments", name, "suite.yaml");
    const run = spawnSync(process.execPath, [cli, "run", "--suite", file, "--smoke", "--out", out], {
      encoding: "utf8",
      cwd: root,
    });
    expect(run.stderr).not.toContain("failed");
    expect(run.status).toBe(0);
    const report = JSON.parse(readFileSync(join(out, "report.json"), "utf8"));
    const { jobs } = JSON.parse(readFileSync(join(out, "suite.json"), "utf8"));
    for (const job of Object.keys(jobs))
      expect(existsSync(join(out, "seed-0", job, "stages/test/done.json"))).toBe(true);
    const checks = report.claims.flatMap((claim: { checks: unknown[] }) => claim.checks);
    expect(checks.length).toBeGreaterThan(5);
    for (const { perSeed } of checks) expect(perSeed).toHaveLength(1);
    expect(readFileSync(join(out, "report.md"), "utf8")).toContain("Inside the traces");
  });

  it("refuses a directory that holds runs of other settings", () => {
    const run = runSuite("two", "--dev");
    expect(run.status).toBe(1);
    expect(run.stderr).toContain("Choose another directory with --out");
  });

  it("says what is wrong with a flag", () => {
    const run = runSuite("flags", "--seeds", "none");
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain("must be a positive whole number");
  });
});
