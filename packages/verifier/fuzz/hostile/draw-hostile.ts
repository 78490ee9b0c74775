import type { Draw } from "../draw.ts";
import { drawForm } from "../tree/draw-form.ts";
import { writeAnswer } from "../write/write-form.ts";

/** Pieces that mean something to the lexer, the parser or the search for answers. */
const pieces: readonly string[] = (
  "1 0 9 x y ( ) [ ] { } | , ; : = < > ! % ^ _ + - * / . ' \" ` $ & # ~ @ ? \\ \\\\ \\{ \\} \\( \\) \\[ \\] \\, \\! \\; " +
  "\\frac \\frac{1}{ \\dfrac12 \\sqrt \\sqrt[3]{ \\left( \\right) \\left \\right \\text{ \\mathrm{ \\boxed{ \\fbox{ \\begin{pmatrix} " +
  "\\end{pmatrix} \\begin{cases} \\end{cases} \\binom{ \\sum_{i=1}^{ \\prod_{k=1}^{ \\int \\lim \\pm \\mp \\infty \\cup \\cap \\setminus \\in \\le \\ge " +
  "\\ne \\approx \\pi \\sin \\cos^{-1} \\tan \\log_ \\ln \\exp( \\lfloor \\rfloor \\lceil \\overline{ \\bar \\circ ^\\circ \\mod \\quad \\hline \\operatorname{ " +
  "1/2 1,234 0.(3) 1e9 3.14 -7 12% 5cm 90° ½ ² ³ √ π ∞ ∪ ∈ ≤ × ÷ − ± ０ （ ） ， <answer> </answer> <think> </think> #### <|im_end|> </s> ** __"
)
  .split(" ")
  .concat([
    " and ",
    " or ",
    "\n",
    "\t",
    " ",
    "The answer is ",
    "Final answer: ",
    "answer",
    '{"answer": ',
    '"answer":"',
    "not ",
    "答案是",
  ]);

const odd: readonly string[] = [
  "\u0000",
  "\u0007",
  "\u001b",
  "\u007f",
  "\ud800",
  "\udfff",
  "\ud83d\ude00",
  "\u200b",
  "\u202e",
  "\u2066",
  "\ufeff",
  "\ufffd",
  "\uffff",
  "é",
  "e\u0301\u0301\u0301",
  "٣",
  "𝟓",
  "ﷺ",
];

/** Openings with what may stand inside and how they close. */
const nests: readonly (readonly [open: string, close: string])[] = [
  ["(", ")"],
  ["{", "}"],
  ["[", "]"],
  ["\\{", "\\}"],
  ["|", "|"],
  ["\\frac{1}{1+", "}"],
  ["\\frac{", "}{2}"],
  ["\\sqrt{", "}"],
  ["\\sqrt{1+", "}"],
  ["\\sqrt[3]{2+", "}"],
  ["\\sin(", ")"],
  ["\\ln(2+", ")"],
  ["e^{", "}"],
  ["2^{", "}"],
  ["\\lfloor ", "\\rfloor "],
  ["\\text{", "}"],
  ["\\boxed{", "}"],
  ["\\binom{9}{", "}"],
  ["\\left(", "\\right)"],
  ["\\begin{pmatrix}1&", "\\end{pmatrix}"],
  ["<answer>", "</answer>"],
  ["<think>", "</think>"],
  ["{1,", "}"],
  ["(1,", ")"],
  ["x=", ""],
  ["-", ""],
  ["", "!"],
  ["", "%"],
  ["", "^2"],
  ["1\\pm", ""],
  ["\\sum_{i=1}^{9}(", ")"],
  ["\\prod_{i=1}^{9}(", ")"],
  ["\\gcd(6,", ")"],
  ["\\max(1,", ")"],
  ["", "^{9}"],
  ["x^{", "}"],
];

/** Numbers made to be costly. */
const monsters: readonly string[] = [
  "9^9^9^9",
  "10^{10^{10}}",
  "(10^9)!",
  "((9!)!)!",
  "1e999999999",
  "1e-999999999",
  "0.1^{-10^9}",
  "\\binom{1000000000}{500000000}",
  "\\binom{3000}{1500}",
  "3000!",
  "2^{20000}",
  "(x+y+z)^{100000}",
  "(x+1)^{63}",
  "\\sin(10^{1000})",
  "\\tan(10^{300})",
  "e^{10^{9}}",
  "e^{-10^{9}}",
  "\\ln(10^{1000})",
  "\\sqrt[999]{7}",
  "\\sqrt[1000]{10^{4000}}",
  "e^{\\pi\\sqrt{163}}",
  "\\log_2(10^{999})",
  "\\arctan(10^{50})",
  "\\cos(10^{-300})",
  "0.\\overline{142857142857}",
  "\\gcd(10^{3000}, 3^{2000})",
  "\\lcm(10^{30}, 3^{20})",
  "\\lfloor 10^{500}/7 \\rfloor",
  "\\sum_{k=1}^{1000000000} k",
  "\\sum_{k=1}^{1000}\\sin(k)",
  "\\prod_{k=1}^{100000} k",
  "\\frac{1}{10^{400}}",
  "(1+10^{-100})^{10^{9}}",
  "i^{10^{30}}",
  "(-8)^{1/3}",
  "0^0",
  "\\frac00",
  "\\infty-\\infty",
];

/** Draws a text made to break or slow the verifier down, of at most `maxLength` code units. */
export function drawHostile(draw: Draw, maxLength: number): string {
  const parts = Array.from({ length: draw.between(1, 3) }, () => drawPart(draw, maxLength));
  let text = parts.join(draw.pick(["", "+", ",", " ", "="]));
  if (draw.chance(5)) text = insert(text, draw.pick(odd), draw);
  if (draw.chance(6)) text = text.slice(0, draw.int(text.length + 1));
  return text.slice(0, maxLength);
}

function drawPart(draw: Draw, maxLength: number): string {
  switch (draw.int(8)) {
    case 0:
      return drawSoup(draw);
    case 1:
      return drawNest(draw);
    case 2:
      return draw.pick(monsters);
    case 3:
      return repeat(draw.pick(pieces), draw, maxLength);
    case 4:
      return repeat(draw.pick(monsters), draw, 600);
    case 5:
      return repeat(`${draw.pick(pieces)}${draw.pick(pieces)}`, draw, maxLength);
    case 6:
      return repeat(draw.pick(["9", "1", "0", "3", "12345678"]), draw, maxLength);
    default:
      return insert(writeAnswer(drawForm(draw), draw), drawSoup(draw), draw);
  }
}

/** Random pieces side by side. */
function drawSoup(draw: Draw): string {
  let text = "";
  for (let count = draw.int(14); count > 0; count--)
    text += draw.chance(12) ? draw.pick(odd) : draw.pick(pieces);
  return text;
}

function drawNest(draw: Draw): string {
  const [open, close] = draw.pick(nests);
  const [otherOpen, otherClose] = draw.chance(3) ? draw.pick(nests) : ["", ""];
  const depth = draw.int(draw.pick([4, 30, 130, 1500]));
  const core = draw.pick(["1", "x", "", "9", "2,3", draw.pick(monsters)]);
  const closed = draw.chance(6) ? Math.floor(depth / 2) : depth;
  return (open + otherOpen).repeat(depth) + core + (otherClose + close).repeat(closed);
}

function repeat(text: string, draw: Draw, maxLength: number): string {
  const most = Math.max(1, Math.floor(maxLength / Math.max(1, text.length)));
  return text.repeat(draw.int(Math.min(most, draw.pick([8, 100, 2000, most])) + 1));
}

function insert(text: string, piece: string, draw: Draw): string {
  const at = draw.int(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}
