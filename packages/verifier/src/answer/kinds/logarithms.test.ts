import fc from "fast-check";
import { kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("logarithms", {
  equal: [
    ["\\log_2 8", "3"],
    ["\\log_{10} 100", "\\lg 100"],
    ["\\ln e^2", "2"],
    ["\\log_2 3", "\\frac{\\ln 3}{\\ln 2}"],
    ["\\ln 8", "3\\ln 2"],
    ["\\log 100", "2"],
    ["\\ln(2)+\\ln(3)", "\\ln 6"],
    ["\\log_4 8", "3/2"],
    ["\\ln\\frac12", "-\\ln 2"],
    ["\\log_{2}{x}", "\\log_2(x)"],
    ["2\\log_3 5", "\\log_3 25"],
    ["\\lg 2 + \\lg 5", "1"],
    ["ln(x)", "\\ln x"],
    ["\\ln\\frac{1+x}{1-x}", "\\ln\\frac{1+x}{1-x}"],
  ],
  different: [
    ["\\log_2 8", "8"],
    ["\\log_2 8", "\\log_8 2"],
    ["\\ln 2", "\\log 2"],
    ["\\ln 6", "\\ln 2 \\cdot \\ln 3"],
    ["\\ln 2", "0.6931471805599453"],
    ["\\ln x", "\\lg x"],
    ["\\ln x^2", "2\\ln x"],
    ["\\log_2 3", "\\log_3 2"],
    ["\\ln 2", "2"],
    ["\\ln(x+1)", "\\ln x + 1"],
    ["\\log_2 10", "\\log_2 11"],
    ["\\ln 3", "-\\ln 3"],
  ],
});

kindProperties("logarithms", {
  "of a product": fc.tuple(natural, natural).map(([a, b]) => ({
    gold: `\\ln ${(a + 1) * (b + 2)}`,
    same: `\\ln(${a + 1})+\\ln(${b + 2})`,
    other: `\\ln ${(a + 1) * (b + 2) + 1}`,
  })),
  "to another base": fc.tuple(fc.integer({ min: 2, max: 12 }), natural).map(([base, a]) => ({
    gold: `\\log_{${base}} ${a + 1}`,
    same: `\\frac{\\ln ${a + 1}}{\\ln ${base}}`,
    other: `\\log_{${base}} ${a + 2}`,
  })),
  "of a power of the base": fc
    .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 12 }))
    .map(([base, power]) => ({
      gold: `${power}`,
      same: `\\log_{${base}} ${base ** power}`,
      other: `\\log_{${base}} ${base ** (power + 1)}`,
    })),
  "base and argument to the same power": fc
    .tuple(fc.integer({ min: 2, max: 9 }), natural, fc.integer({ min: 2, max: 5 }))
    .map(([base, a, power]) => ({
      gold: `\\log_{${base}} ${a + 1}`,
      same: `\\log_{${base ** power}} ${(a + 1) ** power}`,
      other: `\\log_{${base ** power}} ${a + 1}`,
    })),
  "of a quotient in a variable": fc.tuple(natural, natural).map(([a, b]) => ({
    gold: `\\ln\\frac{x^2+${a}}{x^2+${a + b}}`,
    same: `\\ln(x^2+${a})-\\ln(x^2+${a + b})`,
    other: `\\frac{\\ln(x^2+${a})}{\\ln(x^2+${a + b})}`,
  })),
});
