import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { checkSteps } from "./index.ts";

const folder = process.env["TOUCHSTONE_DATA"] ?? resolve(import.meta.dirname, "../../../../../shared/data");
const skip = !existsSync(folder);
if (skip) process.stderr.write(`No public data at ${folder}: tests on labelled traces are skipped.\n`);

interface Row {
  readonly problem: string;
  readonly solution?: string;
  readonly steps: readonly string[];
  readonly first_error: number;
  readonly prefix_unchanged?: boolean;
}

function readRows(file: string): Row[] {
  const bytes = readFileSync(join(folder, file));
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

const tracesWithCleanOnes = [
  "processbench/steps_gsm8k.jsonl",
  "processbench/steps_math.jsonl",
  "processbench/steps_olympiadbench.jsonl",
  "processbench/steps_omnimath.jsonl",
  "mr_ben/steps_math.jsonl",
  "mr_ben/steps_physics.jsonl",
  "prmbench/steps_clean_originals.jsonl",
  "prmbench/steps_multi_solutions.jsonl",
  "parc_perl/steps.jsonl",
];

test.skipIf(skip)("a step called wrong is wrong, on labelled traces", () => {
  let [found, alarms] = [0, 0];
  for (const file of [...tracesWithCleanOnes, "mr_gsm8k_errors/steps.jsonl"])
    for (const row of readRows(file)) {
      const verdict = checkSteps({ problem: row.problem, trace: row.steps });
      const firstError = verdict.kind === "checked" ? verdict.firstError : -1;
      if (firstError === -1) continue;
      if (firstError === row.first_error) found++;
      else if (row.first_error === -1 || firstError < row.first_error) alarms++;
    }
  expect(found).toBeGreaterThan(120);
  expect(found / (found + alarms)).toBeGreaterThan(0.9);
});

test.skipIf(skip).each(tracesWithCleanOnes)("clean traces are left in peace: %s", (file) => {
  const clean = readRows(file).filter((row) => row.first_error === -1);
  const alarms = clean.filter((row) => {
    const verdict = checkSteps({ problem: row.problem, trace: row.steps });
    return verdict.kind === "checked" && verdict.firstError !== -1;
  });
  expect(clean.length).toBeGreaterThan(50);
  expect(alarms.length / clean.length).toBeLessThan(0.02);
});

test.skipIf(skip)("claims of right solutions are confirmed", () => {
  const claims = readRows("gsm8k/answers_test.jsonl").flatMap(({ problem, solution = "" }) => {
    const verdict = checkSteps({ problem, trace: solution.split("\n") });
    return verdict.kind === "checked" ? verdict.steps.flatMap((step) => step.claims) : [];
  });
  const marks = claims.filter((claim) => claim.kind === "calculator_mark");
  expect(marks.length).toBeGreaterThan(1500);
  expect(marks.filter((claim) => claim.verdict !== "true")).toEqual([]);
  const confirmed = claims.filter((claim) => claim.verdict === "true");
  expect(confirmed.length / claims.length).toBeGreaterThan(0.995);
});
