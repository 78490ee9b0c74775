import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAnswer } from "../building-blocks.ts";
import { gradeAnswer } from "../grade.ts";
import { kindProperties } from "./kind-properties.test-support.ts";
import { isPaid, kindTable } from "./kind-table.test-support.ts";

const plane = "It is the plane $2x+3y-z=0$.";
const eigen =
  "The eigenvalues are $-1$ and $4$. They belong to $\\frac{1}{2}\\begin{pmatrix}1\\\\2\\end{pmatrix}$.";

kindTable("statements", {
  equal: [
    [plane, "it is the plane  $2x + 3y - z = 0$"],
    [plane, "It is the plane \\(2x+3y−z=0\\)"],
    [plane, "\\boxed{It is the plane $2x+3y-z=0$.}"],
    [plane, "It is the plane $4x+6y-2z=0$."],
    [eigen, eigen.replace("\\frac{1}{2}", "0.5")],
    [eigen, eigen.replace("$-1$ and", "\\(-1\\) and")],
    ["No. This would lead to $0=1$.", "No, this would lead to $0=1$"],
    ["$f_{1} \\perp f_{2}$ and $f_3 \\perp f_4$", "$f_1 \\perp f_2$, and $f_3 \\perp f_4$."],
    ["$\\$ 3000 @ 11 \\%$", "$\\$3000 @ 11\\%$"],
    ["$\\dfrac{a}{b} \\propto c$", "$\\frac{a}{b}\\propto c$"],
    ["a \\propto \\text{some} b$", "a \\propto \\text{some} b"],
  ],
  different: [
    ["Yes, since $x=1$ is a root.", "No"],
    ["No. This would lead to $0=1$.", "Yes. This would lead to $0=1$."],
    ["False, as $n$ may be $0$.", "True"],
  ],
});

describe("statements that say something else are neither right nor wrong", () => {
  test.each([
    [plane, "It is not the plane $2x+3y-z=0$."],
    [plane, "It is the plane $2x+3y-z=1$."],
    [plane, "It is the line $2x+3y-z=0$."],
    [plane, "2x+3y-z=0"],
    [plane, "It is the plane 2x+3y-z=0 or some other"],
    [eigen, eigen.replace("$-1$ and $4$", "$4$ and $-1$")],
    ["The function $f(x+1)-1$ is odd.", "$f(x+1)-1$"],
    ["The function $f(x+1)-1$ is odd.", "The function $f(x+1)-1$ is even."],
    ["$a \\to b$", "$b \\to a$"],
    ["Take $\\frac{a b}{c}$ @ once", "Take $\\frac{a}{b c}$ @ once"],
    ["Smith was first to arrive home", "Smith"],
    ["Smith was first to arrive home", "Jones was first to arrive home"],
    ["Smith was first to arrive home", "12"],
  ])("%s | %s", (gold, answer) => {
    expect(isPaid(gold, answer)).toBe("undecided");
  });
});

describe("names and set phrases of fewer than five words are right or wrong", () => {
  test.each([
    ["Smith", "Jones"],
    ["first row of seats", "last row of seats"],
    ["Smith", "Smith was first to arrive home"],
    ["5 m by 7 m by 9 m", "5 m by 7 m by 8 m"],
  ])("%s | %s", (gold, answer) => {
    expect(isPaid(gold, answer)).toBe(false);
  });
});

test("a sentence with a verdict, or among listed choices, is right or wrong", () => {
  const gold = "Yes, because every such number is even";
  expect(isPaid(gold, gold.replace(",", " "))).toBe("undecided");
  expect(isPaid(gold, "No")).toBe(false);
  const sentence = "Smith was first to arrive home";
  const choices = ["Jones was first to arrive home", sentence];
  const grade = (answer: string) => gradeAnswer({ golds: [sentence], candidate: { answer }, choices });
  expect(grade("B")).toMatchObject({ correct: true });
  expect(grade("A")).toMatchObject({ correct: false });
  expect(grade("Smith")).toMatchObject({ correct: false });
});

describe("golds that are slips stay unread", () => {
  test.each(["1/0 +", "x +", "((", "\\frac{1}{", "="])("%s", (gold) => {
    expect(isPaid(gold, gold)).toBe("unparsable_gold");
    expect(parseAnswer(gold).kind).toBe("unreadable");
  });
});

test("a statement is looked for in a response with the words around its formula", () => {
  const response = `We solve it. \\boxed{${plane}}`;
  const verdict = gradeAnswer({ golds: [plane], candidate: { response } });
  expect(verdict).toMatchObject({ kind: "score", correct: true, method: "text" });
});

test("beside a gold with a value, an alternative that is a statement changes nothing", () => {
  const golds = ["5", plane];
  expect(gradeAnswer({ golds, candidate: { answer: "5" } })).toMatchObject({ correct: true });
  expect(gradeAnswer({ golds, candidate: { answer: plane } })).toMatchObject({ correct: true });
  expect(gradeAnswer({ golds, candidate: { answer: "6" } })).toMatchObject({ failure: "undecided" });
});

test("case counts where the policy says so, and always in formulas", () => {
  const upper = plane.replace("plane", "PLANE");
  expect(isPaid(plane, upper)).toBe(true);
  expect(isPaid(plane, upper, { ignoreCase: false })).toBe("undecided");
  expect(isPaid("Let $X=1$ be it", "Let $x=1$ be it")).toBe("undecided");
});

const word = fc
  .stringMatching(/^[a-z]{2,8}$/)
  .filter((text) => !/^(and|or|is|no|yes|true|false|in)$/.test(text));
const formula = fc.tuple(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 1, max: 99 }));

type Change = (gold: string, word: string, other: string) => string;
const changes = fc.constantFrom<Change>(
  (gold, first, other) => gold.replace(first, other),
  // The first of its two fractions, upside down.
  (gold) => gold.replace(/\\frac\{(\d+)\}\{(\d+)\}/, "\\frac{$2}{$1}"),
  (gold) => `not ${gold}`,
);

kindProperties(
  "statements",
  {
    "respelt, against a changed word or value or a negation": fc
      .tuple(fc.uniqueArray(word, { minLength: 3, maxLength: 7 }), formula, changes)
      .map(([[other = "", ...words], [a, more], change]) => {
        const b = a + more;
        const gold = `${words.join(" ")} by $\\frac{${a}}{${b}} @ 1$ and $\\frac{${a}}{${b}}$ here`;
        return {
          gold,
          same: `${words.join("  ").toUpperCase()} by \\(\\dfrac{${a}}{${b}} @ 1\\) and $${3 * a}/${3 * b}$ here.`,
          other: change(gold, words[0] ?? "", other),
        };
      }),
  },
  { other: "undecided" },
);
