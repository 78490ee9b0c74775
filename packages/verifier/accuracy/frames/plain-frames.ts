import type { Draw } from "../../fuzz/draw.ts";
import type { Frame, PublicGold } from "./frame.ts";
import { pairRows } from "./pair-rows.ts";

const lead = [
  "",
  "We add both sides and simplify.\n\n",
  "Let me work through this step by step. First we set up the equation, then we solve it.\n\nTherefore the result is ",
  "<think>\nI try small cases first. That seems to work.\n</think>\n\n",
] as const;

const anything = (gold: PublicGold): boolean => !gold.isWord;

/** `\boxed{G}`, with and without words before it. */
export const box: Frame = {
  name: "box",
  about: "the gold alone in a box",
  takes: () => true,
  make: (gold, draw) =>
    pairRows(gold, draw, (answer, pick) => {
      const boxed = `\\boxed{${gold.isWord ? `\\text{${answer}}` : answer}}`;
      return pick.pick(lead) + pick.pick([boxed, `$${boxed}$`, `\\[ ${boxed} \\]`, `$$${boxed}.$$`]);
    }),
};

/** The response is the answer, without a marker. */
export const bare: Frame = {
  name: "bare",
  about: "the response is the answer",
  takes: (gold) => gold.isNumber,
  make: (gold, draw) => pairRows(gold, draw, writeBare),
};

function writeBare(answer: string, draw: Draw): string {
  return draw.pick([
    answer,
    `$${answer}$`,
    `**${answer}**`,
    `\\(${answer}\\)`,
    `$x = ${answer}$`,
    `Thus $x=${answer}$.`,
    `<think>\nLet me see. I add the two numbers.\n</think>\n${answer}`,
    `<think>\nLet me see.\n</think>\n\n$$${answer}$$`,
    `$$x = ${answer}$$`,
    `${answer}.`,
  ]);
}

/** Markers of many styles, with the end tokens of chat templates. */
export const markers: Frame = {
  name: "markers",
  about: "markers in words, headings, tags and JSON; end tokens behind them",
  takes: anything,
  make: (gold, draw) =>
    pairRows(gold, draw, (answer, pick) => pick.pick(lead) + writeMarked(answer, pick) + pick.pick(ends)),
};

const ends = [
  "",
  "",
  "",
  "<|im_end|>",
  "<end_of_turn>",
  "<|eot_id|>",
  "</s>",
  "<|endoftext|>",
  "<｜end▁of▁sentence｜>",
  "\n",
] as const;

function writeMarked(answer: string, draw: Draw): string {
  const formula = `$${answer}$`;
  return draw.pick([
    `The answer is ${formula}.`,
    `**Final Answer:** ${formula}`,
    `**Final Answer**\n\n${formula}`,
    `Final answer: ${formula}`,
    `Answer: ${formula}`,
    `**Answer:** ${formula}`,
    `### Final Answer\n\\boxed{${answer}}`,
    `#### ${formula}`,
    `<answer>${formula}</answer>`,
    `<answer>\n\\boxed{${answer}}\n</answer>`,
    `The final answer is \\(${answer}\\).`,
    `So the answer is **${formula}**.`,
    `Hence, the correct answer is ${formula}.`,
    `The answer would be ${formula}.`,
    `<SOLUTION>${formula}</SOLUTION>`,
    `\\framebox{${answer}}`,
    `\\fbox{$${answer}$}`,
    `ANSWER: ${formula}`,
  ]);
}

/** `aligned`, `\text`, `\displaystyle` and signs before the answer. */
export const wrapped: Frame = {
  name: "wrapped",
  about: "aligned, \\displaystyle, \\therefore, = before it, a label in an array",
  takes: anything,
  make: (gold, draw) =>
    pairRows(gold, draw, (answer, pick) => {
      const isSide = gold.isNumber;
      const inner = pick.pick([
        `\\begin{aligned} ${answer} \\end{aligned}`,
        `\\begin{aligned}\n& ${answer}\n\\end{aligned}`,
        `\\displaystyle ${answer}`,
        `{${answer}}`,
        `\\, ${answer} \\,`,
        `\\mathbf{${answer}}`,
        isSide ? `\\begin{aligned} x &= ${answer} \\end{aligned}` : answer,
        isSide ? `\\begin{array}{l} x = ${answer} \\end{array}` : answer,
        isSide ? `\\therefore ${answer}` : answer,
        isSide ? `= ${answer}` : answer,
        isSide ? `\\Rightarrow x = ${answer}` : answer,
      ]);
      return `${pick.pick(lead)}\\boxed{${inner}}`;
    }),
};

/** Numbers and words inside `\text`. */
export const inText: Frame = {
  name: "text",
  about: "the answer inside \\text, with or without a sentence around it",
  takes: (gold) => gold.isInteger || gold.isWord,
  make: (gold, draw) =>
    pairRows(gold, draw, (answer, pick) => {
      const inner = pick.pick([
        `\\text{${answer}}`,
        `\\text{ ${answer} }`,
        `\\text{${answer}.}`,
        `\\textbf{${answer}}`,
        `\\mathrm{${answer}}`,
        `\\text{Answer: ${answer}}`,
        `\\text{The answer is ${answer}}`,
        `\\text{The answer is ${answer}.}`,
        `\\text{Answer: }${gold.isWord ? `\\text{${answer}}` : answer}`,
      ]);
      return `${pick.pick(lead)}\\boxed{${inner}}`;
    }),
};
