import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("whole-number functions", {
  equal: [
    ["\\lfloor 2.5 \\rfloor", "2"],
    ["\\lceil 2.5 \\rceil", "3"],
    ["\\gcd(12,18)", "6"],
    ["\\operatorname{lcm}(4,6)", "12"],
    ["17 \\bmod 5", "2"],
    ["\\lfloor -2.5 \\rfloor", "-3"],
    ["\\max(3,7)", "7"],
    ["\\min\\{3,7\\}", "3"],
    ["\\left\\lfloor \\frac{n}{2} \\right\\rfloor", "\\lfloor n/2 \\rfloor"],
    ["\\text{lcm}(4,6)", "12"],
    ["floor(7/2)", "3"],
    ["\\max\\{a,b\\}", "\\max(b,a)"],
    ["\\gcd(a,b)", "\\gcd(b,a)"],
    ["|{-7}|", "7"],
  ],
  different: [
    ["\\lfloor 2.5 \\rfloor", "2.5"],
    ["\\lfloor 2.5 \\rfloor", "3"],
    ["\\gcd(12,18)", "36"],
    ["\\gcd(12,18)", "(12,18)"],
    ["\\operatorname{lcm}(4,6)", "24"],
    ["17 \\bmod 5", "3"],
    ["\\max(3,7)", "3"],
    ["\\min(3,7)", "\\max(3,7)"],
    ["\\lfloor n/2 \\rfloor", "n/2"],
    ["\\lfloor n \\rfloor", "\\lceil n \\rceil"],
    ["\\gcd(a,b)", "\\operatorname{lcm}(a,b)"],
    ["\\gcd(a,b)", "ab"],
  ],
});

kindProperties("whole-number functions", {
  "greatest common divisor and least common multiple": fc.tuple(natural, natural).map(([a, b]) => ({
    gold: `\\gcd(${a},${b})`,
    same: `\\frac{${a * b}}{\\operatorname{lcm}(${a},${b})}`,
    other: `\\gcd(${a},${b})+1`,
  })),
  "floor and ceiling": fc.tuple(integer, natural).map(([a, b]) => ({
    gold: `\\left\\lfloor \\frac{${a}}{${b}} \\right\\rfloor`,
    same: `-\\lceil ${-a}/${b} \\rceil`,
    other: `${Math.floor(a / b) + 1}`,
  })),
  remainder: fc.tuple(natural, natural).map(([a, b]) => ({
    gold: `${a} \\bmod ${b}`,
    same: `${a % b}`,
    other: `${(a % b) + 1}`,
  })),
});
