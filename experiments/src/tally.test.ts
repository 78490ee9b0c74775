import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shareOfModalAnswer } from "./measure.ts";
import { tallySamples } from "./tally.ts";
import { shareOfTraces, traceShares } from "./traces.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tally-"));
});
afterAll(() => rm(directory, { recursive: true }));

const row = (changes: object) => ({
  problem_id: "p0",
  stratum: "n4",
  model: "m",
  correct: true,
  process_valid: true,
  completion: "A: 1 + 2 = 3 #### 3",
  coherent: true,
  carry_coherent: true,
  steps: 1,
  calculator_errors: 0,
  null_correct: false,
  format: "A",
  length: 10,
  stop_reason: "stop",
  ...changes,
});

describe("tallySamples", () => {
  it("counts by model, problem and format, and leaves what could not be judged out of every rate", async () => {
    const file = join(directory, "samples.jsonl");
    const rows = [
      row({}),
      row({ process_valid: false }),
      row({ correct: false, process_valid: false, coherent: false, format: null, stop_reason: "length" }),
      row({ correct: null, process_valid: false }),
      row({ model: "other", null_correct: true }),
    ];
    await writeFile(file, `${rows.map((each) => JSON.stringify(each)).join("\n")}\n`);
    const tallies = await tallySamples(file);
    const tally = tallies.get("m");
    expect(tally?.problems.get("p0")).toMatchObject({
      n: 3,
      correct: 2,
      processValid: 1,
      nullCorrect: 0,
      failed: 1,
    });
    expect(tally?.formats.get("n4")).toEqual(
      new Map([
        ["A", { n: 2, correct: 2 }],
        ["none", { n: 1, correct: 0 }],
      ]),
    );
    expect(tally).toMatchObject({ samples: 3, truncated: 1, lengthSum: 30 });
    expect(tallies.get("other")?.problems.get("p0")).toMatchObject({ n: 1, nullCorrect: 1 });
  });

  it("counts answers, and traces that show work", async () => {
    const file = join(directory, "traces.jsonl");
    const wrong = { correct: false, process_valid: false };
    const rows = [
      row({ steps: 4 }),
      row({ steps: 4, process_valid: false }),
      row({ ...wrong, steps: 4, carry_coherent: false, completion: "A: 1 + 2 = 3 #### 4" }),
      row({ ...wrong, steps: 2, calculator_errors: 1, coherent: false, carry_coherent: false }),
      row({ process_valid: false, steps: 0, completion: "#### 4" }),
      row({ ...wrong, steps: 0, completion: "no answer" }),
      row({ stratum: "n5", problem_id: "p1" }),
    ];
    await writeFile(file, `${rows.map((each) => JSON.stringify(each)).join("\n")}\n`);
    const tally = (await tallySamples(file)).get("m");
    expect(tally?.answers.get("n4")).toEqual(
      new Map([
        ["3", 3],
        ["4", 2],
      ]),
    );
    expect(tally && shareOfModalAnswer(tally, ["n4"])).toBe(3 / 6);
    expect(tally && shareOfModalAnswer(tally, ["n4", "n5"])).toBe(3 / 4);
    const shares = {
      step_coherence: 13 / 14,
      coherence: 3 / 4,
      carry_coherence: 2 / 4,
      validity: 1 / 4,
      invalid_given_coherent: 2 / 3,
      invalid_given_correct: 1 / 2,
      coherent_given_wrong: 1 / 2,
    };
    for (const share of traceShares)
      expect(shareOfTraces(share, tally?.traces ?? new Map(), ["n4"]), share).toBeCloseTo(shares[share], 12);
    expect(shareOfTraces("validity", tally?.traces ?? new Map(), ["n4", "n5"])).toBeCloseTo(2 / 5, 12);
    expect(shareOfTraces("validity", new Map(), ["n4"])).toBeNaN();
  });
});
