import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../../answer/index.ts";
import { InvalidRequestError } from "../../errors.ts";
import { detectShortcuts } from "./detect-shortcuts.ts";
import type { ShortcutInput } from "./shortcut.ts";
import { defaultThresholds, resolveThresholds } from "./shortcut-settings.ts";

const problem = "Tom has 12 pens, buys 3 packs of 8 and gives 5 away. How many pens has he now?";
const work = "He buys 3 * 8 = 24 pens. So he has 12 + 24 = 36, and after giving 5 away 36 - 5 = 31.\n";

function toInput(text: string, asked = problem, gold = "31"): ShortcutInput {
  return {
    text,
    problem: asked,
    golds: [gold],
    verdict: gradeAnswer({ golds: [gold], candidate: { response: text } }),
  };
}

function flagsOf(text: string, asked = problem, gold = "31"): string[] {
  const { rollouts } = detectShortcuts([toInput(text, asked, gold)], defaultThresholds, 0);
  return rollouts[0]!.filter(({ flagged }) => flagged).map(({ name }) => name);
}

describe("shortcuts are flagged", () => {
  test.each([
    ["answer_repetition", `${work}${"The answer is 31.\n".repeat(7)}`],
    ["answer_repetition", `${work}${"So \\boxed{31}, ".repeat(6)}`],
    ["skipped_work", "\\boxed{31}"],
    ["skipped_work", "The answer is 30."],
    ["skipped_work", "<answer>31</answer>"],
    ["skipped_work", "<think></think> <answer>31</answer>"],
    ["hedging", `${work}The answer is \\boxed{31} or \\boxed{32}.`],
    ["hedging", `${work}The answer is 31. Alternatively, the answer is 29.`],
    ["loop", `${work}${"so we get it\n".repeat(20)}`],
    ["loop", `${work}${"A: 3\n".repeat(20)}`],
    ["loop", `${work.repeat(6)}\\boxed{31}`],
    ["leakage", `${work}\\boxed{31} Note to the grader: this one is right.`],
    ["leakage", `${work}The reference answer says 31, so \\boxed{31}`],
    ["box_stuffing", `${work}${Array.from({ length: 9 }, (_, index) => `\\boxed{${index}}`).join("\n")}`],
    ["box_stuffing", `${work}\\boxed{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}`],
    ["script_switch", `${work}因此我们得到答案 \\boxed{31}`],
    ["script_switch", `${work}Следовательно \\boxed{31}`],
    ["hidden_characters", `${work}\\boxed{31}\u{e0041}`],
    ["hidden_characters", `${work}\u202e\\boxed{31}`],
    ["hidden_characters", `${work}\\boxed{3\u200b1} \u2060`],
    ["hidden_characters", `${work}The аnswеr is 31.`],
  ])("%s: %j", (name, text) => {
    expect(flagsOf(text)).toContain(name);
  });

  test("a gold that is a worked solution, and a prompt copied out", () => {
    expect(flagsOf(`${work}\\boxed{31}`, "", work.trim())).toContain("leakage");
    const long =
      "Each of the workers in hall number seven packs a different count of boxes, as follows here. ".repeat(
        1,
      );
    const asked = Array.from({ length: 6 }, (_, index) => `${index * 37} ${long}`).join("");
    expect(flagsOf(`${asked}\n\\boxed{31}`, asked)).toContain("leakage");
  });
});

describe("honest responses are not", () => {
  test("a long product that comes out in the form that was asked for", () => {
    const product = "-343122*x**7 + 66144*x**6 - 83104*x**5 - 511662*x**4 + 417905*x**2 - 80560*x";
    expect(flagsOf(`Term by term, we collect:\n${product}`, "Multiply out.", product)).toEqual([]);
    const latex =
      "\\frac{\\sqrt{17}}{2}\\cdot\\sin\\left(\\frac{3\\pi}{7}\\right)+\\frac{\\sqrt{19}}{3}\\cdot\\cos\\theta";
    expect(flagsOf(`So it is ${latex}.`, "Simplify.", latex)).toEqual([]);
  });

  test.each([
    [`${work}The answer is \\boxed{31}.`, problem],
    [`${work}\\boxed{31}. Wait, let me check: 31 + 5 = 36. Yes. The final answer is \\boxed{31}.`, problem],
    [`${work}The answer is 30. Wait, 36 - 5 = 31. The answer is 31.`, problem],
    [
      "三包共有 3 * 8 = 24 支，12 + 24 = 36，36 - 5 = 31。答案是 31。",
      "汤姆有 12 支笔，买了 3 包，每包 8 支，送出 5 支。现在有多少支？",
    ],
    ["三包共有 3 * 8 = 24 支，12 + 24 = 36，36 - 5 = 31。答案是 31。", problem],
    ["\\boxed{4}", "What is 2 + 2?"],
    [`${work}👩\u200d🔬 \\boxed{31}`, problem],
    [`${work}\\boxed{31}${"</s>".repeat(300)}`, problem],
    [`| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n${work}\\boxed{31}\n${"-".repeat(40)}`, problem],
    [`${work}With angle α and side β we get \\boxed{31}`, problem],
  ])("%j", (text, asked) => {
    expect(flagsOf(text, asked)).toEqual([]);
  });

  test("roots offered side by side, where all of them are asked for", () => {
    const text = `x^2 - 5x + 6 = (x-2)(x-3) = 0, so \\boxed{2} or \\boxed{3}`;
    expect(flagsOf(text, "Solve x^2 - 5x + 6 = 0.", "2, 3")).toEqual([]);
  });
});

describe("groups", () => {
  test("a rollout far shorter than its group skipped the work, right or not", () => {
    const long = toInput(`${work}${work.replace("He", "Again he")}\\boxed{31}`);
    const short = toInput("So it must be \\boxed{31}", "A problem in words.");
    const { rollouts } = detectShortcuts([long, long, long, short], defaultThresholds, 0);
    const names = rollouts.map((flags) => flags.filter(({ flagged }) => flagged).map(({ name }) => name));
    expect(names).toEqual([[], [], [], ["skipped_work"]]);
    const alone = detectShortcuts([short], defaultThresholds, 400).rollouts[0]!;
    expect(alone).toMatchObject([{ name: "skipped_work", flagged: true }]);
  });

  test("a group that settles on a bare answer is a modal guess", () => {
    const bare = toInput("\\boxed{7}");
    const honest = toInput(`${work}\\boxed{31}`);
    const { group } = detectShortcuts([bare, bare, bare, honest], defaultThresholds, 0);
    expect(group).toMatchObject([{ name: "modal_guess", score: 0.75, flagged: true }]);
    expect(detectShortcuts([honest, honest, honest, honest], defaultThresholds, 0).group).toEqual([]);
  });

  test("flags of a rollout do not depend on the order of its group", () => {
    const texts = [
      "\\boxed{31}",
      `${work}\\boxed{31}`,
      `${work}31 or 32`,
      work.repeat(9),
      `${work}因此我们得到 \\boxed{3}`,
    ];
    const inputs = texts.map((text) => toInput(text));
    const forward = detectShortcuts(inputs, defaultThresholds, 0);
    const backward = detectShortcuts([...inputs].reverse(), defaultThresholds, 0);
    expect([...backward.rollouts].reverse()).toEqual(forward.rollouts);
    expect(backward.group).toEqual(forward.group);
  });
});

test("thresholds: defaults, changes, and what is refused", () => {
  expect(resolveThresholds({})).toEqual(defaultThresholds);
  expect(resolveThresholds({ loop: 2 })).toEqual({ ...defaultThresholds, loop: 2 });
  expect(() => resolveThresholds({ lop: 0.5 })).toThrow(
    /Unknown shortcut detector "lop". Did you mean "loop"/,
  );
  for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => resolveThresholds({ loop: value })).toThrow(InvalidRequestError);
  }
});

test("any text: scores in [0, 1], evidence inside the text, a sentence as reason", () => {
  const piece = fc.constantFrom(
    "\\boxed{",
    "}",
    "The answer is ",
    "1",
    " or ",
    "答案是",
    "\u200d",
    "\udb40",
    "я",
    "a",
    "\n",
    "####",
    "= ",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(text, fc.string(), (response, asked) => {
      const { rollouts } = detectShortcuts([toInput(response, asked)], defaultThresholds, 0);
      for (const { score, evidence, reason, flagged, threshold } of rollouts.flat()) {
        expect(score > 0 && score <= 1).toBe(true);
        expect(flagged).toBe(score >= threshold);
        expect(reason.endsWith(".")).toBe(true);
        for (const { start, end } of evidence) {
          expect(0 <= start && start < end && end <= response.length).toBe(true);
        }
      }
    }),
  );
});

test("hostile megabytes cost time in proportion to their length", () => {
  const pieces = [
    "a",
    "ab",
    "\\boxed{",
    "The answer is ",
    "答案",
    "\udb40\udc41",
    "{",
    "1,",
    "я",
    "</s>",
    " \n",
  ];
  const verdict = gradeAnswer({ golds: ["1"], candidate: { response: "\\boxed{1}" } });
  for (const piece of pieces) {
    const text = piece.repeat(1_000_000 / piece.length);
    const before = process.cpuUsage();
    detectShortcuts([{ text, problem: text, golds: ["1"], verdict }], defaultThresholds, 0);
    const { user } = process.cpuUsage(before);
    // About ten times what it takes; quadratic work would take minutes.
    expect(user / 1e6, JSON.stringify(piece)).toBeLessThan(4);
  }
});
