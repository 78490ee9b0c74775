import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("decimals", {
  equal: [
    [".4", "0.4"],
    ["1000.0", "1000"],
    ["3{,}14", "3.14"],
    ["1000,99", "1000.99"],
    ["0,111", "0.111"],
    ["1,22", "1.22"],
    ["-2,75", "-2.75"],
    ["-.5", "-1/2"],
    ["0.125", "\\frac18"],
    ["2.50", "2.5"],
    ["0.0010", "0.001"],
    ["12.", "12"],
    ["1.0e0", "1"],
    ["0{,}123", "0.123"],
  ],
  different: [
    ["0.0000001", "0.0000002"],
    ["1/3", "0.333"],
    ["1/3", "0.3333333333333333"],
    ["0.1", "0.10000000000000001"],
    ["2.5", "25"],
    ["1,2", "1.2"],
    ["1.2", "1.20001"],
    ["0.5", "-0.5"],
    ["3.14", "\\pi"],
    ["2.71828", "e"],
    ["0.67", "2/3"],
    ["1.5", "1.5.0"],
    ["0{,}123", "123"],
    ["0{,}123", "0.124"],
  ],
});

// Not zeros alone: a fraction worth a whole number is arithmetic left undone.
const digits = fc.stringMatching(/^\d{1,9}$/).filter((text) => /[1-9]/.test(text));
const respelt = spelling<readonly [head: string, tail: string]>(
  ([head, tail]) => `${head}.${tail}00`,
  // Three places after a comma may be a group of thousands.
  ([head, tail]) => `${head}{,}${tail.padEnd(4, "0")}`,
  ([head, tail]) => `\\frac{${BigInt(head + tail)}}{1${"0".repeat(tail.length)}}`,
  ([head, tail]) => `0${head}.${tail}`,
  ([head, tail]) => `${head}.${tail} \\,`,
);

kindProperties("decimals", {
  "with zeros, a comma, or over a power of ten": fc
    .tuple(fc.nat({ max: 999 }), digits, respelt)
    .map(([head, tail, spell]) => ({
      gold: `${head}.${tail}`,
      same: spell([`${head}`, tail]),
      other: `${head}.${tail}1`,
    })),
  "next to each other in the last of many places": fc
    .tuple(fc.stringMatching(/^\d{20,40}$/), fc.integer({ min: 0, max: 8 }))
    .map(([places, last]) => ({
      gold: `0.${places}${last}`,
      same: `.${places}${last}0`,
      other: `0.${places}${last + 1}`,
    })),
});
