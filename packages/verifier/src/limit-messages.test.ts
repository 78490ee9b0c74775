import { expect, test } from "vitest";
import { defaultPolicy, type GradeLimits, gradeAnswer } from "./answer/index.ts";
import { LedgerFullError, OverloadedError } from "./errors.ts";
import { readLines } from "./grade-file/read-lines.ts";
import { builtInGraders } from "./graders/built-in.ts";
import { createGradeOne } from "./grading/grade-task.ts";
import { ByteBudget } from "./http/byte-budget.ts";
import { tooLarge, tooManyBytes } from "./http/read-body.ts";
import { requireBatchSize } from "./service/batch-size.ts";
import { createJobRules } from "./service/pool-rules.ts";
import { checkSteps, defaultStepLimits } from "./steps/index.ts";

/** The message of a failure, or of what is thrown. */
function messageOf(work: () => unknown): string {
  try {
    const result = work() as { readonly message?: string };
    return result.message ?? "";
  } catch (error) {
    return (error as Error).message;
  }
}

const grade = (gold: string, limits: Partial<GradeLimits>, grader?: string) => () =>
  createGradeOne(limits)({
    item: { golds: [gold], candidate: { answer: "7" } },
    policy: defaultPolicy,
    ...(grader === undefined ? {} : { grader: { name: grader, options: {} } }),
  });

const check =
  (limits: object, ...trace: string[]) =>
  () =>
    checkSteps({ problem: "", trace }, { ...defaultStepLimits, ...limits });

const failLost = () => {
  const { fail } = createJobRules(builtInGraders, { timeoutMs: 123, memoryMib: 64 });
  const result = fail({ kind: "traces", traces: [{ problem: "", trace: "1" }] });
  return result.kind === "traces" ? result.verdicts[0] : undefined;
};

const nested = `${"(".repeat(50)}1${")".repeat(50)}`;

test.each([
  ["--max-answer-chars", 10, grade("1+1+1+1+1+1+1", { maxAnswerChars: 10 })],
  ["--max-answer-chars", 10, grade("x".repeat(11), { maxAnswerChars: 10 }, "exact")],
  ["--max-depth", 20, grade(nested, { maxDepth: 20 })],
  ["--max-depth", 2, grade("[[[[1]]]]", { maxDepth: 2 }, "json")],
  ["--max-tokens", 5, grade("1+2+3+4+5+6", { maxTokens: 5 })],
  ["--fuel", 3, grade("1+2+3+4+5+6", { fuel: 3 })],
  ["--fuel", 3, grade("[1, 2, 3]", { fuel: 3 }, "json")],
  ["--max-response-chars", 12, grade("So it is \\boxed{2}.", { maxResponseChars: 12 })],
  ["--max-trace-chars", 5, check({ maxTraceChars: 5 }, "1 + 1 = 2")],
  ["--max-trace-steps", 1, check({ maxSteps: 1 }, "1 + 1 = 2", "1 + 1 = 2")],
  ["--trace-fuel", 7, check({ fuel: 7 }, "1 + 1 = 2")],
  ["--max-items", 3, () => requireBatchSize("items", 4, 3)],
  ["--max-queued-items", 9, () => new OverloadedError(8, 9, 100)],
  ["--ledger-max-problems", 11, () => new LedgerFullError(11)],
  ["--http-max-body-mib", 77, () => tooLarge(77)],
  ["--http-max-buffered-mib", 66, () => tooManyBytes(new ByteBudget(66))],
  ["--worker-timeout-ms", 123, failLost],
  ["--worker-memory-mib", 64, failLost],
])("a failure from %s names it and its value, %i", (flag, value, work) => {
  const message = messageOf(work);
  expect(message).toContain(`${flag}`);
  expect(message).toMatch(new RegExp(`\\b${value}\\b`));
});

test("a line over the limit of a file names --max-line-mib and its bytes", async () => {
  async function* chunks() {
    yield Buffer.from("123456789\n");
  }
  for await (const { problem } of readLines(chunks(), 5)) expect(problem).toMatch(/5 bytes.*--max-line-mib/);
});

test("an answer over a limit is told with it where the verdict is explained", () => {
  const exceeded: unknown[] = [];
  const limits = { maxDepth: 20 };
  const trace = (step: object) => {
    if ("exceeded" in step) exceeded.push(step.exceeded);
  };
  const verdict = gradeAnswer({ golds: ["1"], candidate: { answer: nested } }, { limits, trace });
  expect(verdict).toMatchObject({ kind: "score", reason: "answer_too_large" });
  expect(exceeded).toEqual(["maxDepth"]);
});
