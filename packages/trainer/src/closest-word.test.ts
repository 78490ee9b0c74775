import { describe, expect, it } from "vitest";
import { findClosestWord, suggestWord } from "./closest-word.ts";

const words = ["batch_size", "learning_rate", "steps", "name"];

describe("findClosestWord", () => {
  it.each([
    ["batchsize", "batch_size"],
    ["Batch_Size", "batch_size"],
    ["learning_rtae", "learning_rate"],
    ["step", "steps"],
    ["nmae", "name"],
    ["zzz", undefined],
    ["", undefined],
    ["x".repeat(100_000), undefined],
  ])("%.20s", (word, expected) => {
    expect(findClosestWord(word, words)).toBe(expected);
  });
});

describe("suggestWord", () => {
  it("suggests or lists", () => {
    expect(suggestWord("stpes", words)).toBe('. Did you mean "steps"?');
    expect(suggestWord("q", ["alpha", "beta"])).toBe(". Known: alpha, beta.");
    expect(suggestWord("q", [])).toBe(". Known: none.");
  });
});
