import { describe, expect, it } from "vitest";
import { toCamelCase } from "../config/key-case.ts";
import { rewardSchema } from "../config/reward-schema.ts";
import { findLedgerRisks } from "./ledger-risks.ts";

const file = { store: "file", batchMemory: 100 };
const memory = { store: "memory", batchMemory: 100 };
const posterior = { admission: "posterior" };
const selection = { selection: { method: "posterior" } };

describe("findLedgerRisks", () => {
  // A step of 32 groups of 16 rollouts is 8 batches of 64.
  it.each([
    ["decisions that need no ledger", {}, 100, memory, []],
    ["a ledger on disk", posterior, 12, file, []],
    ["a ledger in memory", posterior, 12, memory, [/in memory.*--ledger/]],
    ["selection from memory", selection, 12, memory, [/in memory/]],
    [
      "more batches than are remembered",
      selection,
      13,
      file,
      [/104 batches .* remembers 100.*batch_memory=104/],
    ],
    ["both", posterior, 100, memory, [/in memory/, /800 batches/]],
  ])("%s", (_name, reward, checkpointEvery, ledger, expected) => {
    const config = {
      reward: toCamelCase(rewardSchema.parse(reward)),
      promptsPerStep: 32,
      groupSize: 16,
      checkpointEvery,
    };
    expect(findLedgerRisks(config, { ledger, maxBatchItems: 1000 })).toEqual(
      expected.map((pattern) => expect.stringMatching(pattern)),
    );
  });
});
