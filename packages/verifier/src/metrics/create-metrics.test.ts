import { expect, test } from "vitest";
import { CallTally } from "../service/call-tally.ts";
import { createMetrics } from "./create-metrics.ts";

test("a reason that a loaded grader made up is no label", async () => {
  const metrics = createMetrics();
  const tally = new CallTally();
  for (const reason of ["SECRET one", "SECRET two", "equal"])
    tally.add({ kind: "score", correct: reason === "equal", method: "custom", reason });
  metrics.observer.started("GradeAnswers");
  metrics.observer.ended("GradeAnswers", "OK", 0.25, tally);
  const text = await metrics.render();
  expect(text).not.toContain("SECRET");
  expect(text).toContain('touchstone_verdicts_total{kind="incorrect",method="custom",reason="other"} 2');
  expect(text).toContain('touchstone_verdicts_total{kind="correct",method="custom",reason="equal"} 1');
});

test.each([
  'touchstone_requests_total{rpc="GradeAnswers",code="INTERNAL"} 0',
  'touchstone_requests_total{rpc="StreamRollouts",code="INTERNAL"} 0',
  'touchstone_items_total{rpc="ScoreRollouts"} 0',
  'touchstone_failures_total{kind="no_gold"} 0',
  'touchstone_failures_total{kind="internal"} 0',
])("%s from the start, so that the first event is an increase", async (line) => {
  expect((await createMetrics().render()).split("\n")).toContain(line);
});

test("a door of a trainer shows its counts from its first call on", async () => {
  const metrics = createMetrics();
  metrics.observer.started("slime");
  expect(await metrics.render()).toContain('touchstone_requests_total{rpc="slime",code="INTERNAL"} 0');
});
