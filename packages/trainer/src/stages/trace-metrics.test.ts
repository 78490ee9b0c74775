import { describe, expect, it } from "vitest";
import type { TraceJudgement } from "../reward/reward-source.ts";
import { describeJudgements } from "./trace-metrics.ts";

describe("describeJudgements", () => {
  it("means coherence over decided traces and shares over checked ones", () => {
    const judgements: TraceJudgement[] = [
      { coherence: 1, coverage: 1, validity: "supported" },
      { coherence: 0.5, coverage: 0.5, validity: "invalid" },
      { coverage: 0, validity: "unknown" },
      { coverage: 0, validity: "unknown" },
      undefined,
    ];
    expect(describeJudgements(judgements)).toEqual({
      "steps/coherence": 0.75,
      "steps/coverage": 0.375,
      "steps/supported_rate": 0.25,
      "steps/invalid_rate": 0.25,
    });
  });

  it("claims nothing about what was not checked or decided", () => {
    expect(describeJudgements([undefined, undefined])).toEqual({});
    expect(describeJudgements([{ coverage: 0, validity: "unknown" }])).not.toHaveProperty([
      "steps/coherence",
    ]);
  });
});
