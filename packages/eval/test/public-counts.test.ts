import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compareModels } from "../src/boundary/compare-models.ts";
import { measureModel } from "../src/boundary/measure-model.ts";
import { collectModels, type ModelData } from "../src/boundary/model-data.ts";
import { DEFAULT_SETTINGS } from "../src/boundary/settings.ts";
import { averageAtN } from "../src/metrics/avg-at-n.ts";
import { loadSamples } from "../src/samples/load-samples.ts";

const DATA =
  process.env["TOUCHSTONE_DATA"] ?? fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const SETTINGS = { ...DEFAULT_SETTINGS, resamples: 200 };
const isPresent = existsSync(join(DATA, "one_shot_rlvr"));

async function load(file: string, stratumField = "stratum"): Promise<ModelData[]> {
  const malformed: string[] = [];
  const { tally } = await loadSamples([join(DATA, file)], {
    stratumField,
    onMalformed: (line) => malformed.push(line),
  });
  expect(malformed).toEqual([]);
  return collectModels(tally);
}

/** pass@k by exact integers, another way than the product under test. */
function passAtKExact(n: number, c: number, k: number): number {
  const choose = (from: number, of: number): bigint => {
    let result = 1n;
    for (let i = 0; i < of; i++) result = (result * BigInt(from - i)) / BigInt(i + 1);
    return of > from ? 0n : result;
  };
  const all = choose(n, k);
  return Number(((all - choose(n - c, k)) * 10n ** 15n) / all) / 1e15;
}

const TITLE = isPresent
  ? "published counts"
  : `published counts: skipped, there are none at ${DATA}; set TOUCHSTONE_DATA`;

describe.skipIf(!isPresent)(TITLE, () => {
  it("one-shot RLVR, start against end: solve-sets, pass@k and its exact twin", async () => {
    const models = await load("one_shot_rlvr/counts_start_vs_end.jsonl");
    const start = models.find(({ model }) => model.includes("start"))!;
    const end = models.find(({ model }) => model.includes("end"))!;
    const comparison = compareModels(start, end, SETTINGS)!;
    const [sets] = comparison.sets[0]!.perSeed;
    const count = (wanted: (before: number, after: number) => boolean): number =>
      start.problems.filter(({ problemId, forms }) => {
        const after = end.problems.find((problem) => problem.problemId === problemId)!;
        return wanted(forms.answer[0]!.c, after.forms.answer[0]!.c);
      }).length;
    expect(sets?.lost).toHaveLength(count((before, after) => before > 0 && after === 0));
    expect(sets?.gained).toHaveLength(count((before, after) => before === 0 && after > 0));
    expect(sets?.never).toHaveLength(count((before, after) => before === 0 && after === 0));
    // Published over all 1,208 problems; a part of them holds no more than that.
    expect(sets!.lost.length).toBeLessThanOrEqual(31);
    expect(sets!.gained.length).toBeLessThanOrEqual(67);
    expect(sets!.never.length).toBeLessThanOrEqual(169);
    if (comparison.problems === 1208) {
      expect([sets?.lost.length, sets?.gained.length, sets?.never.length]).toEqual([31, 67, 169]);
    }
    for (const { k, baseline } of comparison.curves[0]!.points) {
      const exact = start.problems.reduce(
        (sum, { forms }) => sum + passAtKExact(forms.answer[0]!.n, forms.answer[0]!.c, k),
        0,
      );
      expect(baseline.value).toBeCloseTo(exact / start.problems.length, 10);
    }
  });

  it("samples and counts of the same 50 draws give the same curves", async () => {
    const fromCounts = await load("reasoning_gym_eval/counts_llama3b_rl_n50.jsonl", "benchmark");
    const fromSamples = await load("reasoning_gym_eval/graded_llama3b_rl_n50.jsonl.gz", "benchmark");
    expect(fromSamples.map(({ model }) => model).sort()).toEqual(fromCounts.map(({ model }) => model).sort());
    for (const counts of fromCounts) {
      const samples = fromSamples.find(({ model }) => model === counts.model)!;
      const measured = measureModel(samples, SETTINGS);
      expect(measured.curves.forms.answer).toEqual(measureModel(counts, SETTINGS).curves.forms.answer);
      expect(measured.majAtN!.value).toBeGreaterThan(0);
      expect(samples.problems.every(({ stratum }) => stratum === "aime24" || stratum === "amc23")).toBe(true);
    }
  });

  it("base against RL with three samples, by category", async () => {
    const models = await load("reasoning_gym_eval/counts_rg_base_vs_rl_n3.jsonl", "category");
    expect(models.length).toBeGreaterThan(1);
    for (const model of models) {
      const all = model.problems.map(({ forms }) => forms.answer[0]!);
      const measured = measureModel(model, SETTINGS);
      expect(measured.curves.forms.answer.all).toHaveLength(measured.smallestN);
      expect(measured.avgAtN.value).toBeCloseTo(averageAtN(all), 12);
      if (measured.smallestN === measured.largestN) {
        const solved = all.filter(({ c }) => c > 0).length / all.length;
        expect(measured.curves.forms.answer.all.at(-1)).toBeCloseTo(solved, 12);
      }
    }
  });

  it("majority of eight answers equals the counted vote", async () => {
    const [graded] = await load("qwen25_math_maj8/graded.jsonl");
    const [counts] = await load("qwen25_math_maj8/counts.jsonl");
    const measured = measureModel(graded!, SETTINGS);
    expect(measured.avgAtN.value).toBeCloseTo(measureModel(counts!, SETTINGS).avgAtN.value, 12);
    expect(measured.majAtN!.value).toBeGreaterThanOrEqual(measured.avgAtN.value);
    expect(measured.majAtN!.value).toBeLessThanOrEqual(1);
  });
});
