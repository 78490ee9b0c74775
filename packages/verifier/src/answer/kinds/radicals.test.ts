import fc from "fast-check";
import { kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("radicals and powers", {
  equal: [
    ["\\sqrt{8}", "2\\sqrt2"],
    ["3\\sqrt{13}", "\\sqrt{117}"],
    ["5\\sqrt[3]4", "5\\cdot 2^{2/3}"],
    ["\\frac{1}{\\sqrt2}", "\\frac{\\sqrt2}{2}"],
    ["\\sqrt2\\sqrt3", "√6"],
    ["\\sqrt{3+2\\sqrt2}", "1+\\sqrt2"],
    ["\\sqrt[3]{2+\\sqrt5}+\\sqrt[3]{2-\\sqrt5}", "1"],
    ["(-8)^{1/3}", "-2"],
    ["4^{-1/2}", "0.5"],
    ["2^3^2", "512"],
    ["4^{-1/3}", "\\frac{1}{\\sqrt[3]{4}}"],
    ["sqrt(12)", "2*sqrt(3)"],
    ["\\sqrt{\\frac{1}{3}}", "\\frac{\\sqrt3}{3}"],
    ["\\surd 2", "\\sqrt2"],
  ],
  different: [
    ["2^{100}", "2^{100}+1"],
    ["\\sqrt{2}", "1.41421356237"],
    ["11\\sqrt2", "11"],
    ["\\sqrt{2}", "-\\sqrt2"],
    ["\\sqrt[3]{2}", "\\sqrt2"],
    ["\\sqrt{2+3}", "\\sqrt2+3"],
    ["2\\sqrt3", "\\sqrt6"],
  ],
});

const squareFree = fc.constantFrom(2, 3, 5, 6, 7, 10, 11, 13, 14, 15);

kindProperties("radicals and powers", {
  "a square taken out": fc.tuple(natural, squareFree).map(([a, b]) => ({
    gold: `\\sqrt{${a * a * b}}`,
    same: `${a}\\sqrt{${b}}`,
    other: `${a + 1}\\sqrt{${b}}`,
  })),
  "a rational denominator": fc.tuple(natural, squareFree).map(([a, b]) => ({
    gold: `\\frac{${a}}{\\sqrt{${b}}}`,
    same: `\\frac{${a}\\sqrt{${b}}}{${b}}`,
    other: `\\frac{${a}\\sqrt{${b}}}{${b + 1}}`,
  })),
  "a sum in the denominator": fc.tuple(natural, natural).map(([a, more]) => ({
    gold: `\\frac{1}{\\sqrt{${a + more}}-\\sqrt{${a}}}`,
    same: `\\frac{\\sqrt{${a + more}}+\\sqrt{${a}}}{${more}}`,
    other: `\\frac{\\sqrt{${a + more}}-\\sqrt{${a}}}{${more}}`,
  })),
  "a nested root": fc.tuple(natural, natural).map(([a, more]) => ({
    gold: `\\sqrt{${2 * a + more}+2\\sqrt{${a * (a + more)}}}`,
    same: `\\sqrt{${a}}+\\sqrt{${a + more}}`,
    other: `\\sqrt{${a}}+\\sqrt{${a + more + 1}}`,
  })),
  "a fractional power": fc
    .tuple(natural, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 2, max: 7 }))
    .map(([a, power, root]) => ({
      gold: `${a + 1}^{${power}/${root}}`,
      same: `\\sqrt[${root}]{${(a + 1) ** power}}`,
      other: `\\sqrt[${root + 1}]{${(a + 1) ** power}}`,
    })),
  "a cube taken out": fc.tuple(fc.integer({ min: 2, max: 30 }), squareFree).map(([a, b]) => ({
    gold: `\\sqrt[3]{${a ** 3 * b}}`,
    same: `${a}\\cdot ${b}^{1/3}`,
    other: `${a}\\sqrt{${b}}`,
  })),
  "a product": fc.tuple(natural, squareFree).map(([a, b]) => ({
    gold: `\\sqrt{${a}}\\sqrt{${b}}`,
    same: `√${a * b}`,
    other: `√${a * b + 1}`,
  })),
});
