import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { collectModels } from "../boundary/model-data.ts";
import { createJudge, type GradeItem } from "../grade/create-judge.ts";
import { type LoadOptions, loadSamples } from "./load-samples.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "eval-load-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, rows: readonly (object | string)[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n"));
  return file;
}

async function load(files: string[], options: LoadOptions = {}) {
  const messages: string[] = [];
  const loaded = await loadSamples(files, { ...options, onMalformed: (message) => messages.push(message) });
  return { ...loaded, messages: messages.map((message) => message.replace(`${folder}/`, "")) };
}

describe("loadSamples", () => {
  it("reports malformed lines by file and line, and uses the rest", async () => {
    const file = await write("a.jsonl", [
      { problem_id: "p", model: "m", correct: true },
      "{broken",
      "",
      { problem_id: "p", model: "m", correct: false },
      { problem_id: "p", model: "m" },
    ]);
    const { tally, files, messages } = await load([file]);
    expect(messages).toEqual(["a.jsonl:2: not valid JSON", expect.stringMatching(/^a\.jsonl:5: neither/)]);
    expect(files[0]).toMatchObject({ rows: 4, malformed: 2, judged: 0 });
    const [model] = collectModels(tally);
    expect(model?.problems[0]?.forms.answer).toEqual([{ n: 2, c: 1 }]);
  });

  it("leaves out what could not be judged, and never counts it as wrong", async () => {
    const file = await write("a.jsonl", [
      { problem_id: "p", correct: true },
      { problem_id: "p", correct: null },
      { problem_id: "q", correct: null },
    ]);
    const [model] = collectModels((await load([file])).tally);
    expect(model).toMatchObject({ model: "a", samples: 1, unjudged: 1 });
    expect(model?.problems.map(({ problemId }) => problemId)).toEqual(["p"]);
    expect(model?.notes).toEqual([expect.stringMatching(/1 of 2 problems are left out/)]);
  });

  it("refuses to count the same sample twice, or counts beside their samples", async () => {
    const sample = { problem_id: "p", model: "m", sample: 0, correct: true };
    const file = await write("a.jsonl", [
      sample,
      sample,
      { ...sample, seed: 1 },
      { problem_id: "p", model: "m", n: 4, c: 2 },
      { problem_id: "q", model: "m", n: 4, c: 2 },
      { problem_id: "q", model: "m", n: 4, c: 2 },
    ]);
    const { messages } = await load([file]);
    expect(messages).toEqual([
      "a.jsonl:2: sample 0 of problem p is on an earlier line",
      expect.stringMatching(/a\.jsonl:4: .*both samples and counts/),
      expect.stringMatching(/a\.jsonl:6: .*earlier line/),
    ]);
  });

  it("refuses a problem in two strata", async () => {
    const file = await write("a.jsonl", [
      { problem_id: "p", correct: true, stratum: "easy" },
      { problem_id: "p", correct: true, stratum: "hard" },
    ]);
    expect((await load([file])).messages).toEqual([
      expect.stringMatching(/stratum easy on an earlier line and in hard here/),
    ]);
  });

  it("keeps seeds apart unless they are pooled", async () => {
    const rows = [1, 2].map((seed) => ({ problem_id: "p", model: "m", seed, correct: seed === 1 }));
    const file = await write("a.jsonl", rows);
    const [apart] = collectModels((await load([file])).tally);
    expect(apart?.problems[0]?.forms.answer).toEqual([
      { n: 1, c: 1 },
      { n: 1, c: 0 },
    ]);
    expect(apart?.notes.join()).toMatch(/--pool-seeds/);
    const [pooled] = collectModels((await load([file], { poolSeeds: true })).tally);
    expect(pooled?.problems[0]?.forms.answer).toEqual([{ n: 2, c: 1 }]);
  });

  it("counts process-verified samples only when the answer is right too", async () => {
    const file = await write("a.jsonl", [
      { problem_id: "p", correct: true, process_valid: true },
      { problem_id: "p", correct: false, process_valid: true },
      { problem_id: "p", correct: true, process_valid: false },
    ]);
    const [model] = collectModels((await load([file])).tally);
    expect(model?.problems[0]?.forms).toMatchObject({ answer: [{ n: 3, c: 2 }], process: [{ n: 3, c: 1 }] });
  });

  it("leaves a form out that not every problem has", async () => {
    const file = await write("a.jsonl", [
      { problem_id: "p", n: 4, c: 2, process_c: 1 },
      { problem_id: "q", n: 4, c: 2 },
    ]);
    const [model] = collectModels((await load([file])).tally);
    expect(model?.problems.every(({ forms }) => forms.process === undefined)).toBe(true);
    expect(model?.notes.join()).toMatch(/process form is left out because 1 of 2/);
  });
});

describe("judging", () => {
  const grade = async (items: readonly GradeItem[]) =>
    items.map(({ golds, response }) => {
      const answer = response === "" ? null : response;
      return { correct: response === "?" ? null : golds.includes(response), answer };
    });

  it("grades rows without a label in order, keeps labels, and scores against other problems", async () => {
    const file = await write("a.jsonl", [
      { problem_id: "p", response: "1", gold: "1" },
      { problem_id: "p", response: "2", golds: ["1", "one"] },
      { problem_id: "q", response: "?", gold: "2" },
      { problem_id: "q", response: "2", gold: "2" },
      { problem_id: "q", correct: false, response: "2", gold: "2" },
    ]);
    const judge = createJudge({ grade, batchSize: 3 });
    const { tally, files, messages } = await load([file], { judge });
    expect(messages).toEqual([]);
    expect(files[0]?.judged).toBe(4);
    const run = [...tally.runs.values()][0]!;
    expect(run.problems.get("p")?.forms).toEqual({
      answer: { n: 2, c: 1 },
      process: { n: 0, c: 0 },
      null: { n: 2, c: 1 },
    });
    expect(run.problems.get("q")).toMatchObject({
      unjudged: 1,
      forms: { answer: { n: 2, c: 1 }, null: { n: 1, c: 0 } },
    });
  });

  it("regrades labelled rows when asked to", async () => {
    const file = await write("a.jsonl", [{ problem_id: "q", correct: false, response: "2", gold: "2" }]);
    const { tally } = await load([file], { judge: createJudge({ grade }), regrade: true });
    expect([...tally.runs.values()][0]?.problems.get("q")?.forms.answer).toEqual({ n: 1, c: 1 });
  });

  it("calls rows without a label malformed when there is no judge", async () => {
    const file = await write("a.jsonl", [{ problem_id: "p", response: "1", gold: "1" }]);
    expect((await load([file])).messages).toEqual([expect.stringMatching(/not judged yet; name a verifier/)]);
  });
});
