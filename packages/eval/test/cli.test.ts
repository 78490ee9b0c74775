import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "eval-cli-"));
  const row = (model: string, problem: string, c: number) =>
    JSON.stringify({ problem_id: problem, model, n: 8, c });
  await writeFile(
    join(folder, "base.jsonl"),
    [row("m", "a", 1), row("m", "b", 2), row("m", "c", 1)].join("\n"),
  );
  await writeFile(
    join(folder, "rl.jsonl"),
    [row("m", "a", 8), row("m", "b", 6), row("m", "c", 0)].join("\n"),
  );
  await writeFile(join(folder, "broken.jsonl"), `${row("m", "a", 1)}\n{oops\n`);
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: folder });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

describe("touchstone-eval", () => {
  it("prints pass@k", async () => {
    const { code, stdout, stderr } = await run("passk", "base.jsonl", "--k", "1,8");
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/model\s+form\s+problems\s+n\s+pass@1\s+pass@8/);
    expect(stdout).toMatch(/m\s+answer\s+3\s+8\s+16\.7% \[[\d., ]+\]\s+100\.0% \[100\.0, 100\.0\]/);
  });

  it("refuses k above n as bad usage", async () => {
    const { code, stderr } = await run("passk", "base.jsonl", "--k", "9");
    expect(code).toBe(2);
    expect(stderr).toMatch(/K_TOO_LARGE: k = 9 needs at least 9 samples/);
  });

  it("compares two files, told apart by name when the model is the same", async () => {
    const { code, stdout } = await run("compare", "base.jsonl", "rl.jsonl");
    expect(code).toBe(0);
    expect(stdout).toContain("rl.jsonl against base.jsonl: 3 problems");
    expect(stdout).toMatch(/0 gained, 1 lost, 2 kept, 0 never/);
    expect(stdout).toMatch(/Crossing by answer: k = \d/);
  });

  it("writes the three reports, the same every time", async () => {
    await writeFile(
      join(folder, "both.jsonl"),
      [
        ...(await readFile(join(folder, "base.jsonl"), "utf8")).replaceAll('"m"', '"base"').split("\n"),
        ...(await readFile(join(folder, "rl.jsonl"), "utf8")).replaceAll('"m"', '"rl"').split("\n"),
      ].join("\n"),
    );
    const first = await run(
      "report",
      "both.jsonl",
      "--baseline",
      "base",
      "--out",
      "out/one",
      "--resamples",
      "200",
    );
    const second = await run(
      "report",
      "both.jsonl",
      "--baseline",
      "base",
      "--out",
      "out/two",
      "--resamples",
      "200",
    );
    expect([first.code, second.code, first.stderr]).toEqual([0, 0, ""]);
    for (const name of ["report.html", "report.md", "report.json"]) {
      const text = await readFile(join(folder, "out/one", name), "utf8");
      expect(text.length).toBeGreaterThan(1000);
      expect(await readFile(join(folder, "out/two", name), "utf8")).toBe(text);
    }
    const report = JSON.parse(await readFile(join(folder, "out/one/report.json"), "utf8"));
    expect(report.comparisons[0].sets[0].perSeed[0].lost).toEqual(["c"]);
  });

  it("names broken lines and exits 1 unless they are allowed", async () => {
    const strict = await run("passk", "broken.jsonl", "--k", "1");
    expect(strict.code).toBe(1);
    expect(strict.stderr).toMatch(/broken\.jsonl:2: not valid JSON/);
    expect(strict.stdout).toContain("12.5%");
    const lenient = await run("passk", "broken.jsonl", "--k", "1", "--allow-malformed");
    expect(lenient.code).toBe(0);
  });

  it("exits 1 when a file or the verifier is missing and 2 on bad usage", async () => {
    expect((await run("passk", "missing.jsonl")).code).toBe(1);
    expect((await run("passk")).code).toBe(2);
    expect((await run("passk", "base.jsonl", "--k", "0")).code).toBe(2);
    expect((await run("passk", "base.jsonl", "base.jsonl")).code).toBe(2);
    expect((await run("report", "base.jsonl", "--baseline", "nobody", "--out", "x")).code).toBe(2);
    expect((await run("unknown")).code).toBe(2);
  });

  it("explains itself", async () => {
    for (const args of [["--help"], ["report", "--help"], ["compare", "--help"], ["passk", "--help"]]) {
      const { code, stdout } = await run(...args);
      expect(code).toBe(0);
      expect(stdout).toContain("Examples:");
    }
  });
});
