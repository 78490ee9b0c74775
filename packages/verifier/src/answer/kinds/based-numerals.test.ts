import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";
import { spellNumber } from "./spell-number.test-support.ts";

kindTable("numerals in a base", {
  equal: [
    ["4210_{5}", "4210_5"],
    ["1011_2", "1011_{2}"],
    ["1011_{two}", "1011_2"],
    ["1011_{\\text{two}}", "1011_2"],
    ["4210 \\text{ (base 7)}", "4210_7"],
    ["4210 base 7", "4210_{7}"],
    ["2A_{16}", "2a_{16}"],
    ["A5_{12}", "\\text{A5}_{12}"],
    ["FF_{16}", "ff_{16}"],
    ["11_{10}", "11"],
    ["(1011)_2", "1011_2"],
    ["01011_2", "1011_2"],
    ["1011_2", "11"],
    ["12_{3}", "5"],
    ["77_8", "63"],
    ["2A_{16}", "42"],
    ["1011_2", "13_8"],
    ["0xFF", "255"],
    ["\\texttt{0xFF}", "FF_{16}"],
    ["0b101", "5"],
    ["0o17", "15"],
    ["0b1011", "1011_2"],
    ["\\text{FF}_{16}", "FF_{16}"],
    ["(FF)_{16}", "255"],
    ["1011_{(2)}", "1011_2"],
    ["1011_2", "11_{10}"],
  ],
  different: [
    ["1011_2", "1011"],
    ["1011_2", "1011_3"],
    ["1011_2", "1101_2"],
    ["4210_7", "4210_8"],
    ["4210_7", "4211_7"],
    ["2A_{16}", "2B_{16}"],
    ["A_1", "A_2"],
    ["0xFF", "0xAB"],
    ["0xFF", "0"],
    ["0x10", "10"],
    ["11", "11_2"],
    ["638", "63_8"],
    ["0b101", "101"],
    ["10", "A_{16}"],
    ["10", "a_{12}"],
  ],
});

const value = fc.integer({ min: 20, max: 10 ** 6 });
const base = fc.integer({ min: 2, max: 8 });
const respelt = spelling<readonly [digits: string, base: number]>(
  ([digits, b]) => `${digits}_${b}`,
  ([digits, b]) => `(${digits})_{${b}}`,
  ([digits, b]) => `0${digits}_{${b}}`,
  ([digits, b]) => `${digits} \\text{ (base ${b})}`,
  ([digits, b]) => `${digits} base ${b}`,
  ([digits, b]) => `${digits}_{\\text{${spellNumber(b)}}}`,
);

kindProperties("numerals in a base", {
  "a numeral and its neighbour": fc.tuple(value, base, respelt).map(([n, b, spell]) => ({
    gold: `${n.toString(b)}_{${b}}`,
    same: spell([n.toString(b), b]),
    other: spell([(n + 1).toString(b), b]),
  })),
  "the same digits in another base": fc.tuple(value, base, respelt).map(([n, b, spell]) => ({
    gold: `${n.toString(b)}_{${b}}`,
    same: spell([n.toString(b), b]),
    other: spell([n.toString(b), b + 1]),
  })),
  "letters as digits": fc.tuple(value, fc.integer({ min: 11, max: 16 })).map(([n, b]) => ({
    gold: `${n.toString(b).toUpperCase()}_{${b}}`,
    same: `${n.toString(b)}_{${b}}`,
    other: `${(n + 1).toString(b).toUpperCase()}_{${b}}`,
  })),
});
