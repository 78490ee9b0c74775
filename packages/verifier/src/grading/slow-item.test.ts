import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { defaultPolicy, type Verdict } from "../answer/index.ts";
import type { GradeTask } from "./grader.ts";
import { createInProcessGrader } from "./in-process-grader.ts";
import type { SlowItem } from "./slow-item.ts";

const task = (answer: string): GradeTask => ({
  item: { golds: ["SECRET gold"], candidate: { answer } },
  policy: defaultPolicy,
});

const verdict: Verdict = { kind: "score", correct: true, method: "numeric", reason: "SECRET", fuelUsed: 7 };

/** Takes long on an answer that says so. */
function gradeOne({ item: { candidate } }: GradeTask): Verdict {
  const end = performance.now() + ("answer" in candidate && candidate.answer.includes("slow") ? 30 : 0);
  while (performance.now() < end);
  return verdict;
}

async function grade(slowMs: number, answers: readonly string[]): Promise<SlowItem[]> {
  const told: SlowItem[] = [];
  await createInProcessGrader(gradeOne, { slowMs }).grade(answers.map(task), undefined, (item) =>
    told.push(item),
  );
  return told;
}

test("a slow item is told by place, sizes, hash and what it came to", async () => {
  // The bound is far from both: a busy machine may stretch an item that is quick.
  const told = await grade(29, ["quick", "SECRET slow", "quick"]);
  const item = told.find(({ index }) => index === 1);
  const text = JSON.stringify([["SECRET gold"], "SECRET slow"]);
  expect(item).toEqual({
    index: 1,
    ms: expect.any(Number),
    work: "answer",
    grader: "math",
    tier: "numeric",
    outcome: "correct",
    fuelUsed: 7,
    chars: 11,
    contextChars: 11,
    hash: createHash("sha256").update(text).digest("hex").slice(0, 16),
  });
  expect(item!.ms).toBeGreaterThanOrEqual(29);
  expect(JSON.stringify(told)).not.toContain("SECRET");
});

test("0 tells of none", async () => {
  expect(await grade(0, ["slow"])).toEqual([]);
});
