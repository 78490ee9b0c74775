import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("plus-minus", {
  equal: [
    ["a\\pm b", "a+b, a-b"],
    ["\\pm 3", "3, -3"],
    ["\\pm 3", "x = 3 \\text{ or } x = -3"],
    ["\\pm 2021", "{-2021, 2021}"],
    ["x=\\pm\\sqrt2", "\\sqrt2,-\\sqrt2"],
    ["1\\pm\\sqrt{3}", "1+\\sqrt3, 1-\\sqrt3"],
    ["\\frac{-1\\pm i\\sqrt3}{2}", "\\frac{-1+i\\sqrt3}{2}, \\frac{-1-i\\sqrt3}{2}"],
    ["\\pm 1, \\pm 2", "1,-1,2,-2"],
    ["\\pm1\\pm\\sqrt2", "1+\\sqrt2,1-\\sqrt2,-1+\\sqrt2,-1-\\sqrt2"],
    ["\\pm 3", "±3"],
    ["0, \\pm 1", "-1, 0, 1"],
    ["(\\pm 1, 2)", "(1,2), (-1,2)"],
    ["x = 2 \\pm 1", "1, 3"],
  ],
  different: [
    ["\\pm 2021", "2021"],
    ["5", "5\\pm1"],
    ["\\pm 3", "-3"],
    ["1\\pm\\sqrt{3}", "1+\\sqrt3"],
    ["\\pm 1, \\pm 2", "1, 2"],
    ["\\pm1\\pm\\sqrt2", "1+\\sqrt2,-1-\\sqrt2"],
    ["\\pm 3", "0"],
    ["\\pm 3", "3, 3"],
    ["a\\pm b", "a+b, b-a"],
    ["x=\\pm\\sqrt2", "x=\\sqrt2"],
    ["0, \\pm 1", "0, 1"],
    ["(\\pm 1, 2)", "(1,2)"],
  ],
});

kindProperties("plus-minus", {
  "both values, in either order": fc
    .tuple(integer, natural, fc.constantFrom(2, 3, 5, 6, 7, 10))
    .map(([a, b, root]) => ({
      gold: `${a}\\pm${b}\\sqrt{${root}}`,
      same: `${a}-${b}\\sqrt{${root}}, ${a}+${b}\\sqrt{${root}}`,
      other: `${a}+${b}\\sqrt{${root}}`,
    })),
  "of a number": natural.map((n) => ({
    gold: `\\pm ${n}`,
    same: `x=${n} \\text{ or } x=-${n}`,
    other: `\\pm ${n + 1}`,
  })),
  "in one place of a tuple": fc.tuple(natural, integer).map(([a, b]) => ({
    gold: `(\\pm ${a},${b})`,
    same: `(-${a},${b}),(${a},${b})`,
    other: `(${a},${b}),(${a},-${b})`,
  })),
});
