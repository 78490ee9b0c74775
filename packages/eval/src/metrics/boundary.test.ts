import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaBetween } from "./area-between.ts";
import { boundaryChange, samplingEfficiencyGap } from "./boundary-indices.ts";
import { findCrossing, listSideChanges, rankCrossing, summarizeCrossings } from "./crossing.ts";
import { selectCurveKs, selectTableKs } from "./k-grid.ts";
import { pairProblems } from "./pair-problems.ts";
import { columnMeans, joinTables, tabulatePass } from "./pass-table.ts";
import { compareSolveSets, expectSolveSets } from "./solve-sets.ts";

const KS = [1, 2, 4, 8, 16];

describe("findCrossing", () => {
  it("interpolates in log k", () => {
    // Zero halfway between log 2 and log 4: k = sqrt(8).
    const crossing = findCrossing(KS, [0.3, 0.1, -0.1, -0.2, -0.2]);
    expect(crossing).toEqual({ kind: "crosses", k: expect.closeTo(Math.sqrt(8), 12) });
  });

  it("finds the k of a difference that is linear in log k", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.01, max: 63, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (at, slope) => {
          const ks = selectCurveKs(64);
          const differences = ks.map((k) => slope * (Math.log(at) - Math.log(k)));
          const crossing = findCrossing(ks, differences);
          expect(rankCrossing(crossing) / at).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it("says none when the trained curve stays above, and does not count touching", () => {
    expect(findCrossing(KS, [0.3, 0.2, 0.1, 0.1, 0])).toEqual({ kind: "none", upTo: 16 });
    expect(findCrossing(KS, [0.3, 0, 0.1, 0.1, 0])).toEqual({ kind: "none", upTo: 16 });
  });

  it("tells a curve that starts below from one that never differs", () => {
    expect(findCrossing(KS, [-0.1, -0.1, 0, 0, 0])).toEqual({
      kind: "from_start",
      upTo: 16,
      overtakesAt: null,
    });
    expect(findCrossing(KS, [-0.1, 0.1, 0, 0, 0])).toMatchObject({
      overtakesAt: expect.closeTo(Math.SQRT2, 12),
    });
    expect(findCrossing(KS, [0, 0, 0, 0, 0])).toEqual({ kind: "equal", upTo: 16 });
  });

  it("places a crossing after a stretch of equality where equality begins", () => {
    expect(findCrossing(KS, [0.2, 0, 0, -0.1, -0.1])).toEqual({ kind: "crosses", k: expect.closeTo(2, 12) });
  });

  it("lists every change of sides", () => {
    const changes = listSideChanges(KS, [-0.1, 0.1, 0.1, -0.1, -0.1]);
    expect(changes.map(({ side }) => side)).toEqual(["above", "below"]);
    expect(changes[1]!.k).toBeCloseTo(Math.sqrt(32), 12);
    expect(listSideChanges(KS, [0.1, 0.1, 0, 0, 0.1])).toEqual([]);
  });
});

describe("summarizeCrossings", () => {
  it("counts a resample without a crossing as beyond the range", () => {
    const crosses = Array.from({ length: 60 }, (_, i) => ({ kind: "crosses" as const, k: 2 + i / 60 }));
    const none = Array.from({ length: 40 }, () => ({ kind: "none" as const, upTo: 16 }));
    const summary = summarizeCrossings([...crosses, ...none]);
    expect(summary.high).toBe(Number.POSITIVE_INFINITY);
    expect(summary.low).toBeGreaterThanOrEqual(2);
    expect(summary.shares).toEqual({ crosses: 0.6, none: 0.4, from_start: 0, equal: 0 });
  });
});

describe("areaBetween", () => {
  it("is the constant of a constant difference and the midpoint of one linear in log k", () => {
    expect(areaBetween(KS, [0.2, 0.2, 0.2, 0.2, 0.2])).toBeCloseTo(0.2, 12);
    expect(areaBetween(KS, [0.4, 0.3, 0.2, 0.1, 0])).toBeCloseTo(0.2, 12);
    expect(areaBetween([1], [0.3])).toBe(0.3);
  });
});

describe("solve-sets", () => {
  const pair = (problemId: string, before: number, after: number, n = 4) => ({
    baseline: { problemId, n, c: before },
    trained: { problemId, n, c: after },
  });
  const pairs = [pair("a", 1, 0), pair("b", 0, 2), pair("c", 3, 4), pair("d", 0, 0), pair("e", 0, 1)];

  it("sorts problems by what solved them", () => {
    expect(compareSolveSets(pairs)).toMatchObject({
      lost: ["a"],
      gained: ["b", "e"],
      kept: ["c"],
      never: ["d"],
      pValue: 1,
      smallestN: 4,
      largestN: 4,
    });
  });

  it("expects at k = n what was observed, and always adds up", () => {
    expect(expectSolveSets(pairs, 4)).toEqual({ lost: 1, gained: 2, kept: 1, never: 1 });
    for (const k of [1, 2, 3]) {
      const { lost, gained, kept, never } = expectSolveSets(pairs, k);
      expect(lost + gained + kept + never).toBeCloseTo(5, 12);
    }
    expect(() => expectSolveSets(pairs, 5)).toThrowError(expect.objectContaining({ code: "K_TOO_LARGE" }));
  });
});

describe("boundary indices", () => {
  const baseline = [
    { n: 8, c: 1 },
    { n: 8, c: 2 },
  ];
  const trained = [
    { n: 8, c: 8 },
    { n: 8, c: 0 },
  ];

  it("read the ends of the curves", () => {
    expect(samplingEfficiencyGap(baseline, trained, 8)).toBeCloseTo(1 - 0.5, 12);
    expect(boundaryChange(baseline, trained)).toBeCloseTo(0.5 - 1, 12);
    expect(boundaryChange(baseline, trained, 1)).toBeCloseTo(0.5 - 0.1875, 12);
  });
});

describe("tables", () => {
  it("average seeds instead of pooling their samples", () => {
    const seeds = [
      { n: 2, c: 2 },
      { n: 2, c: 0 },
    ];
    const table = tabulatePass([seeds], [1, 2]);
    // Pooled counts 2 of 4 would give pass@2 = 5/6.
    expect([...table.values]).toEqual([0.5, 0.5]);
    const joined = joinTables([table, tabulatePass([[{ n: 4, c: 1 }]], [4])]);
    expect([...columnMeans(joined)]).toEqual([0.5, 0.5, 1]);
  });

  it("cover the range of k", () => {
    expect(selectCurveKs(5)).toEqual([1, 2, 3, 4, 5]);
    const ks = selectCurveKs(1024);
    expect(ks[0]).toBe(1);
    expect(ks.at(-1)).toBe(1024);
    expect(ks).toEqual([...new Set(ks)].sort((a, b) => a - b));
    expect(ks.length).toBeLessThan(45);
    expect(selectTableKs(50)).toEqual([1, 2, 4, 8, 16, 32, 50]);
    expect(selectTableKs(1)).toEqual([1]);
    expect(selectTableKs(64)).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });
});

describe("pairProblems", () => {
  it("keeps common problems in order and names the rest", () => {
    const of = (...ids: string[]) => ids.map((problemId) => ({ problemId }));
    const paired = pairProblems(of("a", "b", "c"), of("c", "d", "a"));
    expect(paired.pairs.map(({ baseline }) => baseline.problemId)).toEqual(["a", "c"]);
    expect(paired.baselineOnly).toEqual(["b"]);
    expect(paired.trainedOnly).toEqual(["d"]);
  });
});
