import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { startVerifierProcess } from "../src/start-process.ts";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "touchstone-difficulty-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [cli, "difficulty", ...args], { encoding: "utf8" });

const file = join(folder, "counts.jsonl");
const rows = [
  { id: "odd\nname", n: 16, c: 0 },
  { problem_id: "b", rollouts: 16, correct: 8 },
];
writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));

test("counts are imported once, listed and exported, and an export can be imported", () => {
  const ledger = join(folder, "a.ledger");
  const first = run("import", file, "--ledger", ledger, "--stream", "s");
  expect([first.status, first.stderr]).toEqual([0, "imported   2\nknown      0\nmalformed  0\n"]);
  expect(run("import", file, "--ledger", ledger, "--stream", "s").stderr).toContain(
    "imported   0\nknown      2",
  );
  expect(run("list", "--ledger", ledger).stdout).toBe('"s"\n');
  const table = run("list", "--ledger", ledger, "--stream", "s").stdout.trim().split("\n");
  expect(table).toHaveLength(3);
  expect(table[1]).toMatch(/0\.500 .*keep \(learnable\) +"b"/);
  expect(table[2]).toMatch(/0\.056 .*keep \(learnable\) +"odd\\nname"/);
  const out = join(folder, "out.jsonl");
  expect(run("export", "--ledger", ledger, "--stream", "s", "--out", out).status).toBe(0);
  const exported = readFileSync(out, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(exported.map(({ problem_id, mean }) => [problem_id, mean])).toEqual([
    ["b", 0.5],
    ["odd\nname", 1 / 18],
  ]);
  expect(run("import", out, "--ledger", ledger, "--stream", "t").stderr).toContain("imported   2");
});

test("malformed lines are named and the rest is imported", () => {
  const bad = join(folder, "bad.jsonl");
  writeFileSync(bad, '{"id":"a","n":2,"c":3}\n{"id":"b","n":"x"}\nnot json\n{"id":"ok","n":2,"c":1}\n');
  const { status, stderr } = run("import", bad, "--ledger", join(folder, "b.ledger"), "--stream", "s");
  expect(status).toBe(1);
  expect(stderr).toContain(`${bad}:1: 3 correct of 2 rollouts`);
  expect(stderr).toContain(`${bad}:2: "rollouts" (or "n") must be a whole number`);
  expect(stderr).toContain("imported   1\nknown      0\nmalformed  3");
});

test("a running server is asked by its address, and its file is locked", async () => {
  const ledger = join(folder, "c.ledger");
  const server = await startVerifierProcess({ args: ["--ledger", ledger], logLevel: "error" });
  expect(run("import", file, "--address", server.address, "--stream", "s").stderr).toContain("imported   2");
  expect(run("list", "--address", server.address, "--stream", "s", "--json").stdout).toContain(
    '"action":"keep"',
  );
  const locked = run("list", "--ledger", ledger);
  expect([locked.status, locked.stderr]).toEqual([
    2,
    expect.stringContaining("Another process uses the ledger"),
  ]);
  await server.stop();
});

test.each([[["list"]], [["export", "--stream", "s"]]])(
  "%j of a ledger that is not there makes none",
  ([name = "", ...rest]) => {
    const ledger = join(folder, "nowhere.ledger");
    const { status, stderr } = run(name, "--ledger", ledger, ...rest);
    expect(stderr).toContain(`There is no ledger at ${ledger}`);
    expect(status).toBe(2);
    expect(existsSync(ledger)).toBe(false);
  },
);

test.each([
  [["list"], /give one of --ledger and --address/],
  [["list", "--ledger", "x", "--address", "y"], /give one of/],
  [["import", "nowhere.jsonl", "--ledger", "x", "--stream", "s"], /Cannot read nowhere.jsonl/],
  [["export", "--ledger", "x"], /required option '--stream/],
  [["list", "--ledger", "x", "--step", "-1"], /--step must be a whole number/],
])("%j is bad usage", (args, message) => {
  const { status, stderr } = run(...args);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});
