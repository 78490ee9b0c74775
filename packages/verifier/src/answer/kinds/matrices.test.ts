import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("matrices and vectors", {
  equal: [
    ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}"],
    [
      "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
      "\\left[\\begin{array}{cc} 1 & 2 \\\\ 3 & 4 \\end{array}\\right]",
    ],
    ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "[[1,2],[3,4]]"],
    ["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "(1,2)"],
    ["\\begin{pmatrix} 1/2 \\\\ 0.2 \\end{pmatrix}", "\\begin{pmatrix} 0.5 \\\\ \\frac15 \\end{pmatrix}"],
    ["\\frac{1}{2}\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "\\begin{pmatrix} 0.5 \\\\ 1 \\end{pmatrix}"],
    [
      "\\begin{pmatrix} 6 & 8 \\\\ 10 & 12 \\end{pmatrix}",
      "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}+\\begin{pmatrix} 5 & 6 \\\\ 7 & 8 \\end{pmatrix}",
    ],
    [
      "\\begin{pmatrix} 7 & 10 \\\\ 15 & 22 \\end{pmatrix}",
      "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}^2",
    ],
    [
      "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}^T",
      "\\begin{pmatrix} 1 & 3 \\\\ 2 & 4 \\end{pmatrix}",
    ],
    [
      "\\begin{bmatrix} 2 & 1 \\\\ -1 & 3 \\end{bmatrix}^{-1}",
      "\\begin{bmatrix} \\frac37 & -\\frac17 \\\\ \\frac17 & \\frac27 \\end{bmatrix}",
    ],
    ["A=\\begin{pmatrix} 1 & 2 \\end{pmatrix}", "\\begin{pmatrix} 1 & 2 \\end{pmatrix}"],
    ["\\begin{vmatrix} x & 2 \\\\ 3 & 4 \\end{vmatrix}", "4x-6"],
    ["\\mathbf{u}_{1}=\\begin{bmatrix} 1 \\\\ 0 \\end{bmatrix}", "\\begin{pmatrix} 1 \\\\ 0 \\end{pmatrix}"],
    ["-\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "\\begin{pmatrix} -1 \\\\ -2 \\end{pmatrix}"],
  ],
  different: [
    ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "\\begin{pmatrix} 1 & 3 \\\\ 2 & 4 \\end{pmatrix}"],
    ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "\\begin{pmatrix} 1 & 2 \\\\ 3 & 5 \\end{pmatrix}"],
    ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "(1,2,3,4)"],
    ["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "\\begin{pmatrix} 1 & 2 \\end{pmatrix}"],
    ["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "(2,1)"],
    ["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "\\begin{pmatrix} 1 \\\\ 2 \\\\ 0 \\end{pmatrix}"],
    ["\\frac{1}{2}\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}"],
    ["\\begin{vmatrix} 1 & 2 \\\\ 3 & 4 \\end{vmatrix}", "2"],
    ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "-2"],
    ["[[1,2],[3,4]]", "[[1,3],[2,4]]"],
    [
      "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}^2",
      "\\begin{pmatrix} 1 & 4 \\\\ 9 & 16 \\end{pmatrix}",
    ],
    ["\\begin{pmatrix} 5 \\end{pmatrix}", "6"],
  ],
});

kindProperties("matrices and vectors", {
  "a factor taken out": fc.tuple(integer, integer, integer, integer).map(([a, b, c, d]) => ({
    gold: `\\begin{pmatrix} ${a} & ${b} \\\\ ${c} & ${d} \\end{pmatrix}`,
    same: `\\frac12\\begin{bmatrix} ${2 * a} & ${2 * b} \\\\ ${2 * c} & ${2 * d} \\end{bmatrix}`,
    other: `\\begin{pmatrix} ${a} & ${b} \\\\ ${c} & ${d + 1} \\end{pmatrix}`,
  })),
  "a column as a tuple": fc.tuple(integer, integer, natural).map(([a, b, more]) => ({
    gold: `\\begin{pmatrix} ${a} \\\\ ${b} \\\\ ${b + more} \\end{pmatrix}`,
    same: `(${a}, ${b}, ${b + more})`,
    other: `(${a}, ${b + more}, ${b})`,
  })),
  "a transpose": fc.tuple(integer, integer, natural, integer).map(([a, b, more, d]) => ({
    gold: `\\begin{pmatrix} ${a} & ${b} \\\\ ${b + more} & ${d} \\end{pmatrix}`,
    same: `\\begin{bmatrix} ${a} & ${b + more} \\\\ ${b} & ${d} \\end{bmatrix}^T`,
    other: `[[${a},${b + more}],[${b},${d}]]`,
  })),
  "an inverse": fc.tuple(integer, integer).map(([a, c]) => ({
    // Its determinant is 1.
    gold: `\\begin{pmatrix} ${a} & ${a * c - 1} \\\\ 1 & ${c} \\end{pmatrix}^{-1}`,
    same: `\\begin{pmatrix} ${c} & ${1 - a * c} \\\\ -1 & ${a} \\end{pmatrix}`,
    other: `\\begin{pmatrix} ${c} & ${1 - a * c} \\\\ 1 & ${a} \\end{pmatrix}`,
  })),
  "a determinant": fc.tuple(integer, integer, integer).map(([a, b, c]) => ({
    gold: `\\begin{vmatrix} x & ${a} \\\\ ${b} & ${c} \\end{vmatrix}`,
    same: `(${c})x-(${a * b})`,
    other: `(${c})x-(${a * b + 1})`,
  })),
});
