import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("fractions", {
  equal: [
    ["\\frac12", "0.5"],
    ["\\frac{1}{2}", "\\dfrac{1}{2}"],
    ["\\frac1{2}", "1/2"],
    ["\\frac{1}2", "½"],
    ["2/4", "1/2"],
    ["\\frac{a}c", "a/c"],
    ["-\\frac{40}{153}", "\\frac{-40}{153}"],
    ["\\frac{270}7", "270/7"],
    ["{1 \\over 2}", "\\frac12"],
    ["\\frac{\\frac{1}{2}}{3}", "1/6"],
    ["1-1/2", "\\frac12"],
  ],
  different: [
    ["\\frac{1}{2}", "\\frac{2}{1}"],
    ["1000000007/1000000009", "1000000006/1000000008"],
    ["\\frac12", "12"],
    ["1/2", "1, 2"],
    ["\\frac{3}{4}", "\\frac{4}{3}"],
    ["\\frac{1}{2}", "-\\frac{1}{2}"],
    ["3/4", "0.7"],
    ["5/6", "56"],
    ["2/3", "0.67"],
    ["\\frac{22}{7}", "\\pi"],
  ],
});

const top = fc.integer({ min: -(10 ** 6), max: 10 ** 6 });
const bottom = fc.integer({ min: 1, max: 10 ** 6 });
const respelt = spelling<readonly [top: number, bottom: number]>(
  ([a, b]) => `${a}/${b}`,
  ([a, b]) => `\\dfrac{${a}}{${b}}`,
  ([a, b]) => `{${a} \\over ${b}}`,
  ([a, b]) => `-\\frac{${-a}}{${b}}`,
  ([a, b]) => `\\tfrac{${-a}}{-${b}}`,
);

kindProperties("fractions", {
  "not in lowest terms": fc.tuple(top, bottom, bottom, respelt).map(([a, b, factor, spell]) => ({
    gold: `\\frac{${a}}{${b}}`,
    same: spell([a * factor, b * factor]),
    other: spell([a * factor + 1, b * factor]),
  })),
  "upside down": fc
    .tuple(bottom, bottom, respelt)
    .filter(([a, b]) => a !== b)
    .map(([a, b, spell]) => ({ gold: `\\frac{${a}}{${b}}`, same: spell([a, b]), other: spell([b, a]) })),
});
