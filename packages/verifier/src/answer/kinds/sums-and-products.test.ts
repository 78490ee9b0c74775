import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("sums and products", {
  // A sum written out is arithmetic left undone.
  policy: { unevaluated: "accept" },
  equal: [
    ["\\sum_{k=1}^{10} k", "55"],
    ["\\sum_{k=1}^{4} k^2", "30"],
    ["\\prod_{k=1}^{5} k", "120"],
    ["\\sum_{k=1}^{n} k", "\\sum_{j=1}^{n} j"],
    ["\\sum_{k=0}^{n-1} F_k F_{n-k-1}", "\\sum_{k=0}^{n-1} F_{n-k-1}F_k"],
    ["\\sum\\limits_{i=1}^{3} \\frac1i", "\\frac{11}{6}"],
    ["\\prod_{i=1}^{3} x_i", "\\prod_{i=1}^{3} x_i"],
    ["2\\sum_{k=1}^{3} k", "12"],
    ["\\sum_{k=1}^{3} x^k", "x+x^2+x^3"],
    ["\\sum_{k=1}^{3} (k+1)", "9"],
    ["\\sum_{k=1}^{\\infty} \\frac{1}{k^2}", "\\sum_{n=1}^{\\infty} \\frac{1}{n^2}"],
    ["\\sum_{k=1}^{3} 2k + 1", "13"],
    ["\\sum_{k=1}^{n} F_k", "\\sum_{j=1}^{n} F_j"],
    ["\\sum_{k=1}^{3} a_k", "a_1+a_2+a_3"],
    ["\\sum_{k=1}^{3} a_{k+1}", "a_2+a_3+a_4"],
  ],
  different: [
    ["\\sum_{k=1}^{10} k", "45"],
    ["\\sum_{k=1}^{10} k", "\\sum_{k=1}^{9} k"],
    ["\\sum_{k=1}^{n} k", "\\sum_{k=1}^{n-1} k"],
    ["\\sum_{k=0}^{n-1} F_k F_{n-k-1}", "\\sum_{k=0}^{n-2} F_k F_{n-k-2}"],
    ["\\prod_{k=1}^{5} k", "15"],
    ["\\sum_{k=1}^{3} k", "k"],
    ["\\sum_{k=1}^{3} x^k", "x^6"],
    ["\\sum_{k=1}^{n} k", "n"],
    ["\\sum_{k=1}^{3} k", "\\prod_{k=1}^{4} k"],
    ["\\sum_{k=1}^{3} (k+1)", "7"],
    ["\\sum_{k=1}^{3} 2k+1", "15"],
    ["\\sum_{k=1}^{n} k", "\\sum_{n=1}^{k} n"],
    ["\\sum_{k=1}^{3} a_k", "3a_k"],
    ["\\sum_{k=1}^{3} a_k", "3a_1"],
    ["\\sum_{k=1}^{3} a_k", "\\sum_{k=2}^{4} a_k"],
    ["\\sum_{k=1}^{3} a_{ik}", "3a_{ik}"],
  ],
});

kindProperties(
  "sums and products",
  {
    "the sum of an arithmetic progression": fc.tuple(natural, integer, natural).map(([n, a, b]) => {
      const sum = n * a + (b * n * (n + 1)) / 2;
      return {
        gold: `\\sum_{k=1}^{${n}} (${b}k+(${a}))`,
        same: `${sum}`,
        other: `\\sum_{k=1}^{${n}} (${b}k+(${a}))+1`,
      };
    }),
    "a product that telescopes": fc.tuple(natural, natural).map(([n, a]) => ({
      gold: `\\prod_{j=1}^{${n}} \\frac{j+${a}}{j+${a - 1}}`,
      same: `\\frac{${n + a}}{${a}}`,
      other: `\\frac{${n + a}}{${a + 1}}`,
    })),
    "a geometric sum": fc
      .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 20 }))
      .map(([base, n]) => ({
        gold: `\\sum_{i=0}^{${n}} ${base}^i`,
        same: `\\frac{${base}^{${n + 1}}-1}{${base - 1}}`,
        other: `\\sum_{i=1}^{${n}} ${base}^i`,
      })),
    "an index under another name": fc.tuple(natural, integer).map(([a, b]) => ({
      gold: `\\sum_{k=1}^{n} (${a}k+(${b}))`,
      same: `\\sum_{j=1}^{n} ((${b})+${a}j)`,
      other: `\\sum_{j=1}^{n} ((${b})+${a + 1}j)`,
    })),
    "members of a sequence": fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 5 })).map(([first, more]) => ({
      gold: `\\sum_{k=${first}}^{${first + more}} x_{k+1}`,
      same: Array.from({ length: more + 1 }, (_, at) => `x_{${first + at + 1}}`).join("+"),
      other: `\\sum_{k=${first + 1}}^{${first + more + 1}} x_{k+1}`,
    })),
  },
  { policy: { unevaluated: "accept" } },
);
