import fc from "fast-check";
import { kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("families of solutions", {
  equal: [
    ["x=k\\pi", "n\\pi"],
    ["x=k\\pi, k\\in\\mathbb{Z}", "x=n\\pi, n\\in\\mathbb{Z}"],
    ["2k\\pi+\\frac{\\pi}{3}", "2n\\pi+\\frac{\\pi}{3}"],
    ["\\frac{\\pi}{6}+k\\pi", "k\\pi-\\frac{5\\pi}{6}"],
    ["2n+1, n\\in\\mathbb{Z}", "2k+1 \\text{ where } k \\text{ is an integer}"],
    ["2k\\pi \\pm \\frac{\\pi}{3}", "2n\\pi\\pm\\frac{\\pi}{3}"],
    ["x=3k, k\\in\\mathbb{Z}", "x=3n, n\\in\\mathbb{Z}"],
    ["4n+1, n\\in\\mathbb{Z}", "4k-3 \\text{ where } k \\text{ is an integer}"],
    ["x=45^\\circ+360^\\circ k", "x=\\frac{\\pi}{4}+2k\\pi"],
  ],
  different: [
    ["x=k\\pi", "2n\\pi"],
    ["2k\\pi", "k\\pi"],
    ["\\frac{\\pi}{6}+k\\pi", "\\frac{\\pi}{3}+k\\pi"],
    ["\\frac{\\pi}{6}+2k\\pi", "\\frac{7\\pi}{6}+2k\\pi"],
    ["2k+1", "2n+1"],
    ["k\\pi", "\\pi"],
    ["x=3k, k\\in\\mathbb{Z}", "x=2k, k\\in\\mathbb{Z}"],
    ["4n+1, n\\in\\mathbb{Z}", "4n+3, n\\in\\mathbb{Z}"],
    ["x=k\\pi", "x=0"],
    ["2k\\pi+\\frac{\\pi}{3}", "2k\\pi-\\frac{\\pi}{3}"],
  ],
});

kindProperties("families of solutions", {
  "angles moved by whole turns": fc.tuple(natural, natural).map(([d, turns]) => ({
    gold: `\\frac{\\pi}{${d + 1}}+2k\\pi`,
    same: `\\frac{\\pi}{${d + 1}}+2k\\pi+${2 * turns}\\pi`,
    other: `\\frac{\\pi}{${d + 1}}+2k\\pi+${2 * turns + 1}\\pi`,
  })),
  "a residue class, counted from another member": fc
    .tuple(fc.integer({ min: 2, max: 30 }), natural)
    .map(([step, start]) => ({
      gold: `x=${step}n+${start}, n\\in\\mathbb{Z}`,
      same: `x=${step}k+${start + step} \\text{ where } k \\text{ is an integer}`,
      other: `x=${step}n+${start + 1}, n\\in\\mathbb{Z}`,
    })),
  "angles with another letter": fc.tuple(natural, natural).map(([a, b]) => ({
    gold: `x=\\frac{\\pi}{${a + 1}}+\\frac{k\\pi}{${b}}, k\\in\\mathbb{Z}`,
    same: `x=\\frac{m\\pi}{${b}}+\\frac{\\pi}{${a + 1}}, m\\in\\mathbb{Z}`,
    other: `x=\\frac{m\\pi}{${b + 1}}+\\frac{\\pi}{${a + 1}}, m\\in\\mathbb{Z}`,
  })),
});
