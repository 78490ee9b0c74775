import fc from "fast-check";
import { kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("sums with dots", {
  // A sum written out is arithmetic left undone.
  policy: { unevaluated: "accept" },
  equal: [
    ["a_0+a_1+\\cdots+a_k", "a_k+a_{k-1}+\\ldots+a_0"],
    ["\\frac{n-(a_k+\\ldots+a_0)}{p-1}", "\\frac{n-(a_0+a_1+a_2+\\cdots+a_k)}{p-1}"],
    ["1+2+\\cdots+n", "n+(n-1)+\\dots+2+1"],
    ["1+2+\\cdots+n", "\\sum_{k=1}^n k"],
    ["1+2+...+100", "5050"],
    ["2+4+\\cdots+100", "2550"],
    ["x+x^2+\\cdots+x^n", "x + x^{2} + … + x^{n}"],
    ["F_1+F_2+\\cdots+F_n", "\\sum_{k=1}^{n} F_k"],
    ["1+3+\\cdots+99", "2500"],
    ["a_1+\\cdots+a_5", "a_5+a_4+a_3+a_2+a_1"],
  ],
  different: [
    ["a_0+a_1+\\cdots+a_k", "a_1+a_2+\\cdots+a_k"],
    ["a_0+a_1+\\cdots+a_k", "b_0+b_1+\\cdots+b_k"],
    ["1+2+\\cdots+n", "2+3+\\cdots+n"],
    ["1+2+\\cdots+10", "3+\\cdots+10"],
    ["1+3+\\cdots+99", "1+2+\\cdots+99"],
    ["x+x^2+\\cdots+x^n", "x+x^3+\\cdots+x^n"],
    ["a_1+a_2+\\cdots+a_n", "a_1+a_2+\\cdots+a_{n-1}"],
    ["1+2+\\cdots+n", "1+2+\\cdots+m"],
    ["a_1+\\cdots+a_5", "a_2+\\cdots+a_6"],
    ["a_1+a_2+\\cdots+a_5", "5a_1"],
    ["1+2+...+100", "4950"],
    ["1+2+\\cdots+n", "1\\cdot2\\cdots n"],
  ],
});

kindProperties(
  "sums with dots",
  {
    "an arithmetic progression": fc
      .tuple(natural, natural, fc.integer({ min: 5, max: 60 }))
      .map(([start, step, terms]) => {
        const last = start + step * (terms - 1);
        const sum = (terms * (start + last)) / 2;
        return {
          gold: `${start}+${start + step}+${start + 2 * step}+\\cdots+${last}`,
          same: `${sum}`,
          other: `${start}+${start + step}+${start + 2 * step}+\\cdots+${last + step}`,
        };
      }),
    "members of a sequence, from either end": fc
      .tuple(fc.nat({ max: 3 }), fc.constantFrom("a", "b", "F"), fc.constantFrom("n", "k", "m"))
      .map(([first, a, n]) => ({
        gold: `${a}_{${first}}+${a}_{${first + 1}}+\\cdots+${a}_${n}`,
        same: `${a}_${n}+${a}_{${n}-1}+\\ldots+${a}_{${first}}`,
        other: `${a}_${n}+${a}_{${n}-1}+\\ldots+${a}_{${first + 1}}`,
      })),
  },
  { policy: { unevaluated: "accept" } },
);
