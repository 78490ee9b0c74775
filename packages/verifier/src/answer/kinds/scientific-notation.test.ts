import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("scientific notation", {
  equal: [
    ["3e8", "300000000"],
    ["1.5 \\times 10^3", "1500"],
    ["2 × 10^(-10)", "0.0000000002"],
    ["7.8\\cdot10^2", "780"],
    ["6.02E23", "6.02 \\times 10^{23}"],
    ["1e-3", "0.001"],
    ["10^{-2}", "0.01"],
    ["1.0\\times10^{6}", "1,000,000"],
    ["5x10^{3}", "5000"],
    ["2.5*10^4", "25000"],
    ["-4e2", "-400"],
    ["3.0 \\times 10^{0}", "3"],
  ],
  different: [
    ["1e-400", "1e-401"],
    ["1e400", "1e401"],
    ["1.5 \\times 10^3", "1.5 \\times 10^2"],
    ["1.5 \\times 10^3", "1.5"],
    ["1.5 \\times 10^{-3}", "1.5 \\times 10^3"],
    ["3e8", "3e9"],
    ["3e8", "38"],
    ["2e3", "2e"],
    ["1/2004!", "1/2006!"],
    ["6.02 \\times 10^{23}", "6.022 \\times 10^{23}"],
    ["10^{-2}", "-100"],
    ["1e5", "1e-5"],
  ],
});

const exponent = fc.integer({ min: -300, max: 300 });
const respelt = spelling<readonly [mantissa: string, power: number]>(
  ([mantissa, power]) => `${mantissa}e${power}`,
  ([mantissa, power]) => `${mantissa}E${power}`,
  ([mantissa, power]) => `${mantissa}\\cdot10^{${power}}`,
  ([mantissa, power]) => `${mantissa} × 10^(${power})`,
  ([mantissa, power]) => `${mantissa}*10^{${power}}`,
);

kindProperties("scientific notation", {
  "mantissa and exponent": fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 999 }), exponent, respelt)
    .map(([head, tail, power, spell]) => ({
      gold: `${head}.${tail} \\times 10^{${power}}`,
      same: spell([`${head}.${tail}`, power]),
      other: spell([`${head}.${tail}`, power + 1]),
    })),
  "the number written out": fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 40 }), fc.boolean())
    .map(([head, power, isSmall]) => ({
      gold: `${head}e${isSmall ? -power : power}`,
      same: isSmall ? `${head}/1${"0".repeat(power)}` : `${head}${"0".repeat(power)}`,
      other: isSmall ? `${head}/1${"0".repeat(power - 1)}` : `${head}${"0".repeat(power - 1)}`,
    })),
});
