import type { Draw } from "../../fuzz/draw.ts";
import type { Frame, FrameRow, PublicGold } from "./frame.ts";
import { pairRows, pickNeighbour } from "./pair-rows.ts";

const integers = (gold: PublicGold): boolean => gold.isInteger && gold.text.length < 8;

/** A formula before the equals sign that names the result. */
export const label: Frame = {
  name: "label",
  about: "a formula that names the result before `=`; wrong: an equation whose solution it is not",
  takes: (gold) => integers(gold) && !/^-?[01]$/.test(gold.text),
  make(gold, draw) {
    const { text } = gold;
    return [
      ...pairRows(gold, draw, (answer, pick) => writeBox(`${pick.pick(labels)(answer)}${answer}`, pick)),
      { gold: text, response: writeBox(draw.pick(equations)(text), draw), isRight: false },
    ];
  },
};

const labels: readonly ((answer: string) => string)[] = [
  () => "m+n=",
  () => "m + n = ",
  () => "x_1+x_2=",
  () => "a+b+c=",
  () => "p+q+r = ",
  () => "a^2+b^2=",
  () => "x^2+y^2 = ",
  () => "100m+n=",
  () => "m-n=",
  (answer) => `m+n=${Number(answer) - 7}+7=`,
  () => "S_{10}=",
  () => "a_{10} = ",
  () => "f(3)=",
  () => "\\gcd(a,b)=",
  () => "\\det A=",
  () => "\\lim_{x\\to 3} f(x)=",
  () => "\\int_0^3 f(x)\\,dx = ",
  () => "\\sum_{k=1}^{n} a_k = ",
  () => "|AB|=",
  () => "\\text{Area}=",
  () => "\\frac{a}{b}+c = ",
  () => "\\text{Total cost} = ",
  () => "\\log_2 x + \\log_2 y = ",
  () => "P(2) = ",
  () => "\\max f(x)=",
  () => "|S| = ",
  () => "\\overline{AB} = ",
  () => "x = ",
  () => "AB^2+BC^2 = ",
];

const equations: readonly ((answer: string) => string)[] = [
  (answer) => `2x=${answer}`,
  (answer) => `-x = ${answer}`,
  (answer) => `x^2=${answer}`,
  (answer) => `n!=${answer}`,
  (answer) => `x+1=${answer}`,
  (answer) => `\\sin x=${answer}`,
  (answer) => `x>${answer}`,
  (answer) => `x \\ge ${answer}`,
  (answer) => `x \\ne ${answer}`,
  (answer) => `\\sqrt{x}=${answer}`,
  (answer) => `e^x = ${answer}`,
  (answer) => `3x+2=${answer}`,
  (answer) => `x \\approx ${answer}`.replace("\\approx", "<"),
];

function writeBox(inner: string, draw: Draw): string {
  return draw.pick([
    `\\boxed{${inner}}`,
    `So $\\boxed{${inner}}$.`,
    `Hence the answer is $\\boxed{${inner}}$`,
  ]);
}

/** Two questions in one, each with its answer. */
export const parts: Frame = {
  name: "parts",
  about: "a gold of two parts, each in a box, line or bullet of its own; wrong: one part changed or missing",
  takes: integers,
  make(gold, draw) {
    const second = String(draw.between(2, 60));
    if (second === gold.text) return [];
    const golds = `${gold.text}, ${second}`;
    const write = draw.pick(partWays);
    const changed = draw.chance(2)
      ? write(pickNeighbour(gold.text, draw), second)
      : write(gold.text, pickNeighbour(second, draw));
    return [
      { gold: golds, response: write(gold.text, second), isRight: true },
      { gold: golds, response: changed, isRight: false },
      {
        gold: golds,
        response: `(a) The first part gives \\boxed{${gold.text}}. (b) The second part is harder.`,
        isRight: false,
      },
    ];
  },
};

const partWays: readonly ((first: string, second: string) => string)[] = [
  (a, b) => `**(a)** \\boxed{${a}}\n\n**(b)** \\boxed{${b}}`,
  (a, b) => `(a) $\\boxed{${a}}$ (b) $\\boxed{${b}}$`,
  (a, b) =>
    `(a) We count the pairs and get \\boxed{${a}}.\n\n(b) For this part we use the result above and double it. So the number is \\boxed{${b}}.`,
  (a, b) =>
    `**Part (a)**\nAdding up, we find $\\boxed{${a}}$.\n\n**Part (b)**\nBy symmetry, $\\boxed{${b}}$.`,
  (a, b) => `**Final Answer:**\n(a) ${a}\n(b) ${b}`,
  (a, b) => `**Final Answer:** (a) ${a}, (b) ${b}`,
  (a, b) => `**Final Answer:**\n- (a) ${a}\n- (b) ${b}`,
  (a, b) => `**Final Answer:**\n- **(a)** $${a}$\n- **(b)** $${b}$`,
  (a, b) => `(a) The answer is ${a}. (b) The answer is ${b}.`,
  (a, b) => `1. The first value is $\\boxed{${a}}$\n2. The second value is $\\boxed{${b}}$`,
  (a, b) => `The answers are $\\boxed{${a}}$ and $\\boxed{${b}}$.`,
  (a, b) => `\\boxed{(a)\\ ${a}, \\quad (b)\\ ${b}}`,
  (a, b) => `\\boxed{\\text{(a) } ${a} \\text{; (b) } ${b}}`,
];

/** A condition on a parameter or variable. */
export const condition: Frame = {
  name: "condition",
  about: "a condition written otherwise; wrong: another set, another relation",
  takes: (gold) => integers(gold) && !/^-?[01]$/.test(gold.text),
  make: ({ text }, draw) => draw.pick([family, inequality, domain])(text, draw),
};

function family(text: string, draw: Draw): readonly FrameRow[] {
  const angle = `\\frac{\\pi}{${text.replace("-", "")}}`;
  const gold = `x=${angle}+2k\\pi, k\\in\\mathbb{Z}`;
  const right = draw.pick([
    `x=${angle}+2k\\pi, \\ k\\in\\mathbf{Z}`,
    `${angle}+2k\\pi, k\\in\\mathbb{Z}`,
    `x=${angle}+2k\\pi \\text{ for any integer } k`,
    `x=${angle}+2k\\pi, \\text{ where } k \\text{ is an integer}`,
    `x=${angle}+2k\\pi, k \\text{ is an integer}`,
    `x=${angle}+2n\\pi, n\\in\\mathbb{Z}`,
    `x=2k\\pi+${angle} \\quad (k\\in\\mathbb{Z})`,
  ]);
  const wrong = draw.pick([
    `x=${angle}+2k\\pi, k\\in\\mathbb{N}`,
    `x=${angle}+2k\\pi, k\\in\\mathbb{R}`,
    `x=${angle}+2k\\pi, \\text{ where } k \\text{ is a positive integer}`,
    `x=${angle}+k\\pi, k\\in\\mathbb{Z}`,
    `x=-${angle}+2k\\pi, k\\in\\mathbb{Z}`,
    `x=${angle}+2k\\pi, k \\in \\mathbb{N}^*`,
  ]);
  return boxes(gold, right, wrong);
}

function inequality(text: string, draw: Draw): readonly FrameRow[] {
  const right = draw.pick([
    `${text}\\le x`,
    `x\\geqslant ${text}`,
    `[${text},\\infty)`,
    `x \\in [${text}, +\\infty)`,
    `x \\geq ${text}`,
    `\\{x \\mid x \\ge ${text}\\}`,
  ]);
  const wrong = draw.pick([
    `x>${text}`,
    `x\\le ${text}`,
    `(${text},\\infty)`,
    `x\\ge ${text}, x\\in\\mathbb{Z}`,
    `x = ${text}`,
  ]);
  return boxes(`x\\ge ${text}`, right, wrong);
}

function domain(text: string, draw: Draw): readonly FrameRow[] {
  const right = draw.pick([
    `x^2 \\text{ for } x>${text}`,
    `x^2\\quad (x>${text})`,
    `x^2, \\text{ where } x>${text}`,
    `x^2,\\ ${text}<x`,
    `x^2\\ (x>${text})`,
  ]);
  const wrong = draw.pick([
    `x^2, x\\ge ${text}`,
    `x^2, x<${text}`,
    `x^3, x>${text}`,
    `x^2 \\text{ for } x \\geq ${text}`,
  ]);
  return boxes(`x^2, x>${text}`, right, wrong);
}

function boxes(gold: string, right: string, wrong: string): readonly FrameRow[] {
  return [
    { gold, response: `\\boxed{${right}}`, isRight: true },
    { gold, response: `\\boxed{${wrong}}`, isRight: false },
  ];
}

/** Problems whose answers have a constant of integration. */
const integrals = [
  "Evaluate the indefinite integral.",
  "Find the antiderivative of $f(x)$.",
  "Compute $\\int f(x)\\,dx$.",
  "Find the general solution of the differential equation $y' = f(x)$.",
] as const;

/** The constant of integration, and letters that only look like one. */
export const constant: Frame = {
  name: "constant",
  about:
    "a constant named otherwise, or shifted where the problem asks for an integral; wrong: shifted without a problem, doubled with the rest, or left out",
  takes: ({ text, isNumber, isWord }) =>
    !isNumber && !isWord && /x/.test(text) && !/[=<>,|CcKk]|\\(le|ge|pm|in|cup|lt|gt|mid|ne)/.test(text),
  make({ text }, draw) {
    const isOpposed = text.startsWith("-");
    const right = draw.pick([
      `${text}+C`,
      `${text} + C`,
      `${text}+K`,
      `${text}+c`,
      isOpposed ? `C${text}` : `C+${text}`,
    ]);
    const wrong = draw.pick([`${text}+C+1`, `${text}`, `2(${text})+C`, `${text}+1+C`, `${text}-3+C`]);
    const shifted = draw.pick([`${text}+C+1`, `${text}-3+C`, `${text}+2C`]);
    return [
      ...boxes(`${text}+C`, right, wrong),
      { gold: `${text}+C`, response: `\\boxed{${shifted}}`, problem: draw.pick(integrals), isRight: true },
    ];
  },
};
