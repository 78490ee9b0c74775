import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../grade.ts";

function isPaid(gold: string, response: string, choices: readonly string[] = []): boolean {
  const verdict = gradeAnswer({ golds: [gold], candidate: { response }, choices });
  return verdict.kind === "score" && verdict.correct;
}

describe("options of a multiple-choice question, however they are named", () => {
  test.each<[string, string, boolean, string[]?]>([
    ["C", "**Answer: C**", true],
    ["12", "\\boxed{\\textbf{(C)}\\ 12}", true],
    ["C", "\\boxed{\\textbf{(C)}\\ 12}", true],
    ["\\textbf{(C)}\\ 12", "\\boxed{12}", true],
    ["\\textbf{(C)}\\ 12", "\\boxed{C}", true],
    ["\\textbf{(C)}\\ 12", "\\boxed{13}", false],
    ["13", "\\boxed{\\textbf{(C)}\\ 12}", false],
    ["D", "\\boxed{\\textbf{(C)}\\ 12}", false],
    ["ABD", "\\boxed{A, B, D}", true],
    ["ABD", "\\boxed{D, A, B}", true],
    ["A,B,D", "\\boxed{ABD}", true],
    ["A,B,D", "The answers are (A), (B) and (D).", true],
    ["ABD", "故选：ABD.", true],
    ["ABD", "Answer: A, B and D", true],
    ["ABD", "\\boxed{A, B}", false],
    ["ABD", "\\boxed{A, B, C, D}", false],
    ["ABC", "\\boxed{BAC}", false],
    ["ACB", "\\boxed{A, C, B}", true],
    ["ACB", "\\boxed{A, B, C}", false],
    ["AC", "Answer: (A) and (C)", true],
    ["AC", "\\boxed{CA}", false],
    ["AC", "\\boxed{A}", false],
    ["A", "\\boxed{AC}", false],
    ["A", "\\boxed{A, C}", false],
    ["C", "Option C is correct.", true],
    ["C", "C is correct.", true],
    ["C", "So (C) is the correct option.", true],
    ["C", "I would choose C.", true],
    ["C", "Therefore I choose **C**.", true],
    ["C", "Option D is correct.", false],
    ["C", "Option C is not correct.", false],
    ["C", "Option C is incorrect.", false],
    ["C", "If option C is correct, then 1=2.", false],
    ["C", "I would not choose C.", false],
    ["C", "I would never pick C.", false],
    ["C", "I would choose C or D.", false],
    ["C", "It is unclear whether C is correct.", false],
    ["C", "Reasoning...\n\n**C**", true],
    ["C", "Options:\nA\nB\nC", false],
    ["C", "Reasoning...\n\nD", false],
    ["C", "**C**", true],
    ["D", "So $\\boxed{x^2+1}$.\n\n**Answer: D**", true],
    ["C", "So $\\boxed{x^2+1}$.\n\n**Answer: D**", false],
    ["12", "The value is 12. So option C is correct. The answer is 12.", true],
    ["C", "The answer is (C) 12.", true],
    ["C", "Answer: C) 12", true],
    ["C", "\\boxed{C. 12}", true],
    ["C", "Answer: C (12 m/s)", true],
    ["C", "Answer: C<|im_end|>", true],
    ["C", "正确答案：（C）", true],
    ["C", "12", true, ["10", "11", "12", "13"]],
    ["C", "The answer is 12.", true, ["10", "11", "12", "13"]],
    ["C", "Option C is correct.", true, ["10", "11", "12", "13"]],
    ["C", "Option B is correct.", false, ["10", "11", "12", "13"]],
  ])("gold %j, response %j: %j", (gold, response, expected, choices) =>
    expect(isPaid(gold, response, choices)).toBe(expected),
  );
});
