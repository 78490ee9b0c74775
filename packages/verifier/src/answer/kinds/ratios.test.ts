import fc from "fast-check";
import { kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("ratios", {
  equal: [
    ["5:8", "\\frac58"],
    ["10:16", "5:8"],
    ["5:8", "5/8"],
    ["5 : 8", "5:8"],
    ["7:32", "S_{1}:S=7:32"],
    ["11:21", "V_{1}:V_{2}=11:21"],
    ["3 to 4", "3:4"],
    ["1:2:3", "1:2:3"],
    ["1:2:3", "2:4:6"],
    ["\\sqrt2:1", "\\sqrt2"],
    ["1 \\colon 4", "1:4"],
    ["3:1", "6:2"],
    ["2:3", "a:b=4:6"],
    ["2:3:4", "x:y:z = 4:6:8"],
    ["1/2", "1 \\text{ in } 2"],
    ["3:4", "3 \\text{ to } 4"],
    ["2/5", "2 out of 5"],
  ],
  different: [
    ["5:8", "8:5"],
    ["5:8", "5"],
    ["5:8", "58"],
    ["1:2:3", "1:2:4"],
    ["1:2:3", "3:2:1"],
    ["1:2:3", "1:2"],
    ["5:8", "5,8"],
    ["5:8", "\\frac85"],
    ["7:32", "S=32"],
    ["2:1", "1:2"],
    ["1:2", "1:3"],
    ["1:2:3", "\\frac{1}{6}"],
    ["2:3", "a:b=3:2"],
    ["a:b=2:3", "b:a=2:3"],
    ["3:4", "4 \\text{ to } 3"],
    ["1/2", "2 \\text{ in } 1"],
  ],
});

const respelt = spelling<readonly [a: number, b: number]>(
  ([a, b]) => `${a} : ${b}`,
  ([a, b]) => `${a} to ${b}`,
  ([a, b]) => `${a}\\colon ${b}`,
  ([a, b]) => `\\frac{${a}}{${b}}`,
);

kindProperties("ratios", {
  "three terms, scaled": fc.tuple(natural, natural, natural).map(([a, b, factor]) => ({
    gold: `${a}:${b}:7`,
    same: `${a * factor}:${b * factor}:${7 * factor}`,
    other: `${a}:${b}:8`,
  })),
  "two terms as a fraction": fc
    .tuple(natural, natural, natural, respelt)
    .filter(([a, b]) => a !== b)
    .map(([a, b, factor, spell]) => ({
      gold: `${a}:${b}`,
      same: spell([a * factor, b * factor]),
      other: spell([b * factor, a * factor]),
    })),
});
