import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../grade.ts";
import { defaultPolicy } from "../policy.ts";
import { isPaid, kindTable, type Pair } from "./kind-table.test-support.ts";

function reasonOf(gold: string, answer: string, policy: Parameters<typeof isPaid>[2] = {}): string {
  const verdict = gradeAnswer({ golds: [gold], candidate: { answer } }, { policy });
  return verdict.kind === "score" ? verdict.reason : verdict.failure;
}

describe("rounding", () => {
  const rounded: readonly Pair[] = [
    ["0.333", "1/3"],
    ["21.93", "21\\frac{13}{14}"],
    ["6.67\\%", "\\frac{1}{15}"],
    ["41.4\\%", "\\sqrt2-1"],
    ["3.14", "\\pi"],
    ["-0.67", "-\\frac23"],
    ["1.41", "1.414"],
    ["0.13", "0.125"],
    ["(0.33, 0.2)", "(\\frac13, \\frac15)"],
    ["\\begin{pmatrix} 0.33 \\\\ 0.2 \\end{pmatrix}", "\\begin{pmatrix} 1/3 \\\\ 1/5 \\end{pmatrix}"],
    ["2.5 cm", "2.46 cm"],
    ["x = 0.7", "x=\\ln 2"],
    ["2.50", "2.497"],
    ["3.0", "2.96"],
    ["1.50 \\times 10^3", "1496"],
    ["6.0e-3", "0.00597"],
    ["2.5 cm", "0.0246 m"],
    ["-2.50\\%", "-0.02504"],
  ];
  const apart: readonly Pair[] = [
    ["0.333", "0.3"],
    ["0.333", "0.33"],
    ["1/3", "0.333"],
    ["300", "299.94"],
    ["3", "\\pi"],
    ["3.14", "3.2"],
    ["3.14", "-\\pi"],
    ["0.67", "0.66"],
    ["6.67\\%", "6.67"],
    ["1.41", "1.42"],
    ["\\sqrt2", "1.41"],
    ["(0.33, 0.2)", "(\\frac13, \\frac17)"],
    // Places as written count, and fractions and products are exact.
    ["2.50", "2.54"],
    ["3.0", "3.06"],
    ["1/4", "0.251"],
    ["\\frac12", "0.45"],
    ["0.5\\cdot 3", "1.6"],
    ["1.50 \\times 10^3", "1490"],
    ["2.5 cm", "0.0256 m"],
  ];
  test.each(rounded)("gold_digits: %s stands for %s", (gold, answer) => {
    expect(isPaid(gold, answer, { rounding: "gold_digits" })).toBe(true);
    expect(isPaid(gold, answer)).toBe(false);
  });
  test.each(apart)("gold_digits: %s does not stand for %s", (gold, answer) =>
    expect(isPaid(gold, answer, { rounding: "gold_digits" })).toBe(false),
  );
});

describe("several golds", () => {
  const grade = (golds: readonly string[], answer: string, goldRule: "any" | "all") => {
    const verdict = gradeAnswer({ golds, candidate: { answer } }, { policy: { goldRule } });
    return verdict.kind === "score" ? verdict.correct : verdict.failure;
  };

  test("any: one is enough", () => {
    expect(grade(["7", "\\sqrt2"], "√2", "any")).toBe(true);
    expect(grade(["7", "8"], "7, 8", "any")).toBe(false);
  });

  test("all: every one of them and nothing else", () => {
    expect(grade(["7", "\\sqrt2"], "\\sqrt2, 7", "all")).toBe(true);
    expect(grade(["7", "8"], "7 and 8", "all")).toBe(true);
    expect(grade(["7", "8"], "7", "all")).toBe(false);
    expect(grade(["7", "8"], "7, 8, 9", "all")).toBe(false);
    expect(grade(["7", "8"], "8, 8", "all")).toBe(false);
    expect(grade(["(1,2)", "(3,4)"], "(3,4), (1,2)", "all")).toBe(true);
    expect(grade(["x=1", "x=2"], "2, 1", "all")).toBe(true);
    expect(grade(["1, 2", "3"], "1, 2, 3", "all")).toBe(true);
    expect(grade(["7"], "7", "all")).toBe(true);
  });

  test("all: a part that cannot be read fails the item", () => {
    expect(grade(["7", "\\foo{3}"], "7", "all")).toBe("unparsable_gold");
    expect(grade(["7", "\\foo{3}"], "7", "any")).toBe(true);
  });
});

describe("angles", () => {
  test("strict: a bare number is one of radians", () => {
    expect(isPaid("90^\\circ", "90")).toBe(true);
    expect(isPaid("90^\\circ", "90", { angles: "strict" })).toBe(false);
    expect(isPaid("90", "90^\\circ", { angles: "strict" })).toBe(false);
    expect(isPaid("90^\\circ", "\\frac{\\pi}{2}", { angles: "strict" })).toBe(true);
    expect(isPaid("90^\\circ", "90 degrees", { angles: "strict" })).toBe(true);
  });
});

describe("vectors", () => {
  const column = "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}";
  test("by_shape: a column is no tuple", () => {
    expect(isPaid(column, "(1,2)")).toBe(true);
    expect(isPaid(column, "(1,2)", { vectors: "by_shape" })).toBe(false);
    expect(isPaid(column, "\\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}", { vectors: "by_shape" })).toBe(true);
    expect(isPaid(column, "\\begin{pmatrix} 1 & 2 \\end{pmatrix}")).toBe(false);
  });
});

describe("arithmetic left undone", () => {
  const undone: readonly Pair[] = [
    ["45", "27+18"],
    ["45", "5\\cdot 9"],
    ["24", "48/2"],
    ["24", "\\frac{48}{2}"],
    ["9", "12-3"],
    ["0.5", "1-0.5"],
    ["45", "x = 27+18"],
    ["45", "\\text{Answer: } 27+18"],
    ["-9", "3-12"],
    ["72", "48/2+48"],
    ["55", "\\sum_{k=1}^{10} k"],
    ["5 cm", "2+3 cm"],
  ];
  const done: readonly Pair[] = [
    ["45", "27+18=45"],
    ["0.5", "\\frac12"],
    ["1.5", "1\\frac12"],
    ["1.5", "1 1/2"],
    ["1500", "1.5\\times10^3"],
    ["1024", "2^{10}"],
    ["120", "5!"],
    ["10", "\\binom52"],
    ["2.5", "5/2"],
    ["\\frac56", "\\frac12+\\frac13"],
    ["5000000", "5 million"],
    ["60.5^\\circ", "60^\\circ 30'"],
    ["66 inches", "5 \\text{ ft } 6 \\text{ in}"],
    ["2+3", "5"],
  ];
  test.each(undone)("%s is not paid for %s, unless accepted", (gold, answer) => {
    expect(reasonOf(gold, answer)).toBe("unevaluated_answer");
    expect(isPaid(gold, answer, { unevaluated: "accept" })).toBe(true);
  });
  test.each(done)("%s is paid for %s", (gold, answer) => expect(isPaid(gold, answer)).toBe(true));
});

describe("what variables stand for", () => {
  const positive = { symbols: "positive" } as const;
  test.each([
    ["\\sqrt{x^2}", "x"],
    ["\\ln x^2", "2\\ln x"],
    ["|x|", "x"],
    ["\\sqrt{xy}", "\\sqrt x\\sqrt y"],
    ["\\sqrt[4]{x^2}", "\\sqrt{x}"],
    ["(x^2)^{1/2}", "x"],
  ])("%s = %s only for positive variables", (gold, answer) => {
    expect(isPaid(gold, answer)).not.toBe(true);
    expect(isPaid(gold, answer, positive)).toBe(true);
    expect(isPaid(gold, answer, { positiveSymbols: ["x", "y"] })).toBe(true);
    expect(isPaid(gold, answer, { positiveSymbols: ["z"] })).not.toBe(true);
  });

  test.each([
    ["\\sin(n\\pi)", "0"],
    ["\\cos(2\\pi n)", "1"],
    ["\\cos(n\\pi)", "(-1)^n"],
  ])("%s = %s only for whole numbers", (gold, answer) => {
    expect(isPaid(gold, answer)).not.toBe(true);
    expect(isPaid(gold, answer, { symbols: "integer" })).toBe(true);
    expect(isPaid(gold, answer, { integerSymbols: ["n"] })).toBe(true);
  });

  test.each([
    ["\\sin\\frac{n\\pi}{2}", "0"],
    ["\\cos(n\\pi)", "1"],
    ["x", "-x"],
    ["\\sqrt{x^2+1}", "x+1"],
  ])("%s ≠ %s under any rule", (gold, answer) => {
    for (const symbols of ["real", "positive", "integer"] as const)
      expect(isPaid(gold, answer, { symbols })).not.toBe(true);
  });
});

describe("multiple choice with contents", () => {
  const choices = ["10", "12", "14", "\\text{none}"];
  const grade = (gold: string, answer: string) => {
    const verdict = gradeAnswer({ golds: [gold], candidate: { answer }, choices });
    return verdict.kind === "score" ? [verdict.correct, verdict.reason] : [verdict.failure];
  };

  test("letter and content stand for each other", () => {
    expect(grade("B", "12")).toEqual([true, "equal"]);
    expect(grade("12", "(B)")).toEqual([true, "equal"]);
    expect(grade("B", "B. 12")).toEqual([true, "equal"]);
    expect(grade("D", "none")).toEqual([true, "equal"]);
  });

  test("a letter with the content of another option is a conflict", () => {
    expect(grade("B", "B. 14")).toEqual([false, "conflicting_answers"]);
    expect(grade("B", "C. 12")).toEqual([false, "conflicting_answers"]);
    expect(grade("12", "(A) 12")).toEqual([false, "conflicting_answers"]);
  });

  test("another option is different", () => {
    expect(grade("B", "C")).toEqual([false, "different"]);
    expect(grade("B", "B or C")).toEqual([false, "different"]);
    expect(grade("B", "13")).toEqual([false, "different"]);
  });
});

describe("percent, units, order, tolerance and case", () => {
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

kindTable("by default nothing is rounded, assumed or forgiven", {
  policy: defaultPolicy,
  equal: [
    ["28\\%", "0.28"],
    ["90^\\circ", "90"],
    ["5 cm", "5"],
  ],
  different: [
    ["28\\%", "28"],
    ["1/3", "0.333"],
    ["5 cm", "5 m"],
  ],
});
