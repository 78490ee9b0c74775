import fc from "fast-check";
import { kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("mixed numbers", {
  equal: [
    ["918\\frac12", "918.5"],
    ["1 1/2", "1.5"],
    ["2½", "5/2"],
    ["-1\\frac{1}{2}", "-3/2"],
    ["3 \\tfrac{1}{4}", "13/4"],
    ["2\\ \\frac{1}{3}", "\\frac73"],
    ["5\\frac{3}{4}", "5.75"],
    ["2.5", "2½"],
    ["10\\dfrac{1}{10}", "10.1"],
    ["1\\frac{1}{2}", "\\frac{3}{2}"],
    ["3\\frac{2}{4}", "3\\frac12"],
    ["-2½", "-2.5"],
    ["1\\frac12 \\text{ cups}", "1.5"],
  ],
  different: [
    ["2\\frac58", "\\frac{10}{8}"],
    ["1\\frac12", "\\frac12"],
    ["-1\\frac{1}{2}", "-\\frac12"],
    ["1\\frac12", "\\frac{1}{12}"],
    ["3\\frac14", "\\frac34"],
    ["3\\frac14", "3.4"],
    ["2\\frac12", "2\\cdot\\frac12"],
    ["-1\\frac12", "-\\frac{1}{2}"],
    ["1 1/2", "1, \\frac12"],
    ["1\\frac12", "1\\frac13"],
    ["1 1/2", "11/2"],
  ],
});

const properFraction = fc.tuple(natural, natural).map(([top, more]) => [top, top + more] as const);
const respelt = spelling<readonly [whole: number, top: number, bottom: number]>(
  ([whole, top, bottom]) => `${whole}\\frac{${top}}{${bottom}}`,
  ([whole, top, bottom]) => `${whole} \\tfrac{${top}}{${bottom}}`,
  ([whole, top, bottom]) => `${whole} ${top}/${bottom}`,
  ([whole, top, bottom]) => `${whole}\\ \\dfrac{${top}}{${bottom}}`,
);

kindProperties("mixed numbers", {
  "as an improper fraction, and not as a product": fc
    .tuple(natural, properFraction, fc.constantFrom("", "-"), respelt)
    .map(([whole, [top, bottom], sign, spell]) => ({
      gold: `${sign}\\frac{${whole * bottom + top}}{${bottom}}`,
      same: `${sign}${spell([whole, top, bottom])}`,
      other: `${sign}\\frac{${whole * top}}{${bottom}}`,
    })),
  "parts exchanged": fc.tuple(natural, natural, properFraction).map(([whole, more, [top, bottom]]) => ({
    gold: `${whole}\\frac{${top}}{${bottom}}`,
    same: `${whole} ${top * more}/${bottom * more}`,
    other: `${whole + more}\\frac{${top}}{${bottom}}`,
  })),
});
