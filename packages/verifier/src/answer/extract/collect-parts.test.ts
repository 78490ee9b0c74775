import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../grade.ts";
import type { AnswerPolicy } from "../policy.ts";

function isPaid(
  gold: string | readonly string[],
  response: string,
  policy: Partial<AnswerPolicy> = {},
): boolean {
  const golds = typeof gold === "string" ? [gold] : gold;
  const verdict = gradeAnswer({ golds, candidate: { response } }, { policy });
  return verdict.kind === "score" && verdict.correct;
}

describe("parts are collected for a gold with parts, and only then", () => {
  test.each<[string | string[], string, boolean, Partial<AnswerPolicy>?]>([
    ["4, 9", "**(a)** \\boxed{4}\n\n**(b)** \\boxed{9}", true],
    ["4, 9", "**(a)** We get \\boxed{4}.\n\nSome working with 3 and 5.\n\n**(b)** So \\boxed{9}", true],
    ["4, 9", "**(a)** \\boxed{4}\n\n**(b)** \\boxed{8}", false],
    ["4, 9", "Answers:\n- (a) 4\n- (b) 9", true],
    ["4, 9", "**Final Answer:**\n\n- a) 4\n- b) 9\n", true],
    ["4, 9", "Part (a). The answer is 4.\nPart (b). The answer is 9.", true],
    ["4, 9", "(a) The answer is 4. (b) The answer is 9.", true],
    ["4, 9", "(a) The answer is 4. (b) The answer is 7.", false],
    ["4, 9", "**Final Answer:** (a) 4\n(b) 9", true],
    ["4, 9", "## Answer\n\n| part | answer |\n|---|---|\n| (a) | 4 |\n| (b) | 9 |", true],
    ["4, 9", "## Answer\n\n| part | answer |\n|---|---|\n| a | 4 |\n| b | 8 |", false],
    ["4, 9, 1/2", "(a) $\\boxed{4}$ text (b) $\\boxed{9}$ text (c) $\\boxed{\\frac12}$", true],
    ["4, 9", "(a) $\\boxed{4}$ text (b) $\\boxed{9}$ text (c) $\\boxed{\\frac12}$", false],
    ["4, 9", "1. \\boxed{4}\n2. \\boxed{9}", true],
    ["4, 9", "**Part 1:** $x = 3+1$ so $\\boxed{4}$.\n**Part 2:** $\\boxed{9}$", true],
    ["4, 9", "(a) We find 4.\n(b) We find 9.\n\n\\boxed{4, 9}", true],
    ["4, 9", "(a) \\boxed{4} (b) \\boxed{8}\n\nFinal: \\boxed{4, 9}", true],
    ["4, 9", "(a) \\boxed{4} (b) \\boxed{9}\n\nFinal: \\boxed{4, 8}", false],
    ["(a) 4; (b) 9", "**(a)** \\boxed{4}\n\n**(b)** \\boxed{9}", true],
    ["(a) 4; (b) 9", "**(a)** \\boxed{9}\n\n**(b)** \\boxed{4}", false],
    [["4", "9"], "**(a)** \\boxed{4}\n\n**(b)** \\boxed{9}", true, { goldRule: "all" }],
    [["4", "9"], "**(a)** \\boxed{4}\n\n**(b)** \\boxed{8}", false, { goldRule: "all" }],
    ["9", "**(a)** \\boxed{4}\n\n**(b)** \\boxed{9}", true],
    ["4", "**(a)** \\boxed{4}\n\n**(b)** \\boxed{9}", false],
    ["(4, 9)", "(a) \\boxed{4}\n\nworking\n\n(b) \\boxed{9}", true],
    ["4, 9", "1. First we add.\n2. Then we subtract.\nThe answer is 4 and 9.", true],
    ["4, 9", "1. First we add 2.\n2. Then \\boxed{4, 9}", true],
    ["x^2, x^3", "(a) $f(x)=\\boxed{x^2}$.\n\nWe integrate.\n\n(b) $\\boxed{x^3}$", true],
    ["4, 9", "(a) 4 or 5\n(b) 9", false],
    ["4, 9", "(a) \\boxed{4}\n(b) maybe 9", false],
    ["(1,2), (3,4)", "(a) \\boxed{(1,2)}\n\nSo.\n\n(b) \\boxed{(3,4)}", true],
    ["4, 9", "A) 4\nB) 9\nC) 12\nThe answer is 12", false],
    ["4, 9", "(i) The mean is $\\boxed{4}$.\n\nNext:\n\n(ii) The variance is $\\boxed{9}$.", true],
  ])("gold %j, response %j: %j", (gold, response, expected, policy) =>
    expect(isPaid(gold, response, policy)).toBe(expected),
  );
});
