import { describe, expect, test } from "vitest";
import { type GradeItem, gradeAnswer } from "./grade.ts";
import { defaultLimits } from "./limits.ts";
import type { AnswerPolicy } from "./policy.ts";

/** CPU time that no single item may need, in ms; generous, since the machine may be shared and the code cold. */
const maxCpuMs = 2000;

function cpuMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const answers: readonly (readonly [string, string])[] = [
  ["power tower", "9^9^9^9"],
  ["braced tower", "9^{9^{9^{9^9}}}"],
  ["huge exponent", "1e999999999"],
  ["tiny exponent", "1e-99999999999999999"],
  ["huge factorial", "(10^9)!"],
  ["nested factorial", "((9!)!)!"],
  ["many factorials", `${"5000!+".repeat(300)}1`],
  ["factorial marks", `3${"!".repeat(1000)}`],
  ["binomial", "\\binom{1000000000}{500000000}"],
  ["big power", "3^{10000000}"],
  ["decimal power", "0.1^{-10^9}"],
  ["high-degree polynomial", "(a+b+c+d)^{100000}"],
  ["open parentheses", "(".repeat(4000)],
  ["28 open parentheses", "(".repeat(28)],
  ["100 parentheses", `${"(".repeat(100)}1${")".repeat(100)}`],
  ["2,000 parentheses", `${"(".repeat(2000)}1${")".repeat(2000)}`],
  ["deep fractions", `${"\\frac{1}{".repeat(400)}1${"}".repeat(400)}`],
  ["continued fraction", `${"\\frac{1}{1+".repeat(55)}1${"}".repeat(55)}`],
  ["deep braces", `${"{".repeat(2000)}${"}".repeat(2000)}`],
  ["deep sets", `${"{1,".repeat(100)}1${"}".repeat(100)}`],
  ["bars", "|".repeat(4000)],
  ["minus signs", `${"-".repeat(4000)}1`],
  ["dollar signs", "$".repeat(4095)],
  ["commas", ",".repeat(4000)],
  ["long list", "1,".repeat(2040)],
  ["open commas", "1,234,".repeat(600)],
  ["long integer", "9".repeat(4096)],
  ["long decimal", `0.${"3".repeat(4000)}`],
  ["long period", `0.(${"3".repeat(4000)})`],
  ["long root", `\\sqrt[1000]{${"9".repeat(4000)}}`],
  ["sums of sines", `${"\\sin(x)+".repeat(500)}1`],
  ["large sine", "\\sin(10^{1000})"],
  ["exponential tower", `${"e^{".repeat(60)}1${"}".repeat(60)}`],
  ["control characters", "\u0000\u0001\u0007"],
  ["lone surrogate", "\ud800"],
  ["lone low surrogate", "5\udc00"],
  ["nested text", `${"\\text{".repeat(600)}${"}".repeat(600)}`],
  ["chain of relations", `${"x=".repeat(1000)}1`],
  ["chain of equals", `${"1=".repeat(1000)}1`],
  ["plus-minus", `${"1\\pm".repeat(60)}1`],
  ["short words", "ab ".repeat(1300)],
  ["labels", `${"a b c d e f = ".repeat(250)}1`],
  ["wide matrix", `\\begin{pmatrix}${"1&".repeat(1500)}1\\end{pmatrix}`],
  ["nested matrices", `${"\\begin{pmatrix}1&".repeat(50)}1${"\\end{pmatrix}".repeat(50)}`],
  ["binomial with a huge lower number", "\\binom{9}{10^{10}x}"],
  ["labels of parts", `(a) ${"(b) ".repeat(900)}`],
  ["parts", `${Array.from("abcdefghij", (name) => `(${name}) ${"1+".repeat(150)}1`).join(" ")}`],
];

test("nested matrices are read once at every depth", () => {
  const nested = (depth: number) => `${"\\begin{pmatrix}1&".repeat(depth)}1${"\\end{pmatrix}".repeat(depth)}`;
  const used = [20, 40].map(
    (depth) => gradeAnswer({ golds: ["5"], candidate: { answer: nested(depth) } }).fuelUsed,
  );
  expect(used[1]).toBeLessThan(3 * (used[0] ?? 0));
});

test("phrases without an end on one line cost one pass", () => {
  const response = (count: number) => `${"The answer is ".repeat(count)}5`;
  const used = [1000, 2000].map((count) => {
    const verdict = gradeAnswer({ golds: ["5"], candidate: { response: response(count) } });
    expect(verdict).toMatchObject({ kind: "score", correct: true });
    return verdict.fuelUsed;
  });
  expect(used[1]).toBeLessThan(2.5 * (used[0] ?? 0));
});

describe("hostile answers are incorrect within their fuel and a bounded time", () => {
  test.each(answers)("%s", (_name, answer) => {
    for (const gold of ["5", "\\sqrt{2}+\\pi", "x^2+1", "1,2,3", "(1,2)", "east", "C"]) {
      const ms = cpuMs(() => {
        const verdict = gradeAnswer({ golds: [gold], candidate: { answer } });
        expect(verdict).toMatchObject({ kind: "score", correct: false });
        // Gold, answer, comparison, and a comparison of the gold with itself.
        expect(verdict.fuelUsed).toBeLessThanOrEqual(4 * defaultLimits.fuel);
      });
      expect(ms).toBeLessThan(maxCpuMs);
    }
  });

  test("100,000 nested parentheses, also where the size limits are lifted", () => {
    const answer = `${"(".repeat(100_000)}1${")".repeat(100_000)}`;
    const item: GradeItem = { golds: ["5"], candidate: { answer } };
    expect(gradeAnswer(item)).toMatchObject({ correct: false, reason: "answer_too_large" });
    const limits = { maxAnswerChars: 1_000_000, maxTokens: 1_000_000, maxDepth: 1_000_000 };
    expect(gradeAnswer(item, { limits })).toMatchObject({ correct: false, reason: "answer_too_large" });
  });
});

describe("hostile golds are failures or verdicts, never a crash", () => {
  test.each(answers)("%s", (_name, gold) => {
    const ms = cpuMs(() => {
      const verdict = gradeAnswer({ golds: [gold], candidate: { answer: "5" } });
      expect(verdict).not.toMatchObject({ failure: "internal" });
      expect(verdict).not.toMatchObject({ correct: true });
    });
    expect(ms).toBeLessThan(maxCpuMs);
  });
});

const responses: readonly (readonly [string, string])[] = [
  ["prose", "lorem ipsum ".repeat(170_000)],
  ["open boxes", "\\boxed{".repeat(280_000)],
  ["boxes", "\\boxed{1}".repeat(200_000)],
  ["open braces in a box", `\\boxed{${"{".repeat(2_000_000)}`],
  ["phrases on one line", "The answer is 4. ".repeat(120_000)],
  ["phrases without an end", "answer is \\[".repeat(170_000)],
  ["answer words", " answer".repeat(280_000)],
  ["open tags", "<answer>".repeat(250_000)],
  ["closing tags", "</answer>".repeat(200_000)],
  ["answer tags", "<answer>1</answer>".repeat(100_000)],
  ["think tags", "<think>".repeat(200_000)],
  ["hashes", "####".repeat(500_000)],
  ["hash lines", "#### 1\n".repeat(250_000)],
  ["JSON strings", '"answer":"'.repeat(200_000)],
  ["JSON objects", '"answer":{'.repeat(200_000)],
  ["line marks", "\nA: $".repeat(400_000)],
  ["dollars", "$".repeat(2_000_000)],
  ["digits", "1".repeat(2_000_000)],
];

describe("markers in their tens of thousands exhaust the fuel instead of the clock", () => {
  test.each([
    ["on one line", "The answer is 4. ".repeat(120_000)],
    ["without spaces", "答案是5。".repeat(350_000)],
    ["denied", "not the answer is ".repeat(110_000)],
    ["cut off", "answer is \\[".repeat(170_000)],
    ["tags of reasoning", "<think>".repeat(280_000)],
    ["brackets", "[".repeat(2_000_000)],
    ["comments", `answer is 4 ${"%\n".repeat(900_000)}`],
    ["JSON objects", '"answer":{'.repeat(200_000)],
    ["braces in a box", `\\boxed{${"{".repeat(2_000_000)}`],
  ])("%s", (_name, response) => {
    const item: GradeItem = { golds: ["5"], candidate: { response } };
    gradeAnswer(item);
    const ms = Math.min(...[1, 2, 3].map(() => cpuMs(() => gradeAnswer(item))));
    expect(gradeAnswer(item)).toMatchObject({ kind: "score", correct: false });
    // 10 to 40 ms on the machine it was written on; a pass over the whole text at every marker takes seconds.
    expect(ms).toBeLessThan(250);
  });
});

describe("hostile responses", () => {
  test.each(responses)("%s", (_name, response) => {
    for (const policy of [
      { place: "marked" },
      { place: "anywhere", choice: "all_agree" },
    ] as Partial<AnswerPolicy>[]) {
      const ms = cpuMs(() => {
        const verdict = gradeAnswer({ golds: ["5"], candidate: { response } }, { policy });
        expect(verdict).toMatchObject({ kind: "score", correct: false });
      });
      expect(ms).toBeLessThan(maxCpuMs);
    }
  });

  test("a response of 10 MB is refused unread", () => {
    const verdict = gradeAnswer({ golds: ["5"], candidate: { response: "x".repeat(10_000_000) } });
    expect(verdict).toMatchObject({
      correct: false,
      reason: "response_too_large",
      fuelUsed: expect.any(Number),
    });
    expect(verdict.fuelUsed).toBeLessThan(1000);
  });
});

test("fuel is a hard bound: a small budget gives the same outcome as a limit", () => {
  const item: GradeItem = { golds: ["x^2-1"], candidate: { answer: "(x-1)(x+1)" } };
  expect(gradeAnswer(item, { limits: { fuel: 10 } })).toMatchObject({ failure: "limit_exceeded" });
  const used = gradeAnswer(item).fuelUsed;
  expect(gradeAnswer(item).fuelUsed).toBe(used);
});
