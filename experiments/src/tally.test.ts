import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tallySamples } from "./tally.ts";

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
  coherent: true,
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
    expect(tally).toMatchObject({ samples: 3, truncated: 1, coherent: 2, coherentInvalid: 1, lengthSum: 30 });
    expect(tallies.get("other")?.problems.get("p0")).toMatchObject({ n: 1, nullCorrect: 1 });
  });
});
