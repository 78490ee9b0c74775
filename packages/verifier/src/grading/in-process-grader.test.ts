import { expect, test } from "vitest";
import { defaultPolicy, type Verdict } from "../answer/index.ts";
import type { GradeTask } from "./grader.ts";
import { createInProcessGrader } from "./in-process-grader.ts";

const task = (answer: string): GradeTask => ({
  item: { golds: ["1"], candidate: { answer } },
  policy: defaultPolicy,
});

const correct: Verdict = { kind: "score", correct: true, reason: "equal", fuelUsed: 1 };

function spend(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test("a defect in one item is the failure of that item alone, and says nothing of its text", async () => {
  const grader = createInProcessGrader(({ item }) => {
    if ("answer" in item.candidate && item.candidate.answer === "secret") {
      throw new RangeError(`cannot read ${item.candidate.answer}`);
    }
    return correct;
  });
  const verdicts = await grader.grade([task("1"), task("secret"), task("2")]);
  expect(verdicts.map((verdict) => verdict.kind)).toEqual(["score", "failure", "score"]);
  expect(verdicts[1]).toMatchObject({ failure: "internal" });
  expect(JSON.stringify(verdicts)).not.toContain("secret");
});

test("a defect in one rollout is the failure of that rollout alone", async () => {
  const grader = createInProcessGrader(({ item }) => {
    if (item.golds[0] === "secret") throw new RangeError("secret");
    return correct;
  });
  const rollouts = ["1", "secret", "2"].map((gold) => ({
    prompt: { problem: "1?", golds: [gold], policy: defaultPolicy, detects: true },
    response: "1",
  }));
  const judged = await grader.judge(rollouts);
  expect(judged.map(({ verdict }) => verdict.kind)).toEqual(["score", "failure", "score"]);
  expect(judged.map(({ findings }) => findings !== undefined)).toEqual([true, false, true]);
  expect(JSON.stringify(judged)).not.toContain("secret");
});

test("a long batch leaves the event loop free in between", async () => {
  const grader = createInProcessGrader(
    () => {
      spend(2);
      return correct;
    },
    { sliceMs: 5 },
  );
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const verdicts = await grader.grade(Array.from({ length: 50 }, () => task("1")));
  clearInterval(timer);
  expect(verdicts).toHaveLength(50);
  expect(turns).toBeGreaterThanOrEqual(5);
});

test("an aborted batch stops within a slice", async () => {
  const controller = new AbortController();
  let graded = 0;
  const grader = createInProcessGrader(
    () => {
      spend(1);
      graded++;
      return correct;
    },
    { sliceMs: 3 },
  );
  setTimeout(() => controller.abort(new Error("gone")), 20);
  const tasks = Array.from({ length: 100_000 }, () => task("1"));
  await expect(grader.grade(tasks, controller.signal)).rejects.toThrow("gone");
  expect(graded).toBeLessThan(10_000);
});
