import fc from "fast-check";
import { kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("trigonometry", {
  equal: [
    ["\\sin\\frac{\\pi}{6}", "1/2"],
    ["\\arctan 1+\\arctan 2+\\arctan 3", "\\pi"],
    ["\\cos(\\pi/7)\\cos(2\\pi/7)\\cos(3\\pi/7)", "1/8"],
    ["\\tan^{-1} 1", "\\frac{\\pi}{4}"],
    ["\\sin 2x", "2\\sin x\\cos x"],
    ["\\sin^2 x", "1-\\cos^2 x"],
    ["\\arcsin\\frac12", "\\frac{\\pi}{6}"],
    ["\\sec x", "\\frac{1}{\\cos x}"],
    ["\\tan x", "\\frac{\\sin x}{\\cos x}"],
    ["\\cos 2x", "1-2\\sin^2 x"],
    ["\\operatorname{arctan} 2", "\\arctan(2)"],
    ["\\cot x", "1/\\tan x"],
    ["\\sin^{-1}(x)", "\\arcsin x"],
    ["arccot(2)", "\\arctan\\frac12"],
  ],
  different: [
    ["\\sin 1", "\\sin 2"],
    ["\\sin x", "\\cos x"],
    ["\\sin 2x", "2\\sin x"],
    ["\\arctan 2", "\\frac{1}{\\tan 2}"],
    ["\\sin^2 x", "\\sin x^2"],
    ["\\sin x", "\\sinh x"],
    ["\\arcsin x", "\\arccos x"],
    ["\\tan x", "\\cot x"],
    ["\\sin 1", "0.8414709848"],
    ["\\cos x", "-\\cos x"],
    ["\\sin(x+1)", "\\sin x + 1"],
    ["\\arctan 2", "1.1071487"],
  ],
});

kindProperties("trigonometry", {
  "an angle and its complement": fc.tuple(natural, natural).map(([p, more]) => {
    const q = p + more;
    return {
      gold: `\\sin\\frac{${p}\\pi}{${q}}`,
      same: `\\cos\\frac{${q - 2 * p}\\pi}{${2 * q}}`,
      other: `-\\sin\\frac{${p}\\pi}{${q}}`,
    };
  }),
  "a sum of angles": fc.tuple(fc.integer({ min: 1, max: 9 }), natural).map(([a, b]) => ({
    gold: `\\sin(${a}x+${b})`,
    same: `\\sin(${a}x)\\cos ${b}+\\cos(${a}x)\\sin ${b}`,
    other: `\\sin(${a}x)\\cos ${b}-\\cos(${a}x)\\sin ${b}`,
  })),
  "a sum of arctangents": fc
    .tuple(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 60 }))
    .map(([a, b]) => ({
      gold: `\\arctan\\frac{1}{${a}}+\\arctan\\frac{1}{${b}}`,
      same: `\\arctan\\frac{${a + b}}{${a * b - 1}}`,
      other: `\\arctan\\frac{${a + b}}{${a * b + 1}}`,
    })),
  "a product as a sum": fc.tuple(natural, natural).map(([a, more]) => ({
    gold: `\\sin(${a + more}x)\\cos(${a}x)`,
    same: `\\frac{\\sin(${2 * a + more}x)+\\sin(${more}x)}{2}`,
    other: `\\frac{\\sin(${2 * a + more}x)-\\sin(${more}x)}{2}`,
  })),
});
