import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("sets", {
  equal: [
    ["\\emptyset", "no solution"],
    ["\\text{There are no real solutions}", "\\{\\}"],
    ["\\mathbb{R}", "\\text{all real numbers}"],
    ["ℝ", "\\mathbb R"],
    ["(-\\infty,\\infty)", "the set of all real numbers"],
    ["x\\in\\mathbb{Z}", "all integers"],
    ["\\{1,2,3\\}", "{3,2,1}"],
    ["\\{1,1,2\\}", "\\{1,2\\}"],
    ["\\{1,2\\}", "1, 2"],
    ["1, 2, and 3", "\\{1,2,3\\}"],
    ["x=1, x=2", "x \\in \\{1,2\\}"],
    ["\\{0.5, 2\\}", "\\{2, \\frac12\\}"],
    ["\\emptyset", "\\{\\}"],
    ["\\varnothing", "∅"],
    ["\\left\\{1,\\sqrt2\\right\\}", "\\{\\sqrt{2},1\\}"],
    ["\\{a,b\\}", "\\{b,a\\}"],
    ["\\{(1,2),(3,4)\\}", "\\{(3,4),(1,2)\\}"],
    ["\\{1\\}\\cup\\{2\\}", "\\{1,2\\}"],
  ],
  different: [
    ["\\emptyset", "\\text{infinitely many solutions}"],
    ["\\mathbb{R}", "\\text{all integers}"],
    ["\\{0\\}", "no solution"],
    ["\\{1,2\\}", "\\{1\\},\\{2\\}"],
    ["\\{1,2\\}", "\\{1,\\{2\\}\\}"],
    ["\\{\\{1\\},\\{2\\}\\}", "\\{1,2\\}"],
    ["\\{1,2\\}", "\\{1,2,3\\}"],
    ["\\{1,2\\}", "\\{1,3\\}"],
    ["\\emptyset", "0"],
    ["\\emptyset", "\\{0\\}"],
    ["\\{1,2\\}", "(1,2)"],
    ["5", "\\{5,5,6\\}"],
    ["\\{1,2\\}", "[1,2]"],
    ["\\{0\\}", "\\emptyset"],
    ["\\{a,b\\}", "\\{a,c\\}"],
  ],
});

kindProperties("sets", {
  "in another order, an element twice": fc
    .uniqueArray(integer, { minLength: 2, maxLength: 6 })
    .map((items) => ({
      gold: `\\{${items.join(",")}\\}`,
      same: `\\{${[...items, ...items.slice(0, 1)].reverse().join(", ")}\\}`,
      other: `\\{${[...items.slice(1), 77].join(",")}\\}`,
    })),
  "of fractions, one left out": fc.uniqueArray(natural, { minLength: 3, maxLength: 5 }).map((items) => ({
    gold: `\\{${items.map((item) => `\\frac{${item}}{61}`).join(",")}\\}`,
    same: `\\left\\{${items.map((item) => `${2 * item}/122`).join("; ")}\\right\\}`,
    other: `\\{${items
      .slice(1)
      .map((item) => `\\frac{${item}}{61}`)
      .join(",")}\\}`,
  })),
  "built of a condition": fc.tuple(integer, natural).map(([low, width]) => ({
    gold: `\\{${low},${low + width}\\}`,
    same: `x\\in\\{${low + width},${low}\\}`,
    other: `\\{x \\mid ${low}\\le x\\le${low + width}\\}`,
  })),
});
