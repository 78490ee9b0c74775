import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../grade.ts";
import type { AnswerPolicy } from "../policy.ts";

type Pair = readonly [gold: string, answer: string];

function isPaid(gold: string, answer: string, policy: Partial<AnswerPolicy> = {}): boolean | string {
  const verdict = gradeAnswer({ golds: [gold], candidate: { answer } }, { policy });
  return verdict.kind === "score" ? verdict.correct : verdict.failure;
}

function table(kind: string, equal: readonly Pair[], different: readonly Pair[]): void {
  describe(kind, () => {
    test.each(equal)("%s = %s", (gold, answer) => expect(isPaid(gold, answer)).toBe(true));
    test.each(different)("%s ≠ %s", (gold, answer) => expect(isPaid(gold, answer)).toBe(false));
  });
}

table(
  "integers",
  [
    ["5", "5"],
    ["5", "5.0"],
    ["5", "+5"],
    ["-3", "−3"],
    ["007", "7"],
    ["5", "$5$"],
    ["5", "\\(5\\)"],
    ["5", "**5**"],
    ["5", "5."],
    ["12", "１２"],
    ["10^{20}+1", "100000000000000000001"],
    ["12", "12^{th}"],
    ["6", "6th"],
    ["seven", "7"],
  ],
  [
    ["5", "6"],
    ["5", "-5"],
    ["99999999999", "100000000000"],
    ["123456789012345678", "123456789012345679"],
    ["10^{20}+1", "10^{20}"],
    ["5", ""],
    ["5", "{"],
    ["5", "}"],
    ["5", ":"],
    ["5", "."],
    ["5", "$"],
  ],
);

table(
  "thousands separators",
  [
    ["1,234", "1234"],
    ["7,425,000", "7425000"],
    ["1\\,234", "1234"],
    ["32,\\!349", "32349"],
    ["1{,}234", "1234"],
    ["1 234", "1234"],
    ["11,\\! 111,\\! 111,\\! 100", "11111111100"],
    ["110,880", "880, 110"],
    ["110,880", "110880"],
    ["3{,}14", "3.14"],
  ],
  [
    ["32, 349", "32349"],
    ["(1,2)", "12"],
    ["1,23", "123"],
    ["\\{1,234\\}", "1234"],
    ["0,123", "123"],
  ],
);

table(
  "decimals and scientific notation",
  [
    [".4", "0.4"],
    ["1000.0", "1000"],
    ["0.\\overline{3}", "1/3"],
    ["0.1\\overline{6}", "1/6"],
    ["0.(27)", "3/11"],
    ["3e8", "300000000"],
    ["1.5 \\times 10^3", "1500"],
    ["2 × 10^(-10)", "0.0000000002"],
    ["7.8\\cdot10^2", "780"],
  ],
  [
    ["0.0000001", "0.0000002"],
    ["1/3", "0.333"],
    ["1/3", "0.3333333333333333"],
    ["1e-400", "1e-401"],
    ["1e400", "1e401"],
  ],
);

table(
  "fractions and mixed numbers",
  [
    ["\\frac12", "0.5"],
    ["\\frac{1}{2}", "\\dfrac{1}{2}"],
    ["\\frac1{2}", "1/2"],
    ["\\frac{1}2", "½"],
    ["2/4", "1/2"],
    ["\\frac{a}c", "a/c"],
    ["-\\frac{40}{153}", "\\frac{-40}{153}"],
    ["918\\frac12", "918.5"],
    ["1 1/2", "1.5"],
    ["2½", "5/2"],
    ["-1\\frac{1}{2}", "-3/2"],
    ["\\frac{270}7", "270/7"],
    ["5:8", "\\frac58"],
    ["10:16", "5:8"],
  ],
  [
    ["2\\frac58", "\\frac{10}{8}"],
    ["\\frac{1}{2}", "\\frac{2}{1}"],
    ["1000000007/1000000009", "1000000006/1000000008"],
    ["1\\frac12", "\\frac12"],
    ["\\frac12", "12"],
  ],
);

table(
  "percent",
  [
    ["28\\%", "0.28"],
    ["28%", "28 percent"],
    ["\\frac{1}{4}", "25\\%"],
    ["-5%", "-0.05"],
  ],
  [
    ["10%", "10"],
    ["28\\%", "28"],
    ["0.28", "0.28\\%"],
  ],
);

table(
  "units and currency",
  [
    ["5 \\text{ cm}", "5"],
    ["5", "5 \\text{ cm}"],
    ["1 m", "100 \\text{ cm}"],
    ["5 \\text{ cm}", "0.05 m"],
    ["10\\text{ cm}^2", "10 square centimeters"],
    ["1 \\text{ m}^2", "10000 \\text{ cm}^2"],
    ["60 miles per hour", "60 mph"],
    ["60 km/h", "50/3 m/s"],
    ["2 hours", "120 minutes"],
    ["864 \\mbox{ inches}^2", "6 ft^2"],
    ["\\$18.90", "18.90"],
    ["$15,000", "15000 dollars"],
    ["5.4 \\text{ cents}", "$0.054"],
    ["1 L", "1000 mL"],
    ["5 apples", "5"],
    ["12 red apples", "12 apples"],
  ],
  [
    ["5 cm", "5 m"],
    ["5 kg", "5 cm"],
    ["\\frac32n+\\frac12m", "\\frac32n"],
    ["5m", "5"],
    ["5 apples", "5 oranges"],
    ["5 \\text{ cm}", "5 \\text{ cm}^2"],
  ],
);

table(
  "degrees",
  [
    ["90^\\circ", "90"],
    ["90^{\\circ}", "90°"],
    ["90^\\circ", "90 degrees"],
    ["120^\\circ", "\\frac{2\\pi}{3}"],
    ["\\sin(90^\\circ - x)", "\\cos x"],
  ],
  [
    ["90^\\circ", "100^\\circ"],
    ["120^\\circ", "\\frac{\\pi}{3}"],
  ],
);

table(
  "radicals, powers and constants",
  [
    ["\\sqrt{8}", "2\\sqrt2"],
    ["3\\sqrt{13}", "\\sqrt{117}"],
    ["5\\sqrt[3]4", "5\\cdot 2^{2/3}"],
    ["\\frac{1}{\\sqrt2}", "\\frac{\\sqrt2}{2}"],
    ["\\sqrt2\\sqrt3", "√6"],
    ["\\sqrt{3+2\\sqrt2}", "1+\\sqrt2"],
    ["\\sqrt[3]{2+\\sqrt5}+\\sqrt[3]{2-\\sqrt5}", "1"],
    ["(-8)^{1/3}", "-2"],
    ["4^{-1/2}", "0.5"],
    ["18+2\\pi", "2(9+π)"],
    ["\\frac{20000}{\\pi}", "20000/pi"],
    ["2^{10}", "1024"],
    ["2^3^2", "512"],
    ["5!", "120"],
    ["\\binom{5}{2}", "10"],
  ],
  [
    ["\\pi", "3.14159265358979"],
    ["\\pi", "\\frac{22}{7}"],
    ["e^{\\pi\\sqrt{163}}", "262537412640768744"],
    ["2^{100}", "2^{100}+1"],
    ["1/2004!", "1/2006!"],
    ["\\frac{\\pi}{2004!}", "\\frac{\\pi}{2006!}"],
    ["\\sqrt{2}", "1.41421356237"],
    ["11\\sqrt2", "11"],
  ],
);

table(
  "logarithms, trigonometry and complex numbers",
  [
    ["\\log_2 8", "3"],
    ["\\log_{10} 100", "\\lg 100"],
    ["\\ln e^2", "2"],
    ["\\sin\\frac{\\pi}{6}", "1/2"],
    ["\\arctan 1+\\arctan 2+\\arctan 3", "\\pi"],
    ["\\cos(\\pi/7)\\cos(2\\pi/7)\\cos(3\\pi/7)", "1/8"],
    ["\\tan^{-1} 1", "\\frac{\\pi}{4}"],
    ["i^2", "-1"],
    ["\\frac{1}{1+i}", "\\frac{1-i}{2}"],
    ["e^{i\\pi/3}", "\\frac{1+i\\sqrt3}{2}"],
    ["1+2i", "2i+1"],
    ["-7.0 + 1.0i", "-7+i"],
  ],
  [
    ["\\log_2 8", "8"],
    ["1+2i", "1-2i"],
    ["\\sin 1", "\\sin 2"],
  ],
);

table(
  "expressions with variables",
  [
    ["x^2-1", "(x-1)(x+1)"],
    ["\\frac{x^2-1}{x-1}", "x+1"],
    ["(x+1)^{50}(x+1)", "(x+1)^{51}"],
    ["\\frac1x+\\frac1y", "\\frac{x+y}{xy}"],
    ["2xy", "2yx"],
    ["x²", "x^2"],
    ["2^{n+1}", "2\\cdot 2^n"],
    ["\\sin 2x", "2\\sin x\\cos x"],
    ["\\sqrt{x^2}", "|x|"],
    ["\\ln\\frac{1+x}{1-x}", "\\ln\\frac{1+x}{1-x}"],
    ["x_1+x_{2}", "x_{2}+x_1"],
    ["\\frac{(n+1)!}{n!}", "n+1"],
    ["5r^5", "5 r^{5}"],
  ],
  [
    ["x", "y"],
    ["n", "N"],
    ["x^2", "2x"],
    ["x+10^{-12}", "x"],
    ["\\sqrt{x^2}", "x"],
    ["\\ln x^2", "2\\ln x"],
    ["2k+2", "2k"],
    ["x^2+y^2", "1"],
  ],
);

table(
  "tuples, lists and sets",
  [
    ["(1,-16,-4,43)", "(1, -16, -4, 43)"],
    ["1,-2", "-2,1"],
    ["3, 5, 7", "7, 5 and 3"],
    ["3,5", "5 or 3"],
    ["\\{1,2,3\\}", "{3,2,1}"],
    ["\\{1,1,2\\}", "\\{1,2\\}"],
    ["\\{1,2\\}", "1, 2"],
    ["(1,2)", "1, 2"],
    ["[3]", "3"],
    ["[4, 1, 2, 0]", "(4,1,2,0)"],
    ["\\left(\\frac{1}{2},3\\right)", "(0.5,3)"],
    ["a\\pm b", "a+b, a-b"],
    ["\\pm 3", "3, -3"],
    ["x=1 \\text{ or } x=2", "2, 1"],
    ["x=1, y=2", "y=2, x=1"],
    ["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "(1,2)"],
    ["(0,2),(0,-2)", "(0,-2),(0,2)"],
    ["7 1 -1", "7, 1, -1"],
  ],
  [
    ["(1,2)", "(2,1)"],
    ["(1,2)", "2,1"],
    ["1,2", "1"],
    ["1,2", "1,2,3"],
    ["1,1,2", "1,2,2"],
    ["\\{1,2\\}", "\\{1,2,3\\}"],
    ["3", "3 or 4"],
    ["\\pm 2021", "2021"],
    ["5", "5\\pm1"],
    ["x=1, y=2", "x=2, y=1"],
    ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "\\begin{pmatrix} 1 & 3 \\\\ 2 & 4 \\end{pmatrix}"],
  ],
);

table(
  "intervals",
  [
    ["(3,4]", "(3, 4]"],
    ["(-\\infty,2)\\cup(3,\\infty)", "(3,\\infty)\\cup(-\\infty,2)"],
    ["(-\\infty, 0]", "(-inf, 0]"],
    ["(2,12) \\cup (12,102)", "(2,12)U(12,102)"],
    ["x\\in[1,2]", "1\\le x\\le 2"],
    ["[2,\\infty)", "x >= 2"],
    ["x>3", "3<x"],
    ["\\{x | -2<x<3\\}", "(-2,3)"],
  ],
  [
    ["(3,4]", "(3,4)"],
    ["[3,4]", "(3,4)"],
    ["(3,4]", "[3,4)"],
    ["(-\\infty,2)", "(2,\\infty)"],
    ["[\\frac12,8]", "\\frac12, 8"],
    ["x>3", "x\\ge3"],
    ["(0,9) \\cup (9,36)", "(0,36)"],
  ],
);

table(
  "equations and labels",
  [
    ["x=5", "5"],
    ["5", "x = 5"],
    ["2x+4y-3=0", "y=-x/2+3/4"],
    ["f(x)=2x", "2x"],
    ["f(z)=z", "f(x)=x"],
    ["\\text{Area} = 12", "12"],
    ["3", "1+2=3"],
    ["(x,y,z)=(4,1,1)", "(4,1,1)"],
    ["\\frac{1+\\sqrt{97}}{8}\\approx 1.36", "\\frac{1+\\sqrt{97}}{8}"],
  ],
  [
    ["x=5", "y=5"],
    ["x^2+y^2=1", "1"],
    ["42", "41 = 42"],
    ["41", "41 = 42"],
    ["5", "2x=10"],
    ["x=5", "6"],
    ["x+y=2", "x-y=2"],
    ["6", "5\\approx 6"],
  ],
);

table(
  "options, text and truth values",
  [
    ["C", "(C)"],
    ["(C)", "**C**"],
    ["C", "C."],
    ["\\text{(C)}", "C"],
    ["B", "Option B"],
    ["(C)", "(c)"],
    ["C", "C: the third"],
    ["\\text{east}", "East."],
    ["\\text{No solution}", "no solution"],
    ["yes", "Yes."],
    ["True", "yes"],
    ["2:05 p.m.", "14:05"],
    ["4210_{5}", "4210_5"],
  ],
  [
    ["C", "B"],
    ["A", "A good question"],
    ["B", "not B, it is C"],
    ["\\text{oddly}", "odd"],
    ["yes", "no"],
    ["no", "on"],
    ["12:00", "1:00"],
    ["1011_2", "1011"],
    ["1011_2", "1011_3"],
    ["\\text{east}", "west"],
    ["C", "5"],
  ],
);

describe("policies", () => {
  test("lenient percent accepts the bare number where one side has the sign", () => {
    expect(isPaid("28\\%", "28", { percent: "lenient" })).toBe(true);
    expect(isPaid("28", "28\\%", { percent: "lenient" })).toBe(true);
    expect(isPaid("28\\%", "2800", { percent: "lenient" })).toBe(false);
    expect(isPaid("28", "0.28", { percent: "lenient" })).toBe(false);
  });

  test("required units refuse a bare number", () => {
    const verdict = gradeAnswer(
      { golds: ["5 cm"], candidate: { answer: "5" } },
      { policy: { units: "required" } },
    );
    expect(verdict).toMatchObject({ correct: false, reason: "missing_unit" });
    expect(isPaid("5 cm", "50 mm", { units: "required" })).toBe(true);
    expect(isPaid("5", "5 cm", { units: "required" })).toBe(true);
  });

  test("units of another quantity are a unit mismatch", () => {
    const verdict = gradeAnswer({ golds: ["5 cm"], candidate: { answer: "5 kg" } });
    expect(verdict).toMatchObject({ correct: false, reason: "unit_mismatch" });
  });

  test("order", () => {
    expect(isPaid("0 , 7 , 3", "0,7,3", { order: "ordered" })).toBe(true);
    expect(isPaid("0 , 7 , 3", "0,3,7", { order: "ordered" })).toBe(false);
    expect(isPaid("0 , 7 , 3", "0,3,7")).toBe(true);
    expect(isPaid("(1,2)", "(2,1)", { order: "unordered" })).toBe(true);
    expect(isPaid("(1,2]", "(2,1]", { order: "unordered" })).toBe(false);
    expect(isPaid("\\{1,2\\}", "\\{2,1\\}", { order: "ordered" })).toBe(true);
  });

  test("tolerances apply only where set", () => {
    expect(isPaid("1.414", "\\sqrt2")).toBe(false);
    expect(isPaid("1.414", "\\sqrt2", { absoluteTolerance: 0.001 })).toBe(true);
    expect(isPaid("200", "201", { relativeTolerance: 0.01 })).toBe(true);
    expect(isPaid("200", "203", { relativeTolerance: 0.01 })).toBe(false);
    expect(isPaid("-200", "200", { relativeTolerance: 0.5 })).toBe(false);
  });

  test("case of plain text", () => {
    expect(isPaid("\\text{Paris}", "paris")).toBe(true);
    expect(isPaid("\\text{Paris}", "paris", { ignoreCase: false })).toBe(false);
  });
});
