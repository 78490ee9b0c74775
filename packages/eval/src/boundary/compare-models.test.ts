import { describe, expect, it } from "vitest";
import { createTally } from "../samples/tally.ts";
import { compareModels } from "./compare-models.ts";
import { measureModel } from "./measure-model.ts";
import { collectModels, type ModelData } from "./model-data.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

const SETTINGS = { ...DEFAULT_SETTINGS, resamples: 400 };

type Row = {
  p: string;
  n?: number;
  c: number;
  seed?: number | null;
  stratum?: string;
  processC?: number;
  nullC?: number;
};

function collect(model: string, rows: readonly Row[]): ModelData {
  const tally = createTally();
  for (const { p, n = 8, c, seed = null, stratum = null, processC = null, nullC = null } of rows) {
    const place = { problemId: p, model, seed, stratum, temperature: 1 };
    expect(tally.add({ kind: "counts", ...place, n, c, processC, nullC }, model)).toBeNull();
  }
  return collectModels(tally)[0]!;
}

describe("compareModels", () => {
  const base = collect("base", [
    { p: "a", c: 1 },
    { p: "b", c: 2 },
    { p: "c", c: 1 },
    { p: "d", c: 0 },
    { p: "only-base", c: 8 },
  ]);
  const trained = collect("trained", [
    { p: "a", c: 8 },
    { p: "b", c: 7 },
    { p: "c", c: 0 },
    { p: "d", c: 0 },
    { p: "only-trained", c: 8 },
  ]);
  const comparison = compareModels(base, trained, SETTINGS)!;

  it("uses the problems both models have and says which are left out", () => {
    expect(comparison.problems).toBe(4);
    expect(comparison.notes).toHaveLength(2);
    expect(comparison.notes.join()).toMatch(/only base has.*only trained has/);
  });

  it("measures both curves, their crossing and the solve-sets", () => {
    const [curves] = comparison.curves;
    expect(curves?.points[0]?.baseline.value).toBeCloseTo(4 / 32, 12);
    expect(curves?.points[0]?.trained.value).toBeCloseTo(15 / 32, 12);
    expect(curves?.points.at(-1)?.difference.value).toBeCloseTo(2 / 4 - 3 / 4, 12);
    expect(curves?.crossing.kind).toBe("crosses");
    expect(curves?.sideChanges).toHaveLength(1);
    expect(curves?.efficiencyGap.value).toBeCloseTo(3 / 4 - 15 / 32, 12);
    expect(curves?.boundaryChange.value).toBeCloseTo(-1 / 4, 12);
    expect(comparison.sets[0]?.perSeed[0]).toMatchObject({
      lost: ["c"],
      gained: [],
      kept: ["a", "b"],
      never: ["d"],
    });
    expect(comparison.passRates).toMatchObject({ rose: 2, fell: 1, same: 1, pValue: 1 });
  });

  it("keeps intervals around their estimates and says nothing over seeds with one run", () => {
    for (const point of comparison.curves[0]!.points) {
      expect(point.difference.low).toBeLessThanOrEqual(point.difference.value);
      expect(point.difference.high).toBeGreaterThanOrEqual(point.difference.value);
      expect(point.overSeeds).toBeNull();
    }
    expect(comparison.tests.map(({ name }) => name)).toEqual([
      expect.stringMatching(/sign test/),
      expect.stringMatching(/McNemar/),
    ]);
  });

  it("is the same every time", () => {
    expect(compareModels(base, trained, SETTINGS)).toEqual(comparison);
  });

  it("is null without common problems", () => {
    expect(compareModels(base, collect("other", [{ p: "z", c: 1 }]), SETTINGS)).toBeNull();
  });

  it("limits k to the smallest n of both and warns about solve-sets", () => {
    const short = collect("short", [
      { p: "a", n: 4, c: 4 },
      { p: "b", n: 8, c: 0 },
    ]);
    const limited = compareModels(base, short, SETTINGS)!;
    expect(limited.curves[0]?.kMax).toBe(4);
    expect(limited.sets[0]?.expected.at(-1)?.k).toBe(4);
    expect(limited.notes.join()).toMatch(/between 4 and 8 samples/);
  });
});

describe("several seeds", () => {
  const rows = (shift: number, seeds: readonly number[]): Row[] =>
    seeds.flatMap((seed) =>
      ["a", "b", "c"].map((p, i) => ({ p, seed, c: Math.min(8, i + shift + (seed % 2)) })),
    );

  it("pairs common seeds and gives t intervals over them", () => {
    const comparison = compareModels(
      collect("base", rows(0, [1, 2, 3])),
      collect("rl", rows(2, [2, 3, 4])),
      SETTINGS,
    )!;
    expect(comparison.seeds).toEqual([2, 3]);
    expect(comparison.notes.join()).toMatch(/2 runs are left out/);
    const first = comparison.curves[0]!.points[0]!;
    expect(first.overSeeds).toMatchObject({ seeds: 2, value: expect.closeTo(0.25, 12) });
    expect(first.difference.value).toBeCloseTo(0.25, 12);
    expect(comparison.sets[0]?.perSeed.map(({ seed, gained }) => [seed, gained])).toEqual([
      [2, ["a"]],
      [3, []],
    ]);
    expect(comparison.tests.some(({ name }) => name.includes("t test over seeds"))).toBe(true);
  });

  it("compares one base run with every seed", () => {
    const one = collect(
      "base",
      ["a", "b", "c"].map((p, i) => ({ p, c: i })),
    );
    const comparison = compareModels(one, collect("rl", rows(1, [1, 2, 3])), SETTINGS)!;
    expect(comparison.seeds).toEqual([1, 2, 3]);
    expect(comparison.curves[0]?.points[0]?.overSeeds?.seeds).toBe(3);
  });

  it("averages each model over its own seeds when none is common", () => {
    const comparison = compareModels(
      collect("base", rows(0, [1, 3])),
      collect("rl", rows(2, [2, 4])),
      SETTINGS,
    )!;
    expect(comparison.notes.join()).toMatch(/share no seed/);
    expect(comparison.curves[0]?.points[0]?.overSeeds).toBeNull();
    const { lost, gained, kept, never } = comparison.sets[0]!.expected.at(-1)!;
    expect(lost + gained + kept + never).toBeCloseTo(3, 12);
  });
});

describe("forms and strata", () => {
  const model = (name: string, factor: number) =>
    collect(
      name,
      Array.from({ length: 6 }, (_, i) => ({
        p: `p${i}`,
        n: 16,
        c: i * factor,
        processC: i,
        nullC: 1,
        stratum: i < 3 ? "short" : "long",
      })),
    );

  it("compares process-verified and null curves, and each stratum", () => {
    const comparison = compareModels(model("base", 1), model("rl", 3), SETTINGS)!;
    expect(comparison.curves.map(({ form }) => form)).toEqual(["answer", "process", "null"]);
    expect(comparison.sets.map(({ form }) => form)).toEqual(["answer", "process"]);
    expect(comparison.curves[1]?.crossing.kind).toBe("equal");
    expect(comparison.strata.map(({ stratum, problems }) => [stratum, problems])).toEqual([
      ["long", 3],
      ["short", 3],
    ]);
    const long = comparison.strata[0]!.points[0]!;
    expect(long.baseline).toBeCloseTo(12 / 48, 12);
    expect(long.trained).toBeCloseTo(36 / 48, 12);
  });

  it("measures one model in all forms with the guess-adjusted curve", () => {
    const measured = measureModel(model("rl", 3), SETTINGS);
    expect(measured.avgAtN.value).toBeCloseTo(45 / 96, 12);
    expect(measured.solvedAtN.value).toBeCloseTo(5 / 6, 12);
    expect(measured.curves.adjusted?.[0]?.value).toBeCloseTo((45 / 96 - 1 / 16) / (1 - 1 / 16), 12);
    expect(measured.curves.forms.null?.all.at(-1)).toBe(1);
    // Null pass@16 is 1, so nothing is left to adjust.
    expect(measured.curves.adjusted?.at(-1)?.value).toBeNaN();
    expect(measured.silentGroups.map(({ groupSize }) => groupSize)).toEqual([4, 8, 16]);
    expect(measured.majAtN).toBeNull();
    expect(measured.diversity).toBeNull();
  });
});

describe("behaviour", () => {
  it("votes, and resamples problems for format shares", () => {
    const tally = createTally();
    const add = (problemId: string, extracted: string | null, correct: boolean, format: string): void => {
      const row = {
        kind: "sample" as const,
        problemId,
        model: "m",
        seed: null,
        stratum: null,
        temperature: null,
        sample: null,
        correct,
        processValid: correct,
        nullCorrect: null,
        coherent: true,
        format,
        length: 10,
        isTruncated: extracted === null,
        extracted,
        response: null,
        golds: [],
      };
      expect(tally.add(row, "m")).toBeNull();
    };
    for (const [answer, correct] of [
      ["1", true],
      ["1", true],
      ["2", false],
      [null, false],
    ] as const) {
      add("p", answer, correct, "prose");
      add("q", answer === "1" ? "3" : answer, false, "code");
    }
    const measured = measureModel(collectModels(tally)[0]!, SETTINGS);
    expect(measured.majAtN?.value).toBe(0.5);
    expect(measured.diversity).toMatchObject({ draws: 2, problems: 2, noAnswerShare: 0.25 });
    expect(
      measured.formats.map(({ format, share, accuracy, interval }) => [
        format,
        share,
        accuracy,
        interval.low,
      ]),
    ).toEqual([
      ["code", 0.5, 0, 0],
      ["prose", 0.5, 0.5, 0],
    ]);
    expect(measured.coherence).toMatchObject({
      samples: 8,
      coherent: 1,
      valid: 0.25,
      invalidGivenCorrect: 0,
    });
    expect(measured.truncatedShare).toBe(0.25);
    expect(measured.meanLength).toBe(10);
  });
});
