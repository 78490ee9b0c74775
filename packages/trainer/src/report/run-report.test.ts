import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readRun } from "./read-run.ts";
import { buildRunPage } from "./run-page.ts";
import { writeRunReport } from "./write-run-report.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-run-report-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const config = {
  format: 1,
  version: "0.1.0",
  git_revision: "abcdef0123456789",
  node: "v20",
  config: {
    run: { name: "words", seed: 3 },
    stages: [
      { name: "rl", type: "rlvr", steps: 4 },
      { name: "eval", type: "sample" },
    ],
  },
};

const step = (n: number) => ({
  step: n,
  reward: n / 4,
  "rewards/answer/mean": n / 4,
  "verdict/correct_rate": n / 4,
  kl: n === 1 ? null : 0.1,
  entropy: 1,
  "completions/mean_length": 20,
  "groups/admitted": 0.5,
  "groups/dropped": 0.25,
  "groups/guarded": 0.25,
  "decisions/drop/zero_variance": 2,
  "decisions/guard/rare_success": n,
  "steps/coherence": 0.9,
  "shortcuts/any_rate": 0.1,
  "selection/dropped": 5,
});

function writeStage(name: string, file: string, rows: readonly object[]): string {
  const directory = join(folder, "stages", name);
  mkdirSync(directory, { recursive: true });
  const path = join(directory, file);
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return path;
}

const sample = (model: string, index: number, correct: boolean) => ({
  problem_id: `p${index % 2}`,
  model,
  sample: index,
  response: "x",
  golds: ["1"],
  correct,
});

/** Titles of the figures, captions of tables, and texts of headings and notes, in order. */
async function outline(): Promise<string> {
  const { sections } = buildRunPage(await readRun(folder));
  return JSON.stringify(sections.map((section) => ("svg" in section ? section.svg : section)));
}

test("a run that is going on is shown as far as it has come", async () => {
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  const begun = await outline();
  expect(begun).toContain("Not finished yet: rl, eval.");
  expect(begun).toContain("not begun");

  const metrics = writeStage("rl", "metrics.jsonl", [step(1), step(2)]);
  // What a killed writer, or one at work, leaves.
  appendFileSync(metrics, '{"step": 3, "rew');
  const { stages } = await readRun(folder);
  expect(stages[0]).toMatchObject({ name: "rl", history: [{ step: 1 }, { step: 2, kl: 0.1 }], models: [] });
  expect(stages[0]!.history[0]).not.toHaveProperty("kl");
  const page = await outline();
  expect(page).toContain('"under way","2 of 4"');
  for (const title of [
    "Reward",
    "Verdicts",
    "Groups",
    "KL",
    "Entropy",
    "Response length",
    "Shortcuts",
    "Selection",
  ])
    expect(page).toContain(`>${title}<`);
  expect(page).not.toContain(">Loss<");
});

test("decisions about groups are summed over the steps, with their reasons", async () => {
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  writeStage("rl", "metrics.jsonl", [step(1), step(2), step(3)]);
  const { sections } = buildRunPage(await readRun(folder));
  const table = sections.find(
    (section) => section.kind === "table" && section.columns[0]?.title === "decision about a group",
  );
  expect(table).toMatchObject({
    rows: [
      [[{ code: "drop: zero_variance" }], "6", "50.0%"],
      [[{ code: "guard: rare_success" }], "6", "50.0%"],
    ],
    caption: expect.stringContaining("learnt from 50.0%, dropped 25.0%, guarded 25.0%"),
  });
});

test("a finished run is one file with evaluations and config, and loads nothing from elsewhere", async () => {
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  writeStage("rl", "metrics.jsonl", [1, 2, 3, 4].map(step));
  writeStage("rl", "done.json", [{ name: "rl", flops: 1e9, summary: { steps: 4, reward: 1 } }]);
  const samples = Array.from({ length: 8 }, (_, index) => [
    sample("base", index, index === 0),
    sample("rl", index, index % 2 === 0),
  ]);
  writeStage("eval", "samples.jsonl", samples.flat());
  writeStage("eval", "done.json", [{ name: "eval", flops: 1e6, summary: {} }]);
  const file = await writeRunReport(folder);
  const html = readFileSync(file, "utf8");
  expect(file).toBe(join(folder, "report.html"));
  for (const text of [
    "Run words",
    "Every stage is finished.",
    "1.00e+9",
    "rl against base",
    "pass@k",
    "name:\u00a0words",
  ])
    expect(html).toContain(text);
  expect(html).not.toMatch(/<(script|link|img|iframe)\b|\bsrc=|url\(/i);
});

test("a long history is thinned, and the caption says to what", async () => {
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  writeStage(
    "rl",
    "metrics.jsonl",
    Array.from({ length: 1000 }, (_, index) => ({ step: index + 1, reward: index % 2 })),
  );
  const { sections } = buildRunPage(await readRun(folder));
  const figure = sections.find((section) => section.kind === "figure");
  expect(figure?.caption).toContain("Each point is a mean of 5 steps.");
});

test.each([
  ["no config.json", undefined, "NO_RUN"],
  ["something else", "[]", "CHECKPOINT_INVALID"],
])("a folder with %s is refused", async (_, text, code) => {
  if (text !== undefined) writeFileSync(join(folder, "config.json"), text);
  await expect(writeRunReport(folder)).rejects.toMatchObject({ code });
});
