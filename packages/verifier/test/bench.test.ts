import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { gradeAnswer } from "@touchstone/verifier/answer";
import { checkSteps } from "@touchstone/verifier/steps";
import { expect, test } from "vitest";
import { createHostileItems } from "../bench/hostile-items.ts";
import { createHostileTraces } from "../bench/hostile-traces.ts";
import { createBareItems, createResponseItems } from "../bench/real-items.ts";
import { createRealTraces } from "../bench/real-traces.ts";
import { quantile, timeItems } from "../bench/time-items.ts";
import { equationsOf } from "../bench/trace-equations.ts";

const dataFolder = process.env["TOUCHSTONE_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");

test("quantiles", () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.5, 0.99, 1].map((share) => quantile(values, share))).toEqual([1, 3, 5, 5]);
  expect(quantile([], 0.5)).toBeNaN();
});

test("every item gets a time of its own", () => {
  const times = timeItems([{ golds: ["1"], candidate: { answer: "1" } }], gradeAnswer, 2);
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

test("hostile traces are checked or refused by a limit", () => {
  const traces = createHostileTraces(20_000);
  expect(traces.length).toBeGreaterThan(190);
  for (const { name, item } of traces) {
    const verdict = checkSteps(item);
    expect([name, verdict]).not.toMatchObject([name, { failure: "internal" }]);
    if (name.startsWith("over the limit"))
      expect([name, verdict]).toMatchObject([name, { failure: "limit_exceeded" }]);
  }
});

test("equations of a trace are those that were decided, cut at their sign", () => {
  const trace = ["12 * 3 = 36 pens", "Then 36 + 5 = 42 and 7 > 5", "x = 4"];
  expect(equationsOf({ problem: "", trace })).toEqual([
    { left: "12 * 3", right: "36 pens", holds: true },
    { left: "36 + 5", right: "42", holds: false },
  ]);
});

test.skipIf(!existsSync(dataFolder))(
  `real traces are distinct, and most hold equations (${dataFolder})`,
  () => {
    const traces = createRealTraces(dataFolder);
    expect(traces.length).toBeGreaterThan(2000);
    expect(new Set(traces.map((trace) => JSON.stringify(trace))).size).toBe(traces.length);
    const sample = traces.filter((_, index) => index % 40 === 0);
    expect(sample.flatMap(equationsOf).length).toBeGreaterThan(sample.length);
  },
);
