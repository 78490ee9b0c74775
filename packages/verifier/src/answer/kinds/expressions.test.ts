import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("expressions with variables", {
  equal: [
    ["x^2-1", "(x-1)(x+1)"],
    ["\\frac{x^2-1}{x-1}", "x+1"],
    ["(x+1)^{50}(x+1)", "(x+1)^{51}"],
    ["\\frac1x+\\frac1y", "\\frac{x+y}{xy}"],
    ["2xy", "2yx"],
    ["x²", "x^2"],
    ["2^{n+1}", "2\\cdot 2^n"],
    ["\\sqrt{x^2}", "|x|"],
    ["x_1+x_{2}", "x_{2}+x_1"],
    ["\\frac{(n+1)!}{n!}", "n+1"],
    ["5r^5", "5 r^{5}"],
    ["3x^2+2x+1", "1+2x+3x^2"],
    ["2abc", "2cab"],
    ["abc", "c a b"],
    ["-(x-y)", "y-x"],
    ["x(x+1)/2", "\\frac{x^2+x}{2}"],
    ["(-1)^n", "(-1)^{n+2}"],
    ["\\frac{a-b}{c}", "-\\frac{b-a}{c}"],
    ["|a-b|", "|b-a|"],
    ["\\mathbf{x}+1", "1+x"],
  ],
  different: [
    ["e - \\log_2 2", "e - \\log_2 1"],
    ["e - log_2(2)", "e - log_2(1)"],
    ["A - sin x", "A - cos x"],
    ["x", "y"],
    ["n", "N"],
    ["x^2", "2x"],
    ["x+10^{-12}", "x"],
    ["\\sqrt{x^2}", "x"],
    ["2k+2", "2k"],
    ["x^2+y^2", "1"],
    ["x^2+1", "x^2-1"],
    ["x_1", "x_2"],
    ["a-b", "b-a"],
    ["2^{n+1}", "2^n+1"],
    ["(x+1)^2", "x^2+1"],
    ["\\frac{x}{y}", "\\frac{y}{x}"],
    ["xy", "x+y"],
  ],
});

const variable = fc.constantFrom("x", "n", "N", "t", "\\alpha", "x_1");

kindProperties("expressions with variables", {
  "a product multiplied out": fc.tuple(integer, integer, variable).map(([a, b, x]) => ({
    gold: `(${x}-(${a}))(${x}-(${b}))`,
    same: `${x}^2+(${-a - b})${x}+(${a * b})`,
    other: `${x}^2+(${-a - b})${x}+(${a * b + 1})`,
  })),
  "partial fractions": fc.tuple(integer, natural).map(([a, more]) => ({
    gold: `\\frac{1}{x-(${a})}-\\frac{1}{x+${more}-(${a})}`,
    same: `\\frac{${more}}{(x-(${a}))(x+${more}-(${a}))}`,
    other: `\\frac{${more + 1}}{(x-(${a}))(x+${more}-(${a}))}`,
  })),
  "in another variable": fc
    .tuple(natural, variable, variable)
    .filter(([, x, y]) => x !== y)
    .map(([a, x, y]) => ({ gold: `${a}${x}^2`, same: `${a} ${x} \\cdot ${x}`, other: `${a}${y}^2` })),
  "a power of a sum": fc.tuple(natural, fc.integer({ min: 2, max: 40 }), variable).map(([a, power, x]) => ({
    gold: `(${x}+${a})^{${power + 1}}`,
    same: `(${x}+${a})^{${power}}${x}+${a}(${x}+${a})^{${power}}`,
    other: `(${x}+${a})^{${power}}${x}+${a}`,
  })),
  "exponents with variables": fc.tuple(fc.integer({ min: 2, max: 9 }), natural).map(([base, more]) => ({
    gold: `${base}^{n+${more}}`,
    same: `${base}^{n}\\cdot ${base}^{${more}}`,
    other: `${base}^{n}+${base}^{${more}}`,
  })),
});
