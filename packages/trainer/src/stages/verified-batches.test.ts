import { describe, expect, it } from "vitest";
import { createMarkerRewards } from "../../test/support/marker-rewards.ts";
import { findTask } from "../tasks/registry.ts";
import { createTaskTokenizer } from "../tokenizer/task-tokenizer.ts";
import { createListExamples, type TrainingExample } from "./example-source.ts";
import { createPlainReader, createVerifiedReader } from "./verified-batches.ts";

const tokenizer = createTaskTokenizer(findTask("chain"));
const { signal } = new AbortController();
// Every third example carries a wrong answer.
const example = (index: number): TrainingExample => ({
  prompt: "^ a 3 ; ?",
  completion: `#### ${index % 3 === 0 ? 9 : index % 7}`,
  golds: [String(index % 7)],
});
const decode = (sequences: readonly { tokens: Int32Array; promptLength: number }[]) =>
  sequences.map(({ tokens, promptLength }) => tokenizer.decode(tokens.subarray(promptLength)));

describe("createVerifiedReader", () => {
  const reader = createVerifiedReader({ example }, tokenizer, 4, { rewards: createMarkerRewards(), signal });

  it("fills each batch with correct examples, in order, and counts the others", async () => {
    const first = await reader(0);
    expect(decode(first.sequences)).toEqual([1, 2, 4, 5].map((i) => `#### ${i % 7}`));
    expect(first).toMatchObject({ next: 6, dropped: 2 });
    const second = await reader(first.next);
    expect(decode(second.sequences)).toEqual([7, 8, 10, 11].map((i) => `#### ${i % 7}`));
  });

  it("gives the same batch again for the same index", async () => {
    expect(await reader(6)).toEqual(await reader(6));
  });

  it("gives up when hardly anything is correct", async () => {
    const wrong = { example: (index: number) => ({ ...example(index), golds: ["nothing"] }) };
    const fruitless = createVerifiedReader(wrong, tokenizer, 4, { rewards: createMarkerRewards(), signal });
    await expect(fruitless(0)).rejects.toMatchObject({
      code: "DATA_INVALID",
      message: expect.stringContaining("graded 0 of 80 examples correct"),
    });
  });
});

describe("createPlainReader", () => {
  it("reads consecutive examples and ends them with the end token", async () => {
    const batch = await createPlainReader({ example }, tokenizer, 3)(5);
    expect(decode(batch.sequences)).toEqual(["#### 5", "#### 9", "#### 0"]);
    expect(batch.sequences[0]?.tokens.at(-1)).toBe(tokenizer.eosId);
    expect(batch).toMatchObject({ next: 8, dropped: 0 });
  });
});

describe("createListExamples", () => {
  it("meets every example once an epoch, each epoch in an order of its own", () => {
    const list = Array.from({ length: 9 }, (_, i) => example(i));
    const source = createListExamples(list, [1]);
    const read = (from: number) =>
      Array.from({ length: 9 }, (_, i) => list.indexOf(source.example(from + i)));
    expect([...read(0)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...read(9)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(read(9)).not.toEqual(read(0));
    expect(read(0)).toEqual(read(0));
  });
});
