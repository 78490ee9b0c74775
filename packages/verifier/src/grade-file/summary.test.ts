import { expect, test } from "vitest";
import type { Verdict } from "../answer/index.ts";
import { compareWithLabel } from "./agreement.ts";
import type { LineResult } from "./grade-lines.ts";
import { formatDisagreement, formatSummary, SummaryBuilder } from "./summary.ts";

const score = (correct: boolean): Verdict => ({ kind: "score", correct, reason: "different", fuelUsed: 1 });
const failure: Verdict = { kind: "failure", failure: "undecided", message: "m", fuelUsed: 1 };

function graded(verdict: Verdict, label?: boolean): LineResult & { kind: "graded" } {
  const comparison = compareWithLabel(verdict, label);
  const item = { golds: ["1"], candidate: { answer: "2" } };
  return {
    kind: "graded",
    line: 3,
    record: { id: "x", item, ...(label === undefined ? {} : { label }) },
    verdict,
    ...(comparison === undefined ? {} : { comparison }),
  };
}

test("counts, and agreement with labels", () => {
  const builder = new SummaryBuilder();
  builder.add({ kind: "malformed", line: 1, problem: "p" });
  for (const [verdict, label] of [
    [score(true), true],
    [score(true), false],
    [score(false), true],
    [score(false), undefined],
    [failure, true],
  ] as const) {
    builder.add(graded(verdict, label));
  }
  const summary = builder.read();
  expect(summary).toEqual({
    graded: 5,
    correct: 2,
    incorrect: 2,
    failed: 1,
    failures: { undecided: 1 },
    malformed: 1,
    agreement: { labelled: 3, agreed: 1, falsePositives: 1, falseNegatives: 1, unscored: 1 },
  });
  expect(formatSummary(summary)).toContain(
    "agreement  1 of 3 labelled (33.33 %); false positives 1, false negatives 1",
  );
});

test("without labels there is no agreement", () => {
  const builder = new SummaryBuilder();
  builder.add(graded(score(true)));
  expect(builder.read().agreement).toBeUndefined();
});

test("a disagreement names its line", () => {
  expect(formatDisagreement("f.jsonl", graded(score(true), false))).toBe(
    'f.jsonl:3: x false_positive: gold "1", no answer (different)\n',
  );
});
