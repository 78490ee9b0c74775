import fc from "fast-check";
import { integer, kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("tuples and points", {
  equal: [
    ["(1,-16,-4,43)", "(1, -16, -4, 43)"],
    ["(1,2)", "1, 2"],
    ["[4, 1, 2, 0]", "(4,1,2,0)"],
    ["\\left(\\frac{1}{2},3\\right)", "(0.5,3)"],
    ["(0,2),(0,-2)", "(0,-2),(0,2)"],
    ["\\{(0,2),(1,3)\\}", "(1,3),(0,2)"],
    ["(x,y)=(1,2)", "(1,2)"],
    ["(x, y, z)=(4,1,1)", "(4,1,1)"],
    ["(1,2)", "x=1, y=2"],
    ["A(1,2)", "(1,2)"],
    ["P = (1,2)", "(1, 2)"],
    ["\\langle 1,2,3\\rangle", "(1,2,3)"],
    ["(1;2)", "(1,2)"],
    ["\\left( 3, \\frac{\\pi}{2} \\right)", "(3,\\pi/2)"],
    ["(5,2),(7,2)", "p=5,q=2;p=7,q=2"],
    ["(a, b) = (-6, 10)", "a=-6, b=10"],
    ["(1,(2,3))", "(1,(2,3))"],
    ["\\{(1,2)\\}", "(1,2)"],
    ["(5, 8), (8, 5)", "(x, y) = (5, 8) \\quad \\text{and} \\quad (8, 5)"],
    ["(x,y,z)=(4,1,1)", "(4,1,1)"],
  ],
  different: [
    ["(1,2)", "(2,1)"],
    ["(1,2)", "2,1"],
    ["(1,2)", "(1,2,3)"],
    ["(1,2)", "\\{1,2\\}"],
    ["(0,2),(0,-2)", "(2,0),(-2,0)"],
    ["(0,2),(0,-2)", "(0,2)"],
    ["(1,2)", "12"],
    ["(x,y)=(1,2)", "(x,y)=(2,1)"],
    ["(x,y)=(1,2)", "x=2, y=1"],
    ["(1,2)", "[1,2)"],
    ["(1,2),(3,4)", "(1,3),(2,4)"],
    ["(x,y)=(1,2) \\text{ and } (3,4)", "(x,y)=(5,6) \\text{ and } (7,8)"],
    ["(5,2),(7,2)", "p=2,q=5;p=2,q=7"],
    ["A(1,2)", "(2,1)"],
    ["\\langle 1,2,3\\rangle", "(3,2,1)"],
  ],
});

const respelt = spelling<readonly [number, number, number]>(
  ([a, b, c]) => `\\left(${a}, ${b}, ${c}\\right)`,
  ([a, b, c]) => `(x,y,z)=(${a},${b},${c})`,
  ([a, b, c]) => `x=${a}, y=${b}, z=${c}`,
  ([a, b, c]) => `\\langle ${a},${b},${c}\\rangle`,
  ([a, b, c]) => `(${a}.0; ${b}.0; ${c}.0)`,
);

kindProperties("tuples and points", {
  "named and respelt, and in order": fc
    .tuple(integer, integer, integer, respelt)
    .filter(([a, b]) => a !== b)
    .map(([a, b, c, spell]) => ({
      gold: `(${a},${b},${c})`,
      same: spell([a, b, c]),
      other: spell([b, a, c]),
    })),
  "points in any order": fc.tuple(integer, integer, natural).map(([a, b, more]) => ({
    gold: `(${a},${b}),(${a + more},${b})`,
    same: `(${a + more},${b}) \\text{ and } (${a},${b})`,
    other: `(${a},${b}),(${a + more},${b + 1})`,
  })),
  "of fractions and roots": fc.tuple(natural, natural).map(([a, more]) => ({
    gold: `\\left(\\frac{${a}}{2},\\sqrt{${a + more}},-${a}\\right)`,
    same: `(${a / 2}, ${a + more}^{1/2}, -${a})`,
    other: `(${a / 2}, -${a}, ${a + more}^{1/2})`,
  })),
});
