import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../grade.ts";

function isPaid(gold: string, response: string): boolean {
  const verdict = gradeAnswer({ golds: [gold], candidate: { response } });
  return verdict.kind === "score" && verdict.correct;
}

describe("an answer is taken back by a denial or another value, never by the words of a check", () => {
  test.each([
    ["12", "\\boxed{12}\n\nWait, I should double check: 3 times 5 is 15, not 12.", false],
    ["12", "The answer is 12. Note: the answer is the same for both cases.", true],
    ["12", "~12", false],
    ["5", "\\boxed{5}\n\nWait, let me double-check this. If x = 2 then it is 4. Hmm, 2+3 = 5. Good.", true],
    ["5", "\\boxed{5}\n\nWait, is that right? Yes.", true],
    ["5", "\\boxed{5}. Wait, I think it is 6.", false],
    ["5", "\\boxed{5}. Actually, it's 6.", false],
    ["5", "\\boxed{5}. Actually 6.", false],
    ["5", "\\boxed{5}\nActually, the answer should be 6.", false],
    ["5", "\\boxed{5}\nHmm, that doesn't work.", false],
    ["5", "\\boxed{5}\nHold on, this is not right.", false],
    ["5", "\\boxed{5}\nLet me check: 2+2 = 4, so I made a mistake.", false],
    ["5", "\\boxed{5}\nLet me check whether I made a mistake: 2+3=5, so no.", true],
    ["5", "\\boxed{5}\nI hope I have not made an error.", true],
    ["5", "\\boxed{5} Sorry for the long explanation!", true],
    ["5", "\\boxed{5}\n\nWait, that is 5 indeed.", true],
    ["5", "The answer is 5. Wait, let me verify: 2+3=5. Correct.", true],
    ["5", "The answer is 5. Actually, we can see this by symmetry as well.", true],
    ["5", "The answer is 5. Wait, I made an arithmetic error. The answer is 6.", false],
    ["6", "The answer is 5. Wait, I made an arithmetic error. The answer is 6.", true],
    ["5", "\\boxed{5}\n\nThe answer above is wrong.", false],
    ["5", "\\boxed{5}\n\nNote that we never used the second condition. I made a mistake above.", false],
    ["5", "\\boxed{5}\n\nActually, this is the well-known pigeonhole principle.", true],
    ["5", "\\boxed{5}\n\nHmm, interesting problem!", true],
    ["5", "\\boxed{5}\n\nWait - the units are meters. Fine.", true],
    ["5", "\\boxed{5}\n\nNo, wait. \\boxed{6}", false],
    ["5", "\\boxed{5}\n\nScratch that.", false],
    ["42", "The answer is 42. The answer is verified.", true],
  ])("gold %j, response %j: %j", (gold, response, expected) => expect(isPaid(gold, response)).toBe(expected));
});

describe("what is said about the answer is no answer", () => {
  test.each([
    ["42", "The answer is 42. The answer is wrong.", false],
    ["42", "The answer is 42. The final answer is incorrect.", false],
    ["42", "The answer is 42. The answer is a positive integer.", true],
    ["42", "The answer is 42. The answer is given in cm.", true],
    ["42", "The answer is 42. The answer is rounded.", true],
    ["42", "The answer is 42. The answer is unknown.", false],
    ["42", "The answer is 42. The answer is seven.", false],
    ["42", "The answer is 42. The answer is seven times larger.", false],
    ["Tuesday", "The answer is Tuesday. The answer is correct.", true],
    ["Tuesday", "The answer is Tuesday. The answer is Friday.", false],
    ["correct", "The answer is correct.", true],
    ["x^2+1", "The answer is $x^2+1$. The answer is simplified.", true],
  ])("gold %j, response %j: %j", (gold, response, expected) => expect(isPaid(gold, response)).toBe(expected));
});

describe("what only would be the answer", () => {
  test.each([
    ["5", "If x=1 then the answer would be \\boxed{5}.", false],
    ["42", "The answer would be 42.", true],
    ["42", "So the answer comes out to be 42.", true],
    ["42", "So the answer turns out to be 42.", true],
    ["42", "The answer would be 42 if x were 3.", false],
    ["42", "If we doubled it, the answer would be 42.", false],
  ])("gold %j, response %j: %j", (gold, response, expected) => expect(isPaid(gold, response)).toBe(expected));
});

describe("a response that is nothing but an answer", () => {
  test.each([
    ["5", "5", true],
    ["5", "$5$", true],
    ["x=5", "x = 5", true],
    ["5", "x = 5", true],
    ["5", "**5**", true],
    ["5", "Thus $x=5$.", true],
    ["5", "<think>hm 4 or 5</think>\n5", true],
    ["5", "<think>\n5", false],
    ["5", "<think>5</think>", false],
    ["5", "5 or 6", false],
    ["5", "6", false],
    ["5", "5, 6", false],
    ["5", "$5$ or $6$", false],
    ["5", "Thus x = 5, or 6.", false],
    ["\\frac{1}{2}", "\\frac{1}{2}", true],
    ["-1+\\sqrt{3}", "-1 + sqrt(3)", true],
    ["C", "**C**", true],
    ["C", "C", true],
    ["C", "(C)", true],
    ["C", "A or C", false],
    ["5 cm", "5 cm", true],
    ["5", "5 apples", true],
    ["5", "5 is wrong", false],
    ["Paris", "Paris", true],
    ["Paris", "Not Paris", false],
    ["Paris", "Paris or London", false],
    ["\\begin{pmatrix}1\\\\2\\end{pmatrix}", "\\begin{pmatrix}1\\\\2\\end{pmatrix}", true],
  ])("gold %j, response %j: %j", (gold, response, expected) => expect(isPaid(gold, response)).toBe(expected));
});

describe("the end of the turn, other boxes and blanks", () => {
  test.each([
    ["5", "The answer is 5<end_of_turn>", true],
    ["5", "The answer is 5<｜end▁of▁sentence｜>", true],
    ["5", "5[/INST]", true],
    ["5", "\\boxed{5}<|im_end|>\n<|im_start|>user\nNext?\n\\boxed{6}", true],
    ["5", "The answer is 5<|im_start|>user\nwhat", true],
    ["5", "<|im_start|>assistant\nThe answer is 5<|im_end|>", true],
    ["5", "\\framebox{5}", true],
    ["5", "<SOLUTION>5</SOLUTION>", true],
    ["8", "We need \\boxed{?} such that x. The answer is 8.", true],
    ["8", "Put it in \\boxed{...}. The answer is 8.", true],
    ["8", "Put it in \\boxed{\\text{answer}}. The answer is 8.", true],
    ["8", "The final answer goes in \\boxed{}. Answer: 8", true],
    ["5", "\boxed{5}", true],
    ["5", "so \boxed{6}", false],
    ["D", "\\boxed{x^2}\n\n**Answer: D**", true],
    ["D", "\\boxed{C}\n\n**Answer: D**", false],
    ["5", "\\boxed{6}\nThe answer is 5", false],
    ["Not possible", "**Final Answer:** Not possible", true],
    ["5", "**Final Answer:** Not 5", false],
    ["possible", "**Final Answer:** Not possible", false],
    ["5", "\\boxed{5} <think>ok</think>", true],
    ["5", "\\boxed{6} <think>\\boxed{5}</think>", false],
  ])("gold %j, response %j: %j", (gold, response, expected) => expect(isPaid(gold, response)).toBe(expected));
});
