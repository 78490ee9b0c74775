import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("intervals and unions", {
  equal: [
    ["(3,4]", "(3, 4]"],
    ["(-\\infty,2)\\cup(3,\\infty)", "(3,\\infty)\\cup(-\\infty,2)"],
    ["(-\\infty, 0]", "(-inf, 0]"],
    ["(2,12) \\cup (12,102)", "(2,12)U(12,102)"],
    ["x\\in[1,2]", "[1,2]"],
    ["\\mathbb{R}", "(-\\infty,\\infty)"],
    ["x\\in\\mathbb{R}", "(-\\infty,+\\infty)"],
    ["[1,2)\\cup[2,3]", "[1,3]"],
    ["\\{-1\\}\\cup[0,7)", "x\\in\\{-1\\}\\cup[0,7)"],
    ["(1,2)\\cup\\{2\\}", "(1,2]"],
    ["]1,2[", "(1,2)"],
    ["\\text{all real numbers}", "(-\\infty,\\infty)"],
  ],
  different: [
    ["(3,4]", "(3,4)"],
    ["[3,4]", "(3,4)"],
    ["(3,4]", "[3,4)"],
    ["(-\\infty,2)", "(2,\\infty)"],
    ["[\\frac12,8]", "\\frac12, 8"],
    ["(0,9) \\cup (9,36)", "(0,36)"],
    ["[1,2)\\cup(2,3]", "[1,3]"],
    ["\\mathbb{R}", "\\mathbb{Z}"],
    ["(1,2)", "(1,3)"],
    ["x\\in[1,2]", "1"],
    ["(1,2)\\cup(3,4)", "(1,2)"],
  ],
});

kindProperties("intervals and unions", {
  "a half-open interval as a chain": fc.tuple(integer, natural).map(([low, width]) => ({
    gold: `[${low},${low + width})`,
    same: `${low}\\le x<${low + width}`,
    other: `${low}<x<${low + width}`,
  })),
  "a union in another order": fc.tuple(integer, natural, natural).map(([low, gap, width]) => ({
    gold: `(-\\infty,${low})\\cup(${low + gap},${low + gap + width}]`,
    same: `(${low + gap},${low + gap + width}]\\cup(-\\infty,${low})`,
    other: `(-\\infty,${low}]\\cup(${low + gap},${low + gap + width}]`,
  })),
  "touching intervals": fc.tuple(integer, natural, natural).map(([low, a, b]) => ({
    gold: `[${low},${low + a + b}]`,
    same: `[${low},${low + a})\\cup[${low + a},${low + a + b}]`,
    other: `[${low},${low + a})\\cup(${low + a},${low + a + b}]`,
  })),
  "brackets turned outwards, and what is left out": fc.tuple(integer, natural).map(([low, width]) => ({
    gold: `(${low},${low + width})`,
    same: `]${low};${low + width}[`,
    other: `\\mathbb{R}\\setminus[${low},${low + width}]`,
  })),
  "with ends that are no rational numbers": fc.tuple(natural, natural).map(([a, more]) => ({
    gold: `[\\sqrt{${a}},\\frac{${a + more}\\pi}{2})`,
    same: `\\left\\{x \\mid \\sqrt{${a}}\\le x<${a + more}\\cdot\\frac{\\pi}{2}\\right\\}`,
    other: `[\\sqrt{${a + 1}},\\frac{${a + more}\\pi}{2})`,
  })),
});
