import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { gradeAnswer } from "@touchstone/verifier/answer";
import { expect, test } from "vitest";
import { createHostileItems } from "../bench/hostile-items.ts";
import { createBareItems, createResponseItems } from "../bench/real-items.ts";
import { quantile, timeItems } from "../bench/time-items.ts";

const dataFolder = process.env["TOUCHSTONE_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");

test("quantiles", () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.5, 0.99, 1].map((share) => quantile(values, share))).toEqual([1, 3, 5, 5]);
  expect(quantile([], 0.5)).toBeNaN();
});

test("every item gets a time of its own", () => {
  const times = timeItems([{ golds: ["1"], candidate: { answer: "1" } }], 2);
  expect(times).toHaveLength(1);
  expect(times[0]).toBeGreaterThan(0);
});

test("hostile items are refused, apart from those that equal their own gold", () => {
  const items = createHostileItems();
  expect(items.length).toBeGreaterThan(250);
  for (const { name, item } of items.filter(({ name }) => !name.endsWith("against itself and 1"))) {
    const verdict = gradeAnswer(item);
    expect([name, verdict.kind === "score" && verdict.correct]).toEqual([name, false]);
    expect([name, verdict]).not.toMatchObject([name, { failure: "internal" }]);
  }
});

test.skipIf(!existsSync(dataFolder))(`real items are distinct and mixed (${dataFolder})`, () => {
  for (const items of [createBareItems(dataFolder), createResponseItems(dataFolder)]) {
    expect(items.length).toBeGreaterThan(2000);
    expect(new Set(items.map(({ ours }) => JSON.stringify(ours))).size).toBeGreaterThan(0.98 * items.length);
  }
});
