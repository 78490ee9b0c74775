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
