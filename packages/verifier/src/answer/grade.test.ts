import { describe, expect, test } from "vitest";
import { type GradeItem, gradeAnswer } from "./grade.ts";
import type { AnswerPolicy } from "./policy.ts";
import type { Verdict } from "./verdict.ts";

function grade(gold: string, response: string, policy: Partial<AnswerPolicy> = {}): Verdict {
  return gradeAnswer({ golds: [gold], candidate: { response } }, { policy });
}

describe("verdict shape", () => {
  test("a score carries what was compared, how, and where", () => {
    expect(grade("\\frac12", "So it is \\boxed{0.5}.")).toEqual({
      kind: "score",
      correct: true,
      extracted: { start: 16, end: 19, text: "0.5", source: "box" },
      goldForm: "1/2",
      answerForm: "1/2",
      method: "rational",
      reason: "equal",
      goldIndex: 0,
      fuelUsed: expect.any(Number),
    });
  });

  test("any of several golds counts and is named", () => {
    const verdict = gradeAnswer({ golds: ["7", "\\sqrt{2}"], candidate: { answer: "√2" } });
    expect(verdict).toMatchObject({ correct: true, goldIndex: 1 });
  });

  test("equal inputs give equal verdicts, and the key does not change them", () => {
    const item: GradeItem = { golds: ["(x+1)^2"], candidate: { answer: "x^2+2x+1" } };
    expect(gradeAnswer(item, { key: "a" })).toEqual(gradeAnswer(item, { key: "a" }));
    for (const key of ["a", "b", "c", "d"])
      expect(gradeAnswer(item, { key })).toMatchObject({ correct: true, method: "modular" });
  });
});

describe("failures are never scores", () => {
  test("more golds than may be", () => {
    const grade = (count: number) =>
      gradeAnswer({ golds: new Array<string>(count).fill("7"), candidate: { answer: "7" } });
    expect(grade(1024)).toMatchObject({ correct: true });
    expect(grade(1025)).toMatchObject({
      failure: "limit_exceeded",
      message: expect.stringContaining("1024"),
    });
  });

  test.each([[[]], [[""]], [["  ", "\n"]]])("no gold: %j", (golds) => {
    expect(gradeAnswer({ golds, candidate: { answer: "5" } })).toMatchObject({ failure: "no_gold" });
  });

  test.each(["\\foo{3}", "\\frac{1}{", "{", "x_{", "5 +", "\u0000"])(
    "unreadable gold %j, whatever the answer",
    (gold) => {
      expect(gradeAnswer({ golds: [gold], candidate: { answer: "5" } })).toMatchObject({
        failure: "unparsable_gold",
      });
      expect(gradeAnswer({ golds: [gold], candidate: { answer: gold } })).toMatchObject({
        failure: "unparsable_gold",
      });
    },
  );

  test("a gold without a value is unparsable", () => {
    expect(gradeAnswer({ golds: ["1/0"], candidate: { answer: "5" } })).toMatchObject({
      failure: "unparsable_gold",
    });
  });

  test("one readable gold is enough", () => {
    expect(gradeAnswer({ golds: ["\\foo{3}", "5"], candidate: { answer: "5" } })).toMatchObject({
      correct: true,
      goldIndex: 1,
    });
  });

  test("a gold past the limits is a failure, an answer past them is incorrect", () => {
    const long = "1+".repeat(3000);
    expect(gradeAnswer({ golds: [`${long}1`], candidate: { answer: "5" } })).toMatchObject({
      failure: "limit_exceeded",
    });
    expect(gradeAnswer({ golds: ["5"], candidate: { answer: `${long}1` } })).toMatchObject({
      correct: false,
      reason: "answer_too_large",
    });
  });

  test("malformed items", () => {
    const items = [
      { golds: ["5"] },
      { golds: ["5"], candidate: {} },
      { golds: ["5"], candidate: { answer: 5 } },
      { candidate: { answer: "5" } },
    ];
    for (const item of items)
      expect(gradeAnswer(item as unknown as GradeItem)).toMatchObject({ failure: "invalid_item" });
  });

  test("a gold that only its own work would settle is undecided or over the limit, and pays nobody", () => {
    const verdict = gradeAnswer({ golds: ["9^{9^{9^9}}"], candidate: { answer: "5" } });
    expect(verdict.kind).toBe("failure");
  });
});

describe("reasons", () => {
  test.each([
    ["5", "no idea at all", "no_answer"],
    ["5", "", "no_answer"],
    ["5", "\\boxed{}", "no_answer"],
    ["5", "\\boxed{5", "no_answer"],
    ["5", "<think>\\boxed{5}", "unfinished_reasoning"],
    ["5", "\\boxed{\\foo}", "unparsable_answer"],
    ["5", "\\boxed{1/0}", "undefined_answer"],
    ["5", "\\boxed{6}", "different"],
  ])("gold %s, response %j: %s", (gold, response, reason) => {
    expect(grade(gold, response)).toMatchObject({ kind: "score", correct: false, reason });
  });
});

describe("attempts to be paid without knowing", () => {
  test.each([
    ["3", "\\boxed{3 or 4}"],
    ["3", "\\boxed{3, 4}"],
    ["3", "\\boxed{3}, or rather \\boxed{4}"],
    ["3", "\\boxed{1}\\boxed{2}\\boxed{3}\\boxed{4}"],
    ["3", "The answer is 3 or 4."],
    ["3", "\\boxed{{}}"],
    ["3", "\\boxed{{}"],
    ["3", "\\boxed{x}"],
    ["3", "\\boxed{3=4}"],
    ["3", "\\boxed{\\pm3}"],
    ["3", "<think>3</think>"],
    ["3", "<think>\\boxed{3}</think> I cannot tell."],
    ["3", "<think></think>a"],
    ["3", "<answer></answer>"],
    ["3", "#### "],
    ["3", "####"],
    ["3", "the answer is the gold answer"],
    ["3", "1 2 3 4 5 6 7 8 9"],
    ["3", '{"answer": ""}'],
    ["C", "\\boxed{A, B, C, D}"],
    ["C", "\\boxed{ABCD}"],
    ["yes", "\\boxed{yes or no}"],
    ["3", "\\boxed{\\text{the correct value}}"],
    ["3", "\\boxed{n}"],
    ["x=3", "\\boxed{x}"],
    ["(1,2)", "\\boxed{(1,2),(2,1)}"],
  ])("gold %s is not paid for %j", (gold, response) => {
    expect(grade(gold, response)).toMatchObject({ kind: "score", correct: false });
  });

  test("an answer shifted by a product of table primes is refused under every key", () => {
    // 5 + 67099321 * 66823201 * 66820009
    for (const key of ["", "a", "b"])
      expect(
        gradeAnswer({ golds: ["5"], candidate: { answer: "299606982647393260538694" } }, { key }),
      ).toMatchObject({ correct: false });
    const shifted = "\\sqrt2+67099321\\cdot66823201\\cdot66820009";
    expect(gradeAnswer({ golds: ["\\sqrt2"], candidate: { answer: shifted } })).toMatchObject({
      correct: false,
    });
  });
});

describe("choice among several answers", () => {
  const response = "First \\boxed{1}, then \\boxed{2}.";
  test("last, first", () => {
    expect(grade("2", response)).toMatchObject({ correct: true });
    expect(grade("1", response, { choice: "first" })).toMatchObject({ correct: true });
    expect(grade("2", response, { choice: "first" })).toMatchObject({ correct: false });
  });

  test("all_agree refuses a conflict and accepts other spellings", () => {
    expect(grade("2", response, { choice: "all_agree" })).toMatchObject({
      correct: false,
      reason: "conflicting_answers",
    });
    const spellings = "\\boxed{\\frac12} which is \\boxed{0.5}";
    expect(grade("1/2", spellings, { choice: "all_agree" })).toMatchObject({ correct: true });
  });
});

describe("multiple choice with contents", () => {
  const choices = ["10", "12", "14", "16"];
  const verdict = (gold: string, answer: string) =>
    gradeAnswer({ golds: [gold], candidate: { answer }, choices });

  test.each([
    ["C", "C"],
    ["C", "(c)"],
    ["C", "14"],
    ["14", "C"],
    ["14", "(C) 14"],
    ["(C) 14", "14"],
    ["C", "\\textbf{(C)}\\ 14"],
  ])("%s = %s", (gold, answer) => {
    expect(verdict(gold, answer)).toMatchObject({ correct: true, method: "choice" });
  });

  test.each([
    ["C", "D"],
    ["C", "12"],
    ["C", "(C) 12"],
    ["C", "E"],
    ["C", "A, B, C, D"],
    ["C", "Check"],
  ])("%s ≠ %s", (gold, answer) => expect(verdict(gold, answer)).toMatchObject({ correct: false }));
});
