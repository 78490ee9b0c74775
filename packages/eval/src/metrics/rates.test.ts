import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modalAnswerShare, uniqueAnswerRatio } from "./answer-diversity.ts";
import { averageAtN } from "./avg-at-n.ts";
import { rateCoherence } from "./coherence.ts";
import { coverAtTau } from "./cover-at-tau.ts";
import { shareFormats } from "./format-shares.ts";
import { adjustForGuessing } from "./guess-adjusted.ts";
import { majorityAtN } from "./maj-at-n.ts";
import { computePassCurve } from "./pass-at-k.ts";
import { bandPassRates } from "./pass-rate-histogram.ts";
import { estimateSilentGroupRate, measureSilentGroupRate } from "./silent-groups.ts";

describe("averageAtN", () => {
  it("weighs problems equally, whatever their n", () => {
    expect(
      averageAtN([
        { n: 10, c: 10 },
        { n: 2, c: 0 },
      ]),
    ).toBe(0.5);
  });
});

describe("majorityAtN", () => {
  const vote = (...answers: [string, number, number][]): number =>
    majorityAtN(answers.map(([answer, count, correct]) => ({ answer, count, correct })));

  it("follows the most frequent answer, right or wrong", () => {
    expect(vote(["a", 3, 3], ["b", 2, 0])).toBe(1);
    expect(vote(["a", 2, 2], ["b", 3, 0])).toBe(0);
  });

  it("breaks ties evenly, in any order", () => {
    expect(vote(["a", 2, 2], ["b", 2, 0])).toBe(0.5);
    expect(vote(["c", 1, 0], ["b", 2, 0], ["a", 2, 2], ["d", 2, 0])).toBeCloseTo(1 / 3, 12);
  });

  it("is 0 without answers", () => {
    expect(vote()).toBe(0);
  });
});

describe("coverAtTau", () => {
  const problems = [
    { n: 30, c: 3 },
    { n: 30, c: 0 },
    { n: 10, c: 10 },
    { n: 3, c: 1 },
  ];

  it("counts problems at or above tau, free of rounding", () => {
    expect(coverAtTau(problems, 0.1)).toBe(0.75);
    expect(coverAtTau(problems, 1 / 3)).toBe(0.5);
    expect(coverAtTau(problems, 1)).toBe(0.25);
  });
});

describe("silent groups", () => {
  it("estimates p^G + (1-p)^G without bias", () => {
    const [n, p, G] = [9, 0.3, 4];
    let choose = 1;
    let mean = 0;
    for (let c = 0; c <= n; c++) {
      mean += choose * p ** c * (1 - p) ** (n - c) * estimateSilentGroupRate([{ n, c }], G);
      choose = (choose * (n - c)) / (c + 1);
    }
    expect(mean).toBeCloseTo(p ** G + (1 - p) ** G, 12);
  });

  it("refuses groups larger than n", () => {
    expect(() => estimateSilentGroupRate([{ n: 4, c: 1 }], 8)).toThrowError(
      expect.objectContaining({ code: "K_TOO_LARGE" }),
    );
  });

  it("counts observed groups with equal rewards", () => {
    expect(
      measureSilentGroupRate([
        [0, 0],
        [1, 0],
        [0.5, 0.5],
        [1, 1],
      ]),
    ).toBe(0.75);
    expect(measureSilentGroupRate([])).toBeNaN();
  });
});

describe("answer diversity", () => {
  it("is the mean over all subsets of draws", () => {
    const samples = ["a", "a", "a", "b", "b", "c"];
    const answers = [{ count: 3 }, { count: 2 }, { count: 1 }];
    for (let m = 1; m <= 6; m++) {
      let subsets = 0;
      let distinct = 0;
      for (let mask = 0; mask < 64; mask++) {
        const chosen = samples.filter((_, i) => (mask >> i) & 1);
        if (chosen.length !== m) continue;
        subsets++;
        distinct += new Set(chosen).size;
      }
      expect(uniqueAnswerRatio(answers, m)).toBeCloseTo(distinct / subsets / m, 12);
    }
  });

  it("defaults to the plain ratio, and is undefined without answers", () => {
    expect(uniqueAnswerRatio([{ count: 3 }, { count: 1 }])).toBe(0.5);
    expect(modalAnswerShare([{ count: 3 }, { count: 1 }])).toBe(0.75);
    expect(uniqueAnswerRatio([])).toBeNaN();
    expect(modalAnswerShare([])).toBeNaN();
  });
});

describe("adjustForGuessing", () => {
  it("takes a model without skill to zero at every k", () => {
    // 60 samples that guess among 5 answers: 12 right, and 12 right against any other problem's answer.
    const guess = computePassCurve({ n: 60, c: 12 });
    for (const pass of guess.subarray(0, 20)) expect(adjustForGuessing(pass, pass)).toBe(0);
    expect(adjustForGuessing(1, 0.5)).toBe(1);
    expect(adjustForGuessing(0.75, 0.5)).toBe(0.5);
    expect(adjustForGuessing(1, 1)).toBeNaN();
  });
});

describe("bandPassRates", () => {
  it("keeps exactly 0 and exactly 1 apart and adds up to 1", () => {
    const shares = bandPassRates([0, 1, 2, 3, 4, 5, 6, 7, 8].map((c) => ({ n: 8, c })));
    expect(shares.map((share) => Math.round(share * 9))).toEqual([1, 2, 2, 2, 1, 1]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1 }), (pairs) => {
        const counts = pairs.map(([a, b]) => ({ n: a + b + 1, c: a }));
        expect(bandPassRates(counts).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe("shareFormats", () => {
  it("orders by share and keeps accuracy within the format", () => {
    const shares = shareFormats([
      { format: "prose", count: 1, correct: 1 },
      { format: "code", count: 3, correct: 1 },
      { format: "none", count: 0, correct: 0 },
    ]);
    expect(shares.map(({ format, share, accuracy }) => [format, share, accuracy])).toEqual([
      ["code", 0.75, 1 / 3],
      ["prose", 0.25, 1],
    ]);
  });
});

describe("rateCoherence", () => {
  it("divides by what the rate is about", () => {
    const rates = rateCoherence({
      n: 10,
      coherent: 8,
      valid: 6,
      coherentInvalid: 2,
      correct: 5,
      correctInvalid: 1,
    });
    expect(rates).toEqual({
      coherent: 0.8,
      valid: 0.6,
      invalidGivenCoherent: 0.25,
      invalidGivenCorrect: 0.2,
    });
  });
});
