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
