import { expect, test } from "vitest";
import { findClosestWord, suggestWord } from "./closest-word.ts";

const known = ["truth", "format", "random", "inverted", "majority"];

test("a slip of the pen finds its word", () => {
  expect(findClosestWord("thruth", known)).toBe("truth");
  expect(findClosestWord("Majorty", known)).toBe("majority");
  expect(suggestWord("formt", known)).toBe(` Did you mean "format"? Known: ${known.join(", ")}.`);
});

test("a word far from all finds none, and a huge one costs nothing", () => {
  expect(findClosestWord("step_wise", known)).toBeUndefined();
  expect(findClosestWord("x".repeat(1e7), known)).toBeUndefined();
  expect(suggestWord("xyz", known)).toBe(` Known: ${known.join(", ")}.`);
});
