import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("assignments and labels", {
  equal: [
    ["x=1, y=2", "y=2, x=1"],
    ["a=1, b=2", "b = 2 \\text{ and } a = 1"],
    ["\\text{Area} = 12", "12"],
    ["Maximum: 3, Minimum: 1", "Minimum: 1, Maximum: 3"],
    ["\\text{Max}=3,\\ \\text{Min}=1", "min = 1, max = 3"],
    ["T(10)=2, T(11)=4, T(12)=3", "2,4,3"],
    ["AB = 5", "5"],
    ["|AB|=1", "1"],
    ["A:B=1", "1"],
    ["\\frac{NO}{BO}=\\frac{1}{\\sqrt{6}}", "\\frac{1}{\\sqrt6}"],
    ["\\cos\\theta = \\frac12", "\\frac12"],
    ["P(A) = 0.3", "0.3"],
    ["f(3) = 7", "7"],
    ["a_{10} = 55", "55"],
    ["S_{ABC} = 6", "6"],
    ["\\angle ABC = 60^\\circ", "60^\\circ"],
    ["m\\angle B = 60", "60"],
    ["\\overline{AB} = 5", "5"],
    ["x=1, y=2", "1, 2"],
    ["\\text{The answer is } 5", "5"],
    ["\\text{Area} = 12", "\\text{The answer is } 12"],
    ["\\text{Area} = 12", "\\text{The area of the square is } 12"],
    ["Max: 3", "Maximum: 3"],
    ["\\angle B E A_{1}=90", "90"],
    ["Solution is: $k=4$", "$k=4$"],
    ["Solution is: $k=4$", "4"],
    ["$k=4$", "Solution is: $k=4$"],
  ],
  different: [
    ["Solution is: $k=4$", "$h=4$"],
    ["$h=4$", "Solution is: $k=4$"],
    ["Solution is: $k=4$", "Solution is: $h=4$"],
    ["x=1, y=2", "x=2, y=1"],
    ["x=1, y=2", "2, 1"],
    ["x=1, y=2", "x=1"],
    ["x=5", "y=5"],
    ["Maximum: 3, Minimum: 1", "Maximum: 1, Minimum: 3"],
    ["Maximum: 3", "Minimum: 3"],
    ["\\text{Area} = 12", "\\text{Perimeter} = 12"],
    ["T(10)=2, T(11)=4, T(12)=3", "4,2,3"],
    ["AB = 5", "6"],
    ["AB = 5", "CD = 5"],
    ["P(A) = 0.3", "P(B) = 0.3"],
    ["f(3) = 7", "f(7) = 3"],
    ["a_{10} = 55", "10"],
    ["\\cos\\theta = \\frac12", "\\sin\\theta=\\frac12"],
    ["A:B=1", "B"],
  ],
});

kindProperties("assignments and labels", {
  "variables in another order": fc
    .tuple(integer, integer)
    .filter(([x, y]) => x !== y)
    .map(([x, y]) => ({ gold: `x=${x}, y=${y}`, same: `y=${y}, x=${x}`, other: `x=${y}, y=${x}` })),
  "words in another order": fc.tuple(integer, natural).map(([low, more]) => ({
    gold: `Maximum: ${low + more}, Minimum: ${low}`,
    same: `\\text{Min}=${low},\\ \\text{Max}=${low + more}`,
    other: `Maximum: ${low}, Minimum: ${low + more}`,
  })),
  "a label that may be left out, not changed": fc
    .tuple(integer, fc.constantFrom("P(A)", "f(3)", "a_{10}", "AB", "\\text{Area}"))
    .map(([value, label]) => ({
      gold: `${label} = ${value}`,
      same: `${value}`,
      other: `${label} = ${value + 1}`,
    })),
  "the values of a sequence": fc.tuple(natural, integer, natural).map(([at, a, more]) => ({
    gold: `T(${at})=${a}, T(${at + 1})=${a + more}`,
    same: `T(${at + 1})=${a + more}, T(${at})=${a}`,
    other: `T(${at})=${a + more}, T(${at + 1})=${a}`,
  })),
});
