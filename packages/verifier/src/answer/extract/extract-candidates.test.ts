import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractAnswer } from "../building-blocks.ts";
import type { AnswerPolicy } from "../policy.ts";

function last(response: string, policy: Partial<AnswerPolicy> = {}): string {
  const result = extractAnswer(response, { policy });
  if (result.kind === "none") return result.reason;
  const extraction = result.extractions[result.extractions.length - 1];
  return `${extraction?.source}: ${extraction?.text}`;
}

describe("boxes", () => {
  test.each([
    ["\\boxed{5}", "box: 5"],
    ["\\boxed{\\frac{1}{2}} done", "box: \\frac{1}{2}"],
    ["$\\boxed {5}$", "box: 5"],
    ["\\fbox{5}", "box: 5"],
    ["\\boxed{\\{1,2\\}}", "box: \\{1,2\\}"],
    ["\\boxed{1} and \\boxed{2}", "box: 1; 2"],
    ["\\boxed{3+\\boxed{5}}", "box: 3+\\boxed{5}"],
    ["\\boxed{4} then \\boxed{5", "box: 4"],
    ["\\boxed{4 then \\boxed{5}", "box: 5"],
    ["set {1,2 and \\boxed{5}", "box: 5"],
    ["\\boxed{5} The answer is 6.", "box: 5"],
    ["\\boxed{}", "box: "],
    ["\\boxed 5", "box: 5"],
  ])("%j", (response, expected) => expect(last(response)).toBe(expected));

  test("offsets point into the response", () => {
    const response = "π = \\boxed{42} 😀";
    const result = extractAnswer(response);
    const [span] = result.kind === "found" ? result.extractions : [];
    expect(response.slice(span?.start, span?.end)).toBe("42");
  });

  test("place box ignores markers", () => expect(last("#### 5", { place: "box" })).toBe("no_answer"));
});

describe("markers", () => {
  test.each([
    ["steps\n#### 42", "hash_marker: 42"],
    ["B: 3 7 0 #### 0 , 7 , 3", "hash_marker: 0 , 7 , 3"],
    ["#### 1\n#### 2\n", "hash_marker: 2"],
    ["#### 42</s>", "hash_marker: 42"],
    ["#### Step 2: add\nThe answer is 7.", "phrase: 7"],
    ["<answer> 5 </answer>", "answer_tag: 5"],
    ["<answer>4</answer> no <answer>5</answer>", "answer_tag: 5"],
    ["<answer>5", "no_answer"],
    ["work\nA: 3", "phrase: 3"],
    ["Q/A: 3", "no_answer"],
    ["Answer: 3", "phrase: 3"],
    ["**Final Answer:** $\\frac12$", "phrase: $\\frac12$"],
    ["The answer is 3.5. Good.", "phrase: 3.5"],
    ["the final answer is: 12", "phrase: 12"],
    ["The answer to the problem is $x = 2$ meters.", "phrase: $x = 2$ meters"],
    ["Final Answer\n\n42", "phrase: 42"],
    ["The final answer is \\[\n5\n\\]", "phrase: \\[\n5\n\\]"],
    ["答案：42", "phrase: 42"],
    ["I answered. The answers are 3 and 4.", "phrase: 3 and 4"],
    ["my answer's fine", "no_answer"],
    ["Answer - 5", "phrase: 5"],
    ["**Answer** – B", "phrase: B"],
    ["Answer -5", "no_answer"],
    ["My answer - after some thought - is 5.", "phrase: 5"],
    ["So we get $5$ as the final answer.", "phrase: $5$"],
    ["This gives 5 as the answer", "phrase: 5"],
    ["If we get 5 as the answer, 1 = 2.", "no_answer"],
    ["We would get 5 as the answer.", "no_answer"],
    ["We reject 5 as the answer.", "no_answer"],
    ["Students get 5 as the answer.", "no_answer"],
    ["Answer: A. or B.", "phrase: A. or B"],
  ])("%j", (response, expected) => expect(last(response)).toBe(expected));
});

describe("JSON fields", () => {
  test.each([
    ['{"reasoning": "so the answer is 7", "answer": "460"}', "json_field: 460"],
    ['{"answer": 460, "x": 1}', "json_field: 460"],
    ['{"answer": 1,460}', "json_field: 1,460"],
    ['{"answer": "\\\\frac{1}{2}"}', "json_field: \\frac{1}{2}"],
    ['{"answer": "\\frac{1}{2}"}', "json_field: \\frac{1}{2}"],
    ['{"answer": "5 \\u03c0"}', "json_field: 5 π"],
    ['{"answer": "46', "no_answer"],
    ['{"answer": 46', "no_answer"],
    ['{"answer": "46\n}', "json_field: 46"],
    ["{'answer': '46'}", "json_field: 46"],
    ['{"answer": {"blue": 4, "red": 6}}', 'json_field: {"blue": 4, "red": 6}'],
    ['{"final_answer": "3"}', "json_field: 3"],
    ['{"answer": "40"}\nSo the answer is that he spends $40.', "json_field: 40"],
  ])("%j", (response, expected) => expect(last(response)).toBe(expected));
});

describe("reasoning blocks", () => {
  test.each([
    ["<think>\\boxed{1}</think>\\boxed{2}", "box: 2"],
    ["\\boxed{1}</think> The answer is 2", "phrase: 2"],
    ["<think>\\boxed{1}</think> hm", "no_answer"],
    ["<think>\\boxed{1}", "unfinished_reasoning"],
    ["<think>a</think>\\boxed{1}<think>b", "unfinished_reasoning"],
    ["1 < 2 and a<b: \\boxed{3}", "box: 3"],
  ])("%j", (response, expected) => expect(last(response)).toBe(expected));

  test("may be switched off", () =>
    expect(last("<think>\\boxed{1}", { afterReasoningOnly: false })).toBe("box: 1"));
});

describe("anywhere", () => {
  test.each([
    ["so 3 + 4 = 7", "last_value: 7"],
    ["we get $\\frac12$ in the end", "last_value: \\frac12"],
    ["it costs $1,234.50.", "last_value: $1,234.50"],
    ["a loss of -3", "last_value: -3"],
    ["from 5-3", "last_value: 3"],
    ["about 25%", "no_answer"],
    ["x ~ 25 or so", "no_answer"],
    ["we get 25% of it", "last_value: 25%"],
    ["so it is 5x", "last_value: 5x"],
    ["so it is 5! ways", "last_value: 5!"],
    ["so it is 5!", "last_value: 5"],
    ["so it is 5!/2", "no_answer"],
    ["so it is a/2", "no_answer"],
    ["we get x^2 + 1 here", "no_answer"],
    ["so *5* it is", "last_value: 5"],
    ["A. 3\nB. 4\nC. 5", "no_answer"],
    ["it is one of A) 3 B) 4 C) 5", "no_answer"],
    ["so we choose C) 5", "last_value: 5"],
    ["choose (C)", "last_value: C"],
    ["choose **B** now", "last_value: B"],
    ["nothing here", "no_answer"],
  ])("%j", (response, expected) => expect(last(response, { place: "anywhere" })).toBe(expected));

  test("is not the default", () => expect(last("so 3 + 4 = 7")).toBe("no_answer"));
});

describe("boxes side by side", () => {
  test.each([
    ["\\boxed{2}, \\boxed{3}", "box: 2; 3"],
    ["\\boxed{2}\\boxed{3}", "box: 2; 3"],
    ["$\\boxed{2}$ or $\\boxed{3}$", "box: 2 or 3"],
    ["\\boxed{2} \\text{ and } \\boxed{3}", "box: 2; 3"],
    ["x_1=\\boxed{2}, x_2=\\boxed{3}", "box: 2; 3"],
    ["\\boxed{1} is one, \\boxed{2} and \\boxed{3} are others", "box: 2; 3"],
    ["\\boxed{2} papers and \\boxed{3} bins", "box: 2; 3"],
    ["\\boxed{(3,3)} \\text{ for part (a) and } \\boxed{(1,1)}", "box: (3,3); (1,1)"],
    ["1. $\\boxed{2}$\n2. $\\boxed{3}$", "box: 2; 3"],
    ["\\boxed{2} is wrong and \\boxed{3}", "box: 3"],
    ["\\boxed{2}, then \\boxed{3}", "box: 3"],
    ["\\boxed{2}. \\boxed{3}", "box: 3"],
    ["\\boxed{2} = \\boxed{3}", "box: 3"],
    ["\\boxed{2}\n\n\\boxed{2}", "box: 2"],
    ["(a) \\boxed{2} (b) \\boxed{3}", "box: 2; 3"],
    ["(a) $\\boxed{2}$, part (b): $\\boxed{3}$", "box: 2; 3"],
    ["(i) \\boxed{2}\n(ii) \\boxed{3}", "box: 2; 3"],
  ])("%j", (response, expected) => expect(last(response)).toBe(expected));

  test("stay apart under the policy", () => {
    expect(last("\\boxed{2} and \\boxed{3}", { adjacentBoxes: "separate" })).toBe("box: 3");
  });

  test("a joined run spans from the first box to the last", () => {
    const response = "so \\boxed{2} and \\boxed{3}.";
    const result = extractAnswer(response);
    const [span] = result.kind === "found" ? result.extractions : [];
    expect(response.slice(span?.start, span?.end)).toBe("2} and \\boxed{3");
  });
});

describe("what follows a box belongs to the answer", () => {
  test.each([
    ["\\boxed{28}\\%", "box: 28\\%"],
    ["$\\boxed{28}\\%$", "box: 28\\%"],
    ["$\\boxed{28}$%", "box: 28%"],
    ["$\\boxed{28}$ %.", "box: 28%"],
    ["\\boxed{28} % a comment", "box: 28"],
    ["\\boxed{28} percent of them", "box: 28 percent"],
    ["\\boxed{28}\\text{ percent}", "box: 28\\text{ percent}"],
    ["\\boxed{28} percentage", "box: 28"],
    ["\\boxed{5}\\text{ cm}", "box: 5\\text{ cm}"],
    ["\\boxed{5}\\,\\mathrm{cm}^2", "box: 5\\mathrm{cm}^2"],
    ["\\boxed{5}\\ \\text{km}/\\text{h}", "box: 5\\text{km}/\\text{h}"],
    ["\\boxed{5}\\text{ square feet}.", "box: 5\\text{ square feet}"],
    ["The wall is $\\boxed{5}$ cm.", "box: 5 cm"],
    ["The wall is \\boxed{5} cm high", "box: 5"],
    ["\\boxed{5} miles per hour\n", "box: 5 miles per hour"],
    ["\\boxed{5} in total", "box: 5"],
    ["\\boxed{5} in.", "box: 5 in"],
    ["\\boxed{5}\\text{ in } [0, 9]", "box: 5"],
    ["\\boxed{5} apples.", "box: 5"],
    ["\\boxed{5} million.", "box: 5"],
    ["\\boxed{5} m.", "box: 5 m"],
    ["\\boxed{5} x.", "box: 5"],
    ["\\boxed{45}^\\circ", "box: 45^\\circ"],
    ["\\boxed{45}^{\\circ}", "box: 45^{\\circ}"],
    ["$\\boxed{45}$°", "box: 45°"],
    ["\\boxed{45}^\\circ\\text{C}", "box: 45^\\circ\\text{C}"],
    ["\\boxed{45} degrees", "box: 45 degrees"],
    ["\\boxed{28\\%}\\%", "box: 28\\%"],
    ["\\boxed{5\\text{ cm}}\\text{ m}", "box: 5\\text{ cm}"],
    ["\\boxed{1,000}\\text{ cm}", "box: 1,000\\text{ cm}"],
    ["\\boxed{2, 3}\\%", "box: 2, 3"],
    ["\\boxed{x}\\%", "box: x"],
    ["\\boxed{5}!", "box: 5"],
    ["\\boxed 5\\%", "box: 5\\%"],
    ["\\boxed{4} \\text{ cm and } \\boxed{5} \\text{ cm}", "box: 4; 5\\text{ cm}"],
    ["\\boxed{4}\\% and \\boxed{5}\\%", "box: 4\\%; 5\\%"],
    ["\\boxed{4} cm is wrong. \\boxed{5} cm.", "box: 5 cm"],
    ["\\boxed{4}\\% is wrong", "no_answer"],
  ])("%j", (response, expected) => expect(last(response)).toBe(expected));
});

describe("a box that is an operand stands for its side of the formula", () => {
  test.each([
    ["$-\\boxed{5}$", "box: - 5"],
    ["$x = -\\boxed{5}$", "box: - 5"],
    ["$A = \\boxed{25}\\pi$", "box: 25 \\pi"],
    ["$\\boxed{3}\\sqrt{2}$.", "box: 3 \\sqrt{2}"],
    ["$\\boxed{5}x$", "box: 5 x"],
    ["$\\boxed{5}^2$", "box: 5 ^2"],
    ["$\\boxed{5} \\times 10^3$", "box: 5 \\times 10^3"],
    ["$\\sqrt{\\boxed{5}}$", "box: \\sqrt{ 5 }"],
    ["$\\frac{1}{\\boxed{5}}$", "box: \\frac{1}{ 5 }"],
    ["$2\\cdot\\boxed{5}$", "box: 2\\cdot 5"],
    ["$2\\cdot\\boxed{5} = 10$", "box: 5"],
    ["$\\boxed{5}^2 = 25$", "box: 5"],
    ["$3 + 2 = \\boxed{5}$", "box: 5"],
    ["$\\boxed{5} = 3 + 2$", "box: 5"],
    ["- \\boxed{5}", "box: 5"],
    ["* \\boxed{5}", "box: 5"],
    ["**\\boxed{5}**", "box: 5"],
    ["\\textcolor{red}{\\boxed{5}}", "box: 5"],
    ["\\boxed{5} in all", "box: 5"],
  ])("%j", (response, expected) => expect(last(response)).toBe(expected));
});

describe("a box that is disowned, struck or asked is none", () => {
  test.each([
    ["The wrong answer is \\boxed{5}.", "no_answer"],
    ["It is anything but $\\boxed{5}$.", "no_answer"],
    ["6 or \\boxed{5}", "no_answer"],
    ["\\boxed{5} or 6", "no_answer"],
    ["\\boxed{5}, or maybe $6$", "no_answer"],
    ["Is it \\boxed{5}?", "no_answer"],
    ["\\cancel{\\boxed{5}} \\boxed{6}", "box: 6"],
    ["~~\\boxed{5}~~ \\boxed{6}", "box: 6"],
    ["<del>\\boxed{5}</del> \\boxed{6}", "box: 6"],
    ["<s>The answer is 5.</s> The answer is 6.", "phrase: 6"],
    ["Here x < 5 or x > 6, so \\boxed{7}", "box: 7"],
    ["Which one? \\boxed{5}", "box: 5"],
  ])("%j", (response, expected) => expect(last(response)).toBe(expected));
});

describe("an exclamation mark that ends its sentence is no factorial", () => {
  test.each([
    ["The answer is 5!", "phrase: 5"],
    ["The answer is 5! That was fun.", "phrase: 5"],
    ["The answer is **5!**", "phrase: **5"],
    ["**The answer is 5!**", "phrase: 5"],
    ["Answer: 5 !", "phrase: 5"],
    ["The answer is yes! Because 2 is even.", "phrase: yes"],
    ["The answer is $5$!", "phrase: $5$"],
    ["The answer is B!", "phrase: B"],
    ["<answer>The answer is 5!</answer>", "answer_tag: 5"],
    ["The answer is 5!?", "no_answer"],
    ["The answer is 5!.", "phrase: 5!"],
    ["The answer is 5! ways.", "phrase: 5! ways"],
    ["The answer is 5! = 120.", "phrase: 5! = 120"],
    ["The answer is 5!, as seen.", "phrase: 5!"],
    ["The answer is $5!$", "phrase: $5!$"],
    ["The answer is n!", "phrase: n!"],
    ["The answer is (n-1)!", "phrase: (n-1)!"],
    ["The answer is (B)!", "phrase: (B)"],
    ["There are 6!/6 rounds. The answer is 5!", "phrase: 5!"],
    ["Seat them in n! ways. The answer is 5!", "phrase: 5!"],
    ["It is the factorial of 5. The answer is 5!", "phrase: 5!"],
    ["Great! The answer is 5!", "phrase: 5"],
    ["<answer>5!</answer>", "answer_tag: 5!"],
    ["#### 5!", "hash_marker: 5!"],
  ])("%j", (response, expected) => expect(last(response)).toBe(expected));
});

describe("prose around a marked answer", () => {
  test.each([
    ["The answer is 5 apples because 2 + 3 = 5.", "phrase: 5 apples"],
    ["The answer is B, which is clear.", "phrase: B"],
    ["The answer is 5 (since 2 + 3 = 5).", "phrase: 5"],
    ["答案是5，因为2+3=5。", "phrase: 5"],
    ["<answer>The answer is 5.</answer>", "answer_tag: 5"],
    ['{"answer": "Sally has 9 books."}', "json_field: 9"],
    ['{"answer": "The car drives 60 miles per hour"}', "json_field: 60 miles per hour"],
    ['{"answer": "They won 10 percent of games"}', "json_field: 10 percent"],
    ['{"answer": "Sally has 9 books and 2 pens."}', "json_field: Sally has 9 books and 2 pens."],
    ['{"answer": "Sally has no 9 books."}', "json_field: Sally has no 9 books."],
    ['{"answer": "Sally has two of 9 books."}', "json_field: Sally has two of 9 books."],
    ['{"answer": "more than 9 books"}', "json_field: more than 9 books"],
    ["The answer is 5 or 6 because of x.", "phrase: 5 or 6"],
    ["\\boxed{The answer is 5}", "box: 5"],
    ["The answer is 5, and we are done.", "phrase: 5"],
    ["The answer is $5$, and this is the maximum.", "phrase: $5$"],
    ["The answer is 5, and it could be 6.", "phrase: 5, and it could be 6"],
    ["The answer is 5 for this problem.", "phrase: 5"],
    ["The answer is 5 (the maximum).", "phrase: 5"],
    ["The answer is 5 — the smallest such number.", "phrase: 5"],
    ["The answer is 5 (negative).", "phrase: 5 (negative)"],
    ["The answer is 5 (cm).", "phrase: 5 (cm)"],
    ["The answer is 5 (hex).", "phrase: 5 (hex)"],
    ["The answer is 5, i.e. five.", "phrase: 5"],
    ["The answer is 0.33 (rounded to two decimal places).", "phrase: 0.33"],
    ["The answer is 5 after rounding.", "phrase: 5"],
    ["The answer is 5, which is wrong.", "phrase: 5, which is wrong"],
    ["The answer is $5$ for all $x$.", "phrase: $5$ for all $x$"],
    ["The answer is f (linear).", "phrase: f (linear)"],
    ["<answer>5 apples are left</answer>", "answer_tag: 5"],
    ["<answer>5 apples are not left</answer>", "answer_tag: 5 apples are not left"],
    ["<answer>5 red apples</answer>", "answer_tag: 5 red apples"],
  ])("%j", (response, expected) => expect(last(response)).toBe(expected));

  test("stays under the policy", () => {
    const refuse = { prose: "refuse" } as const;
    expect(last("The answer is 5 because 2 + 3 = 5.", refuse)).toBe("phrase: 5 because 2 + 3 = 5");
    expect(last('{"answer": "Sally has 9 books."}', refuse)).toBe("json_field: Sally has 9 books.");
  });
});

test("an answer is found wherever it stands: there is no window", () => {
  const filler = "words and words. ".repeat(20_000);
  expect(last(`\\boxed{5} ${filler}`)).toBe("box: 5");
  expect(last(`The answer is 5. ${filler}`)).toBe("phrase: 5");
  expect(last(`<answer>5</answer> ${filler}`)).toBe("answer_tag: 5");
});

test("every extraction lies within the response and is its slice, unless it was decoded or joined", () => {
  const pieces = fc.constantFrom(
    ...'\\boxed{ } $ 5 x answer is : not <answer> </answer> <think> </think> #### \n " { [ ] because or . ?'.split(
      " ",
    ),
    '"answer":',
    " ",
    "答案是",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
      const response = parts.join("");
      for (const place of ["box", "marked", "anywhere"] as const) {
        const result = extractAnswer(response, { policy: { place } });
        for (const { start, end, text, source } of result.kind === "found" ? result.extractions : []) {
          expect(0 <= start && start <= end && end <= response.length).toBe(true);
          const slice = response.slice(start, end);
          if (source === "box") expect(text.includes(slice.trim()) || /;| or /.test(text)).toBe(true);
          else if (source !== "json_field" && !text.includes(";") && !text.includes(" or "))
            expect(text).toBe(slice);
        }
      }
    }),
    { numRuns: 2000 },
  );
});
