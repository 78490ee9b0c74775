import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

function run(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "check", ...args], {
    encoding: "utf8",
    input,
  });
  return { status, stdout, stderr };
}

test("a file: verdicts in order, malformed lines named, the rest checked", () => {
  const folder = mkdtempSync(join(tmpdir(), "check-"));
  const [file, out] = [join(folder, "in.jsonl"), join(folder, "out.jsonl")];
  const lines = [
    JSON.stringify({ id: "a", problem: "2 and 3", steps: ["2 + 3 = 6"] }),
    "not json",
    JSON.stringify({ id: "b", trace: "2 + 3 = 5" }),
    JSON.stringify({ id: "c" }),
  ];
  writeFileSync(file, `${lines.join("\n")}\n`);
  const { status, stderr } = run([file, "--out", out, "--quiet"]);
  expect(status).toBe(1);
  expect(stderr).toContain(`${file}:2: not JSON`);
  expect(stderr).toContain(`${file}:4: nothing to check`);
  expect(stderr).toContain("checked    2\nwrong      1\nfailures   0\nmalformed  2\n");
  const results = readFileSync(out, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(results).toMatchObject([
    { line: 1, id: "a", validity: "invalid", first_error: 0, steps: [{ error: { expected: "5" } }] },
    { line: 2, malformed: expect.any(String) },
    { line: 3, id: "b", coherence: { confirmed: 1 } },
    { line: 4, malformed: expect.any(String) },
  ]);
});

test("one trace explained, from a flag and from standard input", () => {
  const trace = "12 * 3 = 36 pens.\n36 + 5 = 42 pens.";
  const { status, stdout } = run(["--problem", "12 boxes of 3 pens", "--trace", trace, "--explain"]);
  expect(status).toBe(0);
  expect(stdout).toContain("ok  1. 12 * 3 = 36 pens.");
  expect(stdout).toContain('arithmetic: "36 + 5 = 42 pens" should come to 41');
  expect(stdout).toContain("the trace is invalid");
  expect(JSON.parse(run(["--trace", "-"], trace).stdout)).toMatchObject({ first_error: 1 });
});

test("wrong usage ends with status 2", () => {
  expect(run([]).status).toBe(2);
  expect(run(["x.jsonl", "--trace", "1"]).status).toBe(2);
  expect(run(["x.jsonl", "--explain"]).status).toBe(2);
  expect(run(["/no/such/file.jsonl"]).status).toBe(2);
});

test("a limit is named with its flag, and the flag raises it", () => {
  const under = run(["--trace", "1 + 1 = 2", "--max-trace-chars", "5"]);
  expect(under.status).toBe(1);
  expect(JSON.parse(under.stdout)).toMatchObject({
    failure: "limit_exceeded",
    message: "The trace has 9 characters; the limit is 5 (--max-trace-chars).",
  });
  expect(run(["--trace", "1 + 1 = 2", "--max-trace-chars", "9"]).status).toBe(0);
  const wrong = run(["--trace", "1", "--trace-fuel", "0"]);
  expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining("--trace-fuel must be") });
});
